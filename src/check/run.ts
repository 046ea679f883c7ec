import type { Config, Consumer, Finding, MapperDefinition, Waiver } from '../model/index.ts';
import { comparePlaces } from '../model/index.ts';
import { withoutAbsorbed } from './absorb.ts';
import { applyBaseline, type Baseline } from './baseline.ts';
import { configProblems } from './config-problems.ts';
import type { RuleRegistry } from './define-rule.ts';
import { withoutEchoes } from './echoes.ts';
import { type Examined, examinedSubjects } from './examined.ts';
import { type ActiveRule, activeRules, type Judged, judge, merged } from './judge.ts';
import { isTold, judgeChanges } from './judge-changes.ts';
import { withOwnRules } from './own-rules.ts';
import type { Stop, Walk } from './stop.ts';
import type { Settings, SubjectName } from './subjects.ts';
import { toldTogether } from './told-together.ts';
import { allWaivers, applyWaivers, approvedWaivers, type Scrutiny, waiverStates } from './waivers.ts';
import { walk } from './walk.ts';

/** What a run needs to know besides its input and its configuration. */
export interface RunOptions {
  /** Milliseconds since 1970; dates in waivers and deprecations are held against it. */
  readonly now: number;
  readonly baseline?: Baseline;
  /** True when only a part of what the configuration names was read. */
  readonly partial?: boolean;
}

interface Run {
  readonly settings: Settings;
  readonly active: ReadonlyMap<SubjectName, readonly ActiveRule[]>;
}

/**
 * Judges everything that is examined: each rule that the configuration turns on sees each thing of its kind.
 * Findings about the same thing are one; waivers and the baseline mark what does not count, and are judged
 * in their turn.
 *
 * @returns findings in source order
 * @example runRules({ mappers: [definition] }, DEFAULT_CONFIG, rules, { now: Date.now() })
 */
export function runRules(
  examined: Examined,
  config: Config,
  rules: RuleRegistry,
  options: RunOptions,
): readonly Finding[] {
  const { now, baseline, partial = false } = options;
  const registry = withOwnRules(rules, config);
  const settings: Settings = { profile: config.profile, versioning: config.versioning.policy, now };
  const run: Run = { settings, active: activeRules(registry, config) };
  const looked = withConfigProblems(examined, config, rules);
  const judgedOnce = withoutAbsorbed(merged(judgeAll(run, walk(looked, now))), registry);
  const found = withoutEchoes(judgedOnce, registry, looked.comparisons);
  const scrutiny = { ...scrutinyOf(examined, config, registry), partial };
  const waivers = allWaivers(config.waivers, filesOf(examined));
  const approved = approvedWaivers(waivers, registry, config.approvers);
  const waived = applyWaivers(found, approved, registry, now);
  const accepted = baseline === undefined ? waived : applyBaseline(waived, baseline);
  const onWaivers = merged(judgeWaivers(run, waivers, found, scrutiny));
  return [...toldTogether(accepted, registry), ...onWaivers].sort(inSourceOrder);
}

/** What is wrong with the configuration is shown where what is wrong with files is. */
function withConfigProblems(examined: Examined, config: Config, rules: RuleRegistry): Examined {
  const { problems } = examined;
  return problems === undefined
    ? examined
    : { ...examined, problems: [...problems, ...configProblems(config, rules)] };
}

function* judgeAll({ settings, active }: Run, steps: Walk): Generator<Judged> {
  const told = judgeChanges(active.get('change') ?? [], steps.change(), settings);
  for (const ofComparison of told.values()) for (const found of ofComparison.values()) yield* found;
  for (const name of Object.keys(steps) as (keyof Walk)[]) {
    const rules = active.get(name);
    if (name === 'change' || rules === undefined) continue;
    for (const stop of steps[name]() as Iterable<Stop<SubjectName>>) {
      if (name === 'consumer-effect' && isTold((stop as Stop<'consumer-effect'>).subject, told)) continue;
      yield* judge(rules, stop, settings);
    }
  }
}

function* judgeWaivers(
  { settings, active }: Run,
  waivers: readonly Waiver[],
  found: readonly Finding[],
  scrutiny: Scrutiny,
): Generator<Judged> {
  for (const subject of waiverStates(waivers, found, scrutiny, settings.now)) {
    const { rule, coordinates, covers, at } = subject.waiver;
    const apart = covers === undefined ? rule : `${rule} ${at.file}:${at.line}:${at.column}`;
    yield* judge(active.get('waiver') ?? [], { subject, coordinates, apart }, settings);
  }
}

/** The definitions that are judged: as they are, or as they become. */
function mappersOf({ mappers = [], comparisons = [] }: Examined): readonly MapperDefinition[] {
  return [...mappers, ...comparisons.map(({ after }) => after)];
}

/** Everything that people write exceptions into. */
function filesOf(examined: Examined): readonly (MapperDefinition | Consumer)[] {
  return [...mappersOf(examined), ...(examined.consumers ?? [])];
}

function scrutinyOf(
  examined: Examined,
  { approvers }: Config,
  rules: RuleRegistry,
): Omit<Scrutiny, 'partial'> {
  return {
    rules,
    approvers,
    subjects: examinedSubjects(examined),
    mappers: new Set(mappersOf(examined).map(({ name }) => name)),
  };
}

function inSourceOrder(one: Finding, other: Finding): number {
  const byPlace = comparePlaces(one.at, other.at);
  if (byPlace !== 0) return byPlace;
  const [first, second] = [`${one.rule} ${one.fingerprint}`, `${other.rule} ${other.fingerprint}`];
  return first < second ? -1 : first > second ? 1 : 0;
}
