import type { Command } from 'commander';
import { baselineFor } from '../baseline-file.ts';
import { withFlags } from '../config-file.ts';
import { demandReadable, readInputs, requestFor } from '../inputs.ts';
import type { Io } from '../io.ts';
import {
  type BaselineOption,
  type ReportOptions,
  withBaseline,
  withExamples,
  withReportOptions,
} from '../options.ts';
import type { Session } from '../session.ts';
import { stdinTree } from '../trees/stdin.ts';
import { reportTargets, writeReport } from '../write-report.ts';

interface LintOptions extends ReportOptions, BaselineOption {
  readonly stdinFilename: string;
}

async function lint(io: Io, paths: readonly string[], options: LintOptions): Promise<number> {
  reportTargets(options.format);
  const fromStdin = paths.length === 1 && paths[0] === '-';
  const named = fromStdin ? [options.stdinFilename] : paths;
  const request = await requestFor(io, named, options.config);
  const tree = fromStdin ? await stdinTree(io, options.stdinFilename) : undefined;
  const inputs = await readInputs(io, request, tree);
  demandReadable(inputs.problems);
  const { judge } = await import('../judge.ts');
  const report = judge({
    command: 'lint',
    config: withFlags(request.config, options),
    baseline: await baselineFor(io, options),
    after: { ...inputs, problems: [...request.problems, ...inputs.problems] },
    now: io.now(),
  });
  return writeReport(io, report, options);
}

export function defineLint(program: Command, session: Session): void {
  const command = program
    .command('lint')
    .summary('is the definition sound? rules on definitions and consumers')
    .description(
      'Holds mapper definitions and consumers to the rules. Provider exports are accepted as they are.',
    )
    .argument(
      '[paths...]',
      'files or folders; - is standard input (default: what tokenpact.yaml names, or this folder)',
    )
    .option('--stdin-filename <file>', 'the name that standard input has in findings', '<stdin>');
  withReportOptions(withBaseline(command)).action(
    session.action((paths: readonly string[], options: LintOptions) => lint(session.io, paths, options)),
  );
  withExamples(command, [
    ['tokenpact lint', 'everything that tokenpact.yaml names'],
    ['tokenpact lint mapper.yaml --fail-on warning', 'warnings fail, too'],
    ['tokenpact lint realm-export.json -f json', 'a Keycloak export, for programs'],
    ['tokenpact lint - < mapper.yaml', 'standard input'],
  ]);
}
