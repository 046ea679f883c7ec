import type { Command } from 'commander';
import type { Problem } from '../../model/index.ts';
import type { Report } from '../../report/index.ts';
import { baselineFor } from '../baseline-file.ts';
import { findBefore, readBefore } from '../before.ts';
import { CannotCheck } from '../cannot-check.ts';
import { tellCi } from '../ci.ts';
import { compareSides } from '../compare-sides.ts';
import { withFlags } from '../config-file.ts';
import {
  demandComparable,
  demandReadable,
  demandThere,
  type Inputs,
  type Request,
  readPaths,
  requestFor,
  withoutLeftBehind,
} from '../inputs.ts';
import type { Io } from '../io.ts';
import { type GateOptions, withExamples, withGateOptions } from '../options.ts';
import { progressOn } from '../progress.ts';
import { asOneSide, compareReleases, readReleases } from '../releases.ts';
import type { Session } from '../session.ts';
import { sourceLines } from '../source-lines.ts';
import { relativeTo } from '../trees/path.ts';
import { readUsage } from '../usage-file.ts';
import { reportTargets, writeReport } from '../write-report.ts';

interface CheckOptions extends GateOptions {
  readonly against?: string;
  readonly againstAll?: string;
  readonly usage?: string;
  readonly crossCheck?: boolean;
}

/** Problems of now, without those about what is no longer there: that is a change, and a finding. */
function withoutRemoved(after: Inputs, before: Inputs): readonly Problem[] {
  const wasThere = (path: string): boolean =>
    before.files.some((file) => path === '.' || file === path || file.startsWith(`${path}/`));
  return after.problems.filter(({ kind, at }) => kind !== 'absent' || !wasThere(at.file));
}

/**
 * What was there before, without what may be there now: a definition that can not be read is not gone, and
 * nobody can tell which one it is. That it can not be read is a finding.
 */
function withoutUnreadable(before: Inputs, after: Inputs): Inputs {
  if (!after.problems.some(({ kind }) => kind === 'invalid')) return before;
  const names = new Set(after.definitions.map(({ name }) => name));
  return { ...before, definitions: before.definitions.filter(({ name }) => names.has(name)) };
}

/** What could not be compared is not compatible, also where mistakes in definitions are let through. */
function withUncompared(report: Report, uncompared: number): Report {
  if (uncompared === 0) return report;
  const gates = report.gates.map((gate) =>
    gate.axis === 'compatibility' ? { ...gate, failing: gate.failing + uncompared } : gate,
  );
  return { ...report, gates, passed: false };
}

/** What is compared, and what is wrong with it now. */
interface Sides {
  readonly before: Inputs;
  readonly after: Inputs;
  readonly problems: readonly Problem[];
  /** How many definitions of before may still be there, and can not be read. */
  readonly uncompared: number;
  /** With `--against-all`: each of them is compared with. */
  readonly releases?: readonly Inputs[];
}

async function readSides(io: Io, request: Request, options: CheckOptions): Promise<Sides> {
  const { against, againstAll } = options;
  if (againstAll !== undefined) {
    if (against !== undefined) {
      throw new CannotCheck('--against and --against-all say two things', 'give one of them');
    }
    const folder = relativeTo(io.cwd, againstAll);
    const releases = await readReleases(io, request, folder);
    const after = await readPaths(io, request);
    return {
      before: asOneSide(releases, folder),
      after,
      problems: after.problems,
      uncompared: 0,
      releases,
    };
  }
  const base = await findBefore(io, against);
  const after = await readPaths(io, request);
  const before = await readBefore(io, base, request, after.files);
  const problems = base.kind === 'commit' ? withoutRemoved(after, before) : after.problems;
  const readable = withoutUnreadable(before, after);
  const uncompared = before.definitions.length - readable.definitions.length;
  return { before: readable, after, problems, uncompared };
}

async function check(io: Io, paths: readonly string[], options: CheckOptions): Promise<number> {
  reportTargets(options.format);
  const request = await requestFor(io, paths, options.config);
  const { before, after, uncompared, releases, ...found } = await readSides(io, request, options);
  const problems = await withoutLeftBehind({ ...after, problems: found.problems }, before.definitions);
  if (problems.some(({ kind }) => kind === 'absent')) await demandThere(io, request.paths);
  demandReadable(problems);
  demandComparable(before);
  const progress = progressOn(io);
  progress.step('comparing', [...before.definitions, ...after.definitions]);
  const comparisons =
    releases === undefined
      ? await compareSides(before, after, options.crossCheck)
      : await compareReleases(releases, after, options.crossCheck);
  progress.step('judging', after.definitions);
  const { judge } = await import('../judge.ts');
  const judged = judge({
    command: 'check',
    config: withFlags(request.config, options),
    baseline: await baselineFor(io, options),
    before,
    comparisons,
    usage: await readUsage(io, options.usage),
    after: { ...after, problems: [...request.problems, ...problems] },
    partial: request.partial,
    now: io.now(),
  });
  progress.done();
  const report = withUncompared(judged, uncompared);
  const code = await writeReport(io, report, options, () => sourceLines(report, after, before));
  await tellCi(io, report, options);
  return code;
}

export function defineCheck(program: Command, session: Session): void {
  const command = program
    .command('check')
    .summary('what does this change break, open or expose? the CI gate')
    .description(
      'Lints the definitions and compares them with an earlier version: whom the change breaks, what it opens or closes, which personal data it exposes, and whether the version says so.',
    )
    .argument('[paths...]', 'files or folders (default: what tokenpact.yaml names, or this folder)')
    .option(
      '--against <base>',
      'a git revision, a folder or a file (default: where this branch left its target branch)',
    )
    .option('--against-all <folder>', 'every released version in a folder: each folder or file in it is one')
    .option('--usage <file>', 'what was seen in tokens, as audit --usage writes it')
    .option('--explain', 'as text, with the tokens that prove each finding whole')
    .option('--cross-check', 'ask json-schema-diff as well; what it contradicts is undecided');
  withGateOptions(command).action(
    session.action((paths: readonly string[], options: CheckOptions) => check(session.io, paths, options)),
  );
  withExamples(command, [
    ['tokenpact check --against main', 'the working tree against a branch'],
    ['tokenpact check mappers/v3 --against mappers/v2', 'two folders'],
    ['tokenpact check mappers --against-all released', 'every version that is still in use'],
    ['tokenpact check realm.json --against before-realm.json', 'two Keycloak exports'],
    ['tokenpact check --fail-on privacy=info', 'any new personal data stops the change'],
  ]);
}
