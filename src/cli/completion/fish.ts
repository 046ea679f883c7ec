import { type CommandWords, flat, type OptionWords } from './words.ts';

/** When a command's own words are offered: its words were typed, and none of those below it. */
function condition({ path, commands }: CommandWords): string {
  const seen = path.map((word) => `__fish_seen_subcommand_from ${word}`);
  const below = commands.map((one) => one.path.at(-1) ?? '');
  const none = below.length === 0 ? [] : [`not __fish_seen_subcommand_from ${below.join(' ')}`];
  return [...seen, ...none].join('; and ');
}

function optionLine(when: string, { flags, description, takesValue, values }: OptionWords): string {
  const names = flags.map((flag) => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`));
  const value = !takesValue ? '' : values.length === 0 ? ' -r' : ` -x -a '${values.join(' ')}'`;
  return `complete -c tokenpact -n '${when}' ${names.join(' ')}${value} -d '${description}'`;
}

function lines(command: CommandWords): string[] {
  const when = condition(command);
  const words = command.commands.map(
    (one) => `complete -c tokenpact -n '${when}' -f -a '${one.path.at(-1)}' -d '${one.summary}'`,
  );
  const values =
    command.values.length === 0
      ? []
      : [`complete -c tokenpact -n '${when}' -f -a '${command.values.join(' ')}'`];
  return [...words, ...values, ...command.options.map((option) => optionLine(when, option))];
}

/** The completion of fish, with what each word does. */
export function fishCompletion(program: CommandWords): string {
  const head = '# fish completion of tokenpact; to load it: tokenpact completion fish | source';
  return `${[head, ...flat(program).flatMap(lines)].join('\n')}\n`;
}
