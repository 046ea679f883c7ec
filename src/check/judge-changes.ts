import type { Comparison } from '../model/index.ts';
import { type ChangeState, changeKey, stateOf } from './change-context.ts';
import { type ActiveRule, type Judged, judge } from './judge.ts';
import type { Stop } from './stop.ts';
import type { Settings, Subjects } from './subjects.ts';

/** What was said about the changes of each comparison, by the key of the change: nobody says it again. */
export type Told = ReadonlyMap<Comparison, ReadonlyMap<string, readonly Judged[]>>;

/**
 * Judges changes, each by the rules for its state or, when it is an ordinary one, for its kind: one edit is
 * judged once. A change that breaks a consumer by name is an error, unless somebody set the rule's level.
 */
export function judgeChanges(
  rules: readonly ActiveRule[],
  stops: Iterable<Stop<'change'>>,
  settings: Settings,
): Told {
  const told = new Map<Comparison, Map<string, readonly Judged[]>>();
  for (const stop of stops) {
    const { change, comparison, hit } = stop.subject;
    const state = stateOf(change, settings.now);
    const chosen = rulesFor(rules, stop, state);
    const found = [...judge(chosen, stop, settings)];
    const named = hit.length > 0 && state === 'decided';
    const lifted = named ? found.map(lift) : found;
    if (lifted.length === 0) continue;
    const ofComparison = told.get(comparison) ?? new Map<string, readonly Judged[]>();
    told.set(comparison, ofComparison.set(changeKey(change), lifted));
  }
  return told;
}

function rulesFor(
  rules: readonly ActiveRule[],
  { subject }: Stop<'change'>,
  state: ChangeState,
): readonly ActiveRule[] {
  const ofState = rules.filter(({ rule }) => rule.of === state);
  // With the rule for early ends off, an early end is judged as any other change of its kind.
  if (state === 'undecided' || ofState.length > 0) return ofState;
  return rules.filter(({ rule }) => Array.isArray(rule.of) && rule.of.includes(subject.change.kind));
}

function lift(one: Judged): Judged {
  return one.isSet ? one : { ...one, finding: { ...one.finding, severity: 'error' } };
}

/**
 * Whether an effect on a consumer is said already: by a finding about its cause that names the consumer,
 * or that leaves the same question open.
 */
export function isTold({ comparison, effect }: Subjects['consumer-effect'], told: Told): boolean {
  return effect.because.some((cause) =>
    told
      .get(comparison)
      ?.get(changeKey(cause))
      ?.some(
        ({ finding }) =>
          finding.undecided || finding.consumers.some(({ name }) => name === effect.consumer.name),
      ),
  );
}
