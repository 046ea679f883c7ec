import type { DecisionEffect, JsonObject, JsonSchema, PlannedValue } from '../model/index.ts';
import { canonical } from './canonical.ts';
import { type Domain, type NextState, nextStates, type State, statesOf } from './decision-values.ts';
import { withMember } from './member.ts';
import { isValid } from './sampling.ts';

/** One person whom a decision treats differently after. */
export interface Outcome {
  /** True when the definition says what becomes of each value that matters. */
  readonly certain: boolean;
  /** The claims that say something else after. */
  readonly changed: readonly string[];
  /** `with status "suspended"`. */
  readonly wordsBefore: string;
  readonly wordsAfter: string;
  /** Puts the claims of before, or of after, into a whole token. */
  putBefore(token: JsonObject): JsonObject;
  putAfter(token: JsonObject): JsonObject;
}

type States = ReadonlyMap<string, State>;

/** So many persons are tried; decisions about more claims than that are rare, and looked at in part. */
const LIMIT = 4_096;

/**
 * Tries every person that the listed values make: is one refused before and allowed after (`opens`), or the
 * other way round (`closes`)? A certain outcome wins over one that only may be.
 */
export function outcomesOf(
  allows: JsonSchema,
  direction: DecisionEffect['direction'],
  before: ReadonlyMap<string, Domain>,
  after: ReadonlyMap<string, Domain>,
  planned: ReadonlyMap<string, readonly PlannedValue[]>,
): Outcome | undefined {
  let possible: Outcome | undefined;
  for (const was of persons(before)) {
    if (isAllowed(allows, was) !== (direction === 'closes')) continue;
    for (const { is, certain } of nextPersons(was, before, after, planned)) {
      if (isAllowed(allows, is) !== (direction === 'opens')) continue;
      const outcome = outcomeOf(was, is, certain);
      if (certain) return outcome;
      possible ??= outcome;
    }
  }
  return possible;
}

/** Whether the listed values make few enough persons to try them all. */
export function isExhaustive(domains: ReadonlyMap<string, Domain>): boolean {
  const sizes = [...domains.values()].map((domain) => statesOf(domain).length);
  return sizes.reduce((product, size) => product * Math.max(1, size), 1) <= LIMIT;
}

function* persons(domains: ReadonlyMap<string, Domain>): Iterable<States> {
  let made: States[] = [new Map()];
  for (const [name, domain] of domains) {
    made = made.flatMap((states) => statesOf(domain).map((state) => new Map(states).set(name, state)));
    if (made.length > LIMIT) made = made.slice(0, LIMIT);
  }
  yield* made;
}

function* nextPersons(
  was: States,
  before: ReadonlyMap<string, Domain>,
  after: ReadonlyMap<string, Domain>,
  planned: ReadonlyMap<string, readonly PlannedValue[]>,
): Iterable<{ readonly is: States; readonly certain: boolean }> {
  let made: { is: States; certain: boolean }[] = [{ is: new Map(), certain: true }];
  for (const [name, state] of was) {
    const next = nextOf(state, before.get(name), after.get(name), planned.get(name) ?? []);
    made = made.flatMap(({ is, certain }) =>
      next.map((step) => ({ is: new Map(is).set(name, step.state), certain: certain && step.certain })),
    );
    if (made.length > LIMIT) made = made.slice(0, LIMIT);
  }
  yield* made;
}

function nextOf(
  state: State,
  before: Domain | undefined,
  after: Domain | undefined,
  planned: readonly PlannedValue[],
): readonly NextState[] {
  return before && after ? nextStates(state, before, after, planned) : [{ state, certain: true }];
}

function isAllowed(allows: JsonSchema, states: States): boolean {
  return isValid(allows, put({}, states));
}

function put(token: JsonObject, states: States): JsonObject {
  let result = token;
  for (const [name, { value }] of states) result = withMember(result, [name], value);
  return result;
}

function outcomeOf(was: States, is: States, certain: boolean): Outcome {
  const changed = [...was.keys()].filter((name) => text(was.get(name)) !== text(is.get(name)));
  return {
    certain,
    changed,
    wordsBefore: words(was, changed),
    wordsAfter: words(is, changed),
    putBefore: (token) => put(token, was),
    putAfter: (token) => put(token, is),
  };
}

function text(state: State | undefined): string {
  return state?.value === undefined ? '' : canonical(state.value);
}

function words(states: States, names: readonly string[]): string {
  return names
    .map((name) => {
      const value = text(states.get(name));
      return value === '' ? `without "${name}"` : `with "${name}" ${value}`;
    })
    .join(', ');
}
