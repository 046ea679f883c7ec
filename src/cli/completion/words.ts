import type { Command, Option } from 'commander';

/** An option as a shell completes it. */
export interface OptionWords {
  /** `-f` and `--format`, as far as there are both. */
  readonly flags: readonly string[];
  readonly description: string;
  readonly takesValue: boolean;
  /** What its value can be; none: a file. */
  readonly values: readonly string[];
}

/** A command as a shell completes it. */
export interface CommandWords {
  /** Words from the program's name: none for the program itself, `baseline write` is two. */
  readonly path: readonly string[];
  readonly summary: string;
  readonly options: readonly OptionWords[];
  /** What its arguments can be besides files. */
  readonly values: readonly string[];
  readonly commands: readonly CommandWords[];
}

/** Values that the command line does not list itself, by what help calls them. */
export type KnownValues = Readonly<Record<string, readonly string[]>>;

/** The first line, without what would end a quotation in a shell. */
const plain = (text: string): string => (text.split('\n', 1)[0] ?? '').replace(/['"`$\\]/g, '');

/** What help calls a value: `<name[=file]>` is `name[=file]`. */
const calledIn = ({ flags }: Option): string => /<(.+)>/.exec(flags)?.[1] ?? '';

function optionWords(option: Option, known: KnownValues): OptionWords {
  const { short, long, description, required, optional, argChoices } = option;
  return {
    flags: [short, long].filter((flag) => flag !== undefined),
    description: plain(description),
    takesValue: required || optional,
    values: argChoices ?? known[calledIn(option)] ?? [],
  };
}

/** Everything that can be typed, made from the program itself. */
export function wordsOf(command: Command, known: KnownValues, path: readonly string[] = []): CommandWords {
  const help = command.createHelp();
  const below = help.visibleCommands(command);
  return {
    path,
    summary: plain(command.summary() || command.description()),
    options: help.visibleOptions(command).map((option) => optionWords(option, known)),
    values: command.registeredArguments.flatMap(
      (argument) => argument.argChoices ?? known[argument.name()] ?? [],
    ),
    commands: below.map((one) => wordsOf(one, known, [...path, one.name()])),
  };
}

/** A command and all below it. */
export function flat(words: CommandWords): readonly CommandWords[] {
  return [words, ...words.commands.flatMap(flat)];
}
