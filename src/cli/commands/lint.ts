import type { Command } from 'commander';
import { count } from '../../report/style.ts';
import { baselineFor, noteStale } from '../baseline-file.ts';
import { CannotCheck } from '../cannot-check.ts';
import { tellCi } from '../ci.ts';
import { withFlags } from '../config-file.ts';
import { CLEAN } from '../exit-codes.ts';
import { fixedFiles, writeFixed } from '../fix-files.ts';
import { demandReadable, listedFor, readInputs, requestFor } from '../inputs.ts';
import type { Io } from '../io.ts';
import { type GateOptions, withExamples, withGateOptions } from '../options.ts';
import { patchOf } from '../patch.ts';
import { progressOn } from '../progress.ts';
import type { Session } from '../session.ts';
import { sourceLines } from '../source-lines.ts';
import { relativeTo } from '../trees/path.ts';
import { stdinTree } from '../trees/stdin.ts';
import { watchWhile } from '../watch.ts';
import { reportTargets, writeReport } from '../write-report.ts';

interface LintOptions extends GateOptions {
  readonly stdinFilename: string;
  readonly fix?: boolean;
  readonly fixDryRun?: boolean;
  readonly watch?: boolean;
}

interface Linted {
  readonly code: number;
  /** What was read, the configuration included. */
  readonly files: readonly string[];
}

/** What was read, and what the rules say about it. */
async function judgeOnce(io: Io, paths: readonly string[], options: LintOptions) {
  const fromStdin = paths.includes('-');
  const stdinName = relativeTo(io.cwd, options.stdinFilename);
  const request = await requestFor(io, fromStdin ? [stdinName] : paths, options.config);
  const tree = fromStdin ? await stdinTree(io, stdinName, listedFor(request)) : undefined;
  const inputs = await readInputs(io, request, tree);
  demandReadable(inputs.problems);
  const progress = progressOn(io);
  progress.step('judging', inputs.definitions);
  const baseline = await baselineFor(io, options);
  const { judge } = await import('../judge.ts');
  const report = judge({
    command: 'lint',
    config: withFlags(request.config, options),
    baseline,
    after: { ...inputs, problems: [...request.problems, ...inputs.problems] },
    partial: request.partial,
    now: io.now(),
  });
  progress.done();
  return { request, inputs, baseline, report };
}

async function lintOnce(io: Io, paths: readonly string[], options: LintOptions): Promise<Linted> {
  const { request, inputs, baseline, report } = await judgeOnce(io, paths, options);
  const code = await writeReport(io, report, options, () => sourceLines(report, inputs, undefined));
  await tellCi(io, report, options);
  // Of some files only, what is not found may be in the others.
  if (baseline !== undefined && options.baseline !== undefined && paths.length === 0) {
    await noteStale(io, options.baseline, baseline, report.findings);
  }
  return { code, files: [...inputs.files, ...(request.file === undefined ? [] : [request.file])] };
}

/** Mending one mistake can uncover another; so many rounds are enough for any file. */
const ROUNDS = 5;

async function mend(io: Io, paths: readonly string[], options: LintOptions): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    const { report } = await judgeOnce(io, paths, options);
    const files = await fixedFiles(io, report.findings);
    if (files.length === 0) return;
    if (options.fixDryRun === true) {
      for (const { file, lines } of files) io.stdout.write(patchOf(file, lines));
      return;
    }
    await writeFixed(io, files);
    for (const { file, applied } of files) io.stderr.write(`${file}: ${count(applied, 'mistake')} mended\n`);
  }
}

async function lint(io: Io, paths: readonly string[], options: LintOptions): Promise<number> {
  reportTargets(options.format);
  const { fix, fixDryRun, watch } = options;
  if (paths.includes('-') && (fix || fixDryRun || watch || paths.length > 1)) {
    throw new CannotCheck(
      'standard input stands alone: it can not be mended, watched or mixed with files',
      'give the path of a file instead of -',
    );
  }
  if (fix || fixDryRun) await mend(io, paths, options);
  if (fixDryRun) return CLEAN;
  if (!watch) return (await lintOnce(io, paths, options)).code;
  return watchWhile(io, () => lintOnce(io, paths, options));
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
    .option('--stdin-filename <file>', 'the name that standard input has in findings', '<stdin>')
    .option(
      '--fix',
      'mend what has one way to be mended: misspelt names, items listed twice, comments that waive nothing',
    )
    .option('--fix-dry-run', 'print what --fix would change, as a patch')
    .option('--watch', 'lint again whenever a file changes, until Ctrl-C');
  withGateOptions(command).action(
    session.action((paths: readonly string[], options: LintOptions) => lint(session.io, paths, options)),
  );
  withExamples(command, [
    ['tokenpact lint', 'everything that tokenpact.yaml names'],
    ['tokenpact lint mapper.yaml --fail-on warning', 'warnings fail, too'],
    ['tokenpact lint realm-export.json -f json', 'a Keycloak export, for programs'],
    ['tokenpact lint --fix-dry-run', 'what can be mended mechanically, as a patch'],
    ['tokenpact lint - < mapper.yaml', 'standard input'],
  ]);
}
