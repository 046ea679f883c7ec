import type { Command } from 'commander';
import type { Comparison } from '../../model/index.ts';
import { findBefore, readBefore } from '../before.ts';
import { CannotCheck } from '../cannot-check.ts';
import { compareSides } from '../compare-sides.ts';
import { CLEAN } from '../exit-codes.ts';
import {
  demandComparable,
  demandSound,
  type Inputs,
  readInputs,
  requestFor,
  withoutLeftBehind,
} from '../inputs.ts';
import type { Io } from '../io.ts';
import { type CommonOptions, withCommonOptions, withExamples } from '../options.ts';
import type { Session } from '../session.ts';
import { styleFor } from '../style.ts';

interface DiffOptions extends CommonOptions {
  readonly format: string;
  readonly explain?: boolean;
  readonly plan?: boolean;
}

async function diff(io: Io, before: string, after: string, options: DiffOptions): Promise<number> {
  if (options.format !== 'text' && options.format !== 'json') {
    throw new CannotCheck(`there is no format "${options.format}"`, 'formats: text, json');
  }
  const request = await requestFor(io, [after], options.config);
  const base = await findBefore(io, before);
  const afterInputs = await readInputs(io, request);
  const beforeInputs = await readBefore(io, base, request, afterInputs.files);
  demandComparable(beforeInputs);
  const problems = await withoutLeftBehind(afterInputs, beforeInputs.definitions);
  demandSound({ ...afterInputs, problems: [...request.problems, ...problems] });
  const comparisons = await compareSides(beforeInputs, afterInputs);
  if (options.plan === true) return writePlan(io, comparisons, afterInputs, options);
  const { judge } = await import('../judge.ts');
  const report = judge({
    command: 'diff',
    config: request.config,
    before: beforeInputs,
    comparisons,
    after: { ...afterInputs, problems, label: after },
    now: io.now(),
  });
  const { changelog, jsonReport } = await import('../../report/index.ts');
  io.stdout.write(
    options.format === 'json'
      ? jsonReport(report)
      : changelog(report, styleFor(io, io.stdout, options.color), options.explain === true),
  );
  return CLEAN;
}

async function writePlan(
  io: Io,
  comparisons: readonly Comparison[],
  { consumers }: Inputs,
  options: DiffOptions,
): Promise<number> {
  const { planOf } = await import('../../compare/index.ts');
  const { planJson, planReport } = await import('../../report/index.ts');
  const plans = comparisons.map((comparison) => planOf(comparison, consumers, io.now()));
  const style = styleFor(io, io.stdout, options.color);
  io.stdout.write(options.format === 'json' ? planJson(plans) : planReport(plans, style));
  return CLEAN;
}

export function defineDiff(program: Command, session: Session): void {
  const command = program
    .command('diff')
    .summary('what changed between two versions')
    .description(
      'Prints what changed for readers between two versions. It judges nothing and always exits with 0.',
    )
    .argument('<before>', 'a file, a folder, or a git revision')
    .argument('<after>', 'a file or a folder')
    .option('-f, --format <name>', 'text or json', 'text')
    .option('--plan', 'how to get there without breaking anybody: who does what, and when')
    .option('--explain', 'with the grant and the tokens that prove each change');
  withCommonOptions(command).action(
    session.action((before: string, after: string, options: DiffOptions) =>
      diff(session.io, before, after, options),
    ),
  );
  withExamples(command, [
    ['tokenpact diff mappers/v2 mappers/v3', 'two folders'],
    ['tokenpact diff v2.0.0 mapper.yaml --explain', 'a tag and a file, with proofs'],
    ['tokenpact diff mappers/v2 mappers/v3 --plan', 'who goes first, and from which day on'],
  ]);
}
