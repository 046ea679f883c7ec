import type { Command } from 'commander';
import type { Finding } from '../../model/index.ts';
import { count } from '../../report/style.ts';
import { BASELINE_FILE, readBaseline, writeBaseline } from '../baseline-file.ts';
import { CannotCheck } from '../cannot-check.ts';
import { CLEAN } from '../exit-codes.ts';
import { demandReadable, readInputs, requestFor } from '../inputs.ts';
import type { Io } from '../io.ts';
import { type CommonOptions, withCommonOptions, withExamples } from '../options.ts';
import type { Session } from '../session.ts';

interface BaselineOptions extends CommonOptions {
  readonly file: string;
  readonly force?: boolean;
}

/** What lint finds today. Changes are not part of a baseline: they are gone once they are merged. */
async function findingsOf(
  io: Io,
  paths: readonly string[],
  options: BaselineOptions,
): Promise<readonly Finding[]> {
  const request = await requestFor(io, paths, options.config);
  const inputs = await readInputs(io, request);
  demandReadable(inputs.problems);
  const { judge } = await import('../judge.ts');
  const after = { ...inputs, problems: [...request.problems, ...inputs.problems] };
  return judge({ command: 'baseline', config: request.config, after, now: io.now() }).findings;
}

async function write(io: Io, paths: readonly string[], options: BaselineOptions): Promise<number> {
  if (options.force !== true && (await io.kindOf(options.file)) !== 'missing') {
    throw new CannotCheck(
      `nothing was written: "${options.file}" exists already, and a baseline only shrinks`,
      'drop what is no longer found: tokenpact baseline prune; accept all of today: --force',
    );
  }
  const { baselineOf } = await import('../../check/index.ts');
  const baseline = baselineOf(await findingsOf(io, paths, options));
  await writeBaseline(io, options.file, baseline);
  const accepted = count(baseline.fingerprints.length, 'finding');
  io.stdout.write(`wrote ${options.file}: ${accepted} will not count\n`);
  io.stdout.write(`use it: tokenpact lint --baseline ${options.file}\n`);
  return CLEAN;
}

async function prune(io: Io, paths: readonly string[], options: BaselineOptions): Promise<number> {
  const before = await readBaseline(io, options.file);
  const { pruneBaseline } = await import('../../check/index.ts');
  const after = pruneBaseline(before, await findingsOf(io, paths, options));
  const gone = before.fingerprints.length - after.fingerprints.length;
  if (gone > 0) await writeBaseline(io, options.file, after);
  const left = count(after.fingerprints.length, 'finding');
  io.stdout.write(`${options.file}: ${count(gone, 'finding')} gone, ${left} left\n`);
  return CLEAN;
}

export function defineBaseline(program: Command, session: Session): void {
  const baseline = program
    .command('baseline')
    .summary('accept the findings of today, keep new ones out')
    .description(
      'Keeps a list of findings that were there when tokenpact was introduced: lint and check with --baseline count new ones only. The list only shrinks.',
    );
  const define = (name: string, summary: string, run: typeof write): Command =>
    withCommonOptions(
      baseline
        .command(name)
        .summary(summary)
        .description(`${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`)
        .argument('[paths...]', 'files or folders, as lint takes them')
        .option('--file <file>', 'the baseline', BASELINE_FILE),
    ).action(
      session.action((paths: readonly string[], options: BaselineOptions) => run(session.io, paths, options)),
    );
  const writing = define('write', 'accept every finding of today', write);
  writing.option('--force', 'write over a baseline that exists');
  define('prune', 'drop what is no longer found', prune);
  withExamples(baseline, [
    ['tokenpact baseline write', 'once, when the gate is introduced'],
    ['tokenpact lint --baseline tokenpact.baseline.json', 'new findings only'],
    ['tokenpact baseline prune', 'after something was mended'],
  ]);
}
