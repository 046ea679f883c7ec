import { steps, valueCases } from './cases.ts';
import { type CommandWords, flat } from './words.ts';

/** A word and what it is, as _describe takes it. */
const described = (word: string, description: string): string =>
  `'${word.replaceAll(':', '\\:')}${description === '' ? '' : `:${description}`}'`;

/** No words to offer: the shell offers files. */
const offer = (values: readonly string[]): string =>
  values.length === 0 ? '_files; return' : `compadd -- ${values.join(' ')}; return`;

function offers(all: readonly CommandWords[]): string[] {
  return all.map(({ path, options, commands, values: offered }) => {
    const flags = options.flatMap(({ flags: both, description }) =>
      both.map((flag) => described(flag, description)),
    );
    const words = [
      ...commands.map((one) => described(one.path.at(-1) ?? '', one.summary)),
      ...offered.map((word) => described(word, '')),
    ];
    return `    '${path.join(' ')}')
      flags=(${flags.join(' ')})
      offered=(${words.join(' ')}) ;;`;
  });
}

/** The completion of zsh, with what each word does. */
export function zshCompletion(program: CommandWords): string {
  const all = flat(program);
  return `#compdef tokenpact
# zsh completion of tokenpact; to load it: eval "$(tokenpact completion zsh)"
_tokenpact() {
  local command='' word
  local -a flags offered
  for word in "\${(@)words[2,CURRENT-1]}"; do
    case "$command:$word" in
${steps(all)}
    esac
  done
  case "$command:\${words[CURRENT-1]}" in
${valueCases(all, offer)}
  esac
  case "$command" in
${offers(all).join('\n')}
  esac
  if [[ "\${words[CURRENT]}" == -* ]]; then
    _describe -o 'option' flags
  elif (( $#offered )); then
    _describe 'word' offered
  else
    _files
  fi
}
if [[ "\${funcstack[1]}" == _tokenpact ]]; then
  _tokenpact "$@"
else
  compdef _tokenpact tokenpact
fi
`;
}
