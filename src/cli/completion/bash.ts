import { steps, valueCases } from './cases.ts';
import { type CommandWords, flat } from './words.ts';

const quoted = (words: readonly string[]): string => `'${words.join(' ')}'`;
function offers(all: readonly CommandWords[]): string[] {
  return all.map(({ path, options, commands, values: offered }) => {
    const flags = options.flatMap((option) => option.flags);
    const words = [...commands.map((one) => one.path.at(-1) ?? ''), ...offered];
    return `      '${path.join(' ')}') flags=${quoted(flags)}; offered=${quoted(words)} ;;`;
  });
}

/** The completion of bash, without anything that bash does not bring itself. */
export function bashCompletion(program: CommandWords): string {
  const all = flat(program);
  return `# bash completion of tokenpact; to load it: eval "$(tokenpact completion bash)"
_tokenpact() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD - 1]}
  local command='' word flags='' offered='' found=''
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$command:$word" in
${steps(all)}
    esac
  done
  case "$command:$previous" in
${valueCases(all, (values) => `offered=${quoted(values)}; found=1`)}
  esac
  if [ -z "$found" ]; then
    case "$command" in
${offers(all).join('\n')}
    esac
    case "$current" in -*) offered=$flags ;; esac
  fi
  local IFS=$' \\t\\n'
  COMPREPLY=($(compgen -W "$offered" -- "$current"))
}
complete -o bashdefault -o default -F _tokenpact tokenpact
`;
}
