import { type Command, InvalidArgumentError } from 'commander';

/** On every command. */
export interface CommonOptions {
  /** Set by --color and --no-color only; undefined: the terminal decides. */
  readonly color?: boolean;
  readonly config?: string;
}

/** On every command that ends in findings. */
export interface ReportOptions extends CommonOptions {
  readonly format: readonly string[];
  readonly failOn: readonly string[];
  readonly rule: readonly string[];
  readonly maxFindings: number;
  /** Only where changes are judged. */
  readonly explain?: boolean;
  readonly quiet?: boolean;
}

/** For options that may be given several times. */
const collect = (value: string, earlier: readonly string[]): readonly string[] => [...earlier, value];

/** A whole number of at least one. */
function positive(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1)
    throw new InvalidArgumentError('expected a whole number above 0');
  return number;
}

export function withCommonOptions(command: Command): Command {
  return command
    .option('--config <file>', 'configuration (default: the nearest tokenpact.yaml)')
    .option('--color', 'colour also where the output is not a terminal')
    .option('--no-color', 'no colour; NO_COLOR=1 does the same');
}

export function withReportOptions(command: Command): Command {
  return withCommonOptions(
    command
      .option(
        '-f, --format <name[=file]>',
        'text, json, sarif, junit, github, gitlab or markdown; with a file, it is written there (repeatable)',
        collect,
        [],
      )
      .option(
        '--fail-on <[axis=]level>',
        'lowest level that fails: error, warning, info, never (repeatable)',
        collect,
        [],
      )
      .option('--rule <id=level>', 'level of one rule: error, warning, info, off (repeatable)', collect, [])
      .option('--max-findings <number>', 'findings to print as text', positive, 200)
      .option('--quiet', 'print nothing when the gate is passed'),
  );
}

/** On the commands that are gates: `lint` and `check`. */
export interface GateOptions extends ReportOptions {
  readonly baseline?: string;
  /** False: nothing is told to a CI system. */
  readonly ci: boolean;
}

export function withGateOptions(command: Command): Command {
  return withReportOptions(
    command
      .option('--no-ci', 'in GitHub Actions, no annotations, job summary and outputs')
      .option('--baseline <file>', 'findings that do not count: see tokenpact baseline'),
  );
}

/** Examples below a command's help, each a line that can be run as it is. */
export function withExamples(
  command: Command,
  examples: readonly (readonly [line: string, does: string])[],
): Command {
  const width = Math.max(...examples.map(([line]) => line.length));
  const lines = examples.map(([line, does]) => `  ${line.padEnd(width)}  ${does}`);
  return command.addHelpText('after', `\nExamples:\n${lines.join('\n')}`);
}
