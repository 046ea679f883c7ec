import {
  canonical,
  type DecisionEffect,
  type JsonObject,
  type JsonSchema,
  type PlannedValue,
  showPath,
} from '../model/index.ts';
import {
  type ClaimPath,
  type Domain,
  type NextState,
  nextStates,
  type State,
  statesOf,
} from './decision-values.ts';
import { withMember } from './member.ts';
import { isValid } from './sampling.ts';

/** One person whom a decision treats differently after. */
export interface Outcome {
  /** True when the definition says what becomes of each value that matters. */
  readonly certain: boolean;
  /** True when a claim that was there is not: then it matters that it may be absent, not what it may say. */
  readonly isLoss: boolean;
  /** The claims that say something else after. */
  readonly changed: readonly ClaimPath[];
  /** `with status "suspended"`. */
  readonly wordsBefore: string;
  readonly wordsAfter: string;
  /** Puts the claims of before, or of after, into a whole token. */
  putBefore(token: JsonObject): JsonObject;
  putAfter(token: JsonObject): JsonObject;
}

type States = ReadonlyMap<ClaimPath, State>;

/** So many persons are tried; decisions about more claims than that are rare, and looked at in part. */
const LIMIT = 4_096;

/** So many states are tried once an outcome is certain. */
const FURTHER = 256;

/**
 * Tries every person that the listed values make: is one refused before and allowed after (`opens`), or the
 * other way round (`closes`)?
 *
 * @returns one outcome for each way in which claims change that is enough by itself: several edits of one
 * change do not hide each other. A certain outcome wins over one that only may be.
 */
export function outcomesOf(
  allows: JsonSchema,
  direction: DecisionEffect['direction'],
  before: ReadonlyMap<ClaimPath, Domain>,
  after: ReadonlyMap<ClaimPath, Domain>,
  planned: ReadonlyMap<ClaimPath, readonly PlannedValue[]>,
): readonly Outcome[] {
  const found = new Map<string, Outcome>();
  // A certain outcome settles the question; others are looked for only as far as that is cheap.
  let tries = FURTHER;
  for (const was of persons(before)) {
    if (isAllowed(allows, was) !== (direction === 'closes')) continue;
    for (const { is, certain } of nextPersons(was, before, after, planned)) {
      if (isSettled(found)) tries -= 1;
      if (tries < 0) return leastOf(found);
      if (isAllowed(allows, is) !== (direction === 'opens')) continue;
      const outcome = outcomeOf(was, is, certain);
      const way = JSON.stringify([outcome.changed.map(showPath), outcome.isLoss]);
      const known = found.get(way);
      if (known === undefined || (certain && !known.certain)) found.set(way, outcome);
    }
  }
  return leastOf(found);
}

function isSettled(found: ReadonlyMap<string, Outcome>): boolean {
  return [...found.values()].some(({ certain }) => certain);
}

/** The outcomes of which no part is enough. */
function leastOf(found: ReadonlyMap<string, Outcome>): readonly Outcome[] {
  const all = [...found.values()];
  return all.filter((outcome) => !all.some((other) => isPartOf(other, outcome)));
}

/** Whether less has to change for one outcome than for another. */
function isPartOf(one: Outcome, other: Outcome): boolean {
  return (
    one.changed.length < other.changed.length && one.changed.every((path) => other.changed.includes(path))
  );
}

/** Whether the listed values make few enough persons to try them all. */
export function isExhaustive(domains: ReadonlyMap<ClaimPath, Domain>): boolean {
  const sizes = [...domains.values()].map((domain) => statesOf(domain).length);
  return sizes.reduce((product, size) => product * Math.max(1, size), 1) <= LIMIT;
}

function* persons(domains: ReadonlyMap<ClaimPath, Domain>): Iterable<States> {
  let made: States[] = [new Map()];
  for (const [path, domain] of domains) {
    made = made.flatMap((states) => statesOf(domain).map((state) => new Map(states).set(path, state)));
    if (made.length > LIMIT) made = made.slice(0, LIMIT);
  }
  yield* made;
}

function* nextPersons(
  was: States,
  before: ReadonlyMap<ClaimPath, Domain>,
  after: ReadonlyMap<ClaimPath, Domain>,
  planned: ReadonlyMap<ClaimPath, readonly PlannedValue[]>,
): Iterable<{ readonly is: States; readonly certain: boolean }> {
  let made: { is: States; certain: boolean }[] = [{ is: new Map(), certain: true }];
  for (const [path, state] of was) {
    const next = nextOf(state, before.get(path), after.get(path), planned.get(path) ?? []);
    made = made.flatMap(({ is, certain }) =>
      next.map((step) => ({ is: new Map(is).set(path, step.state), certain: certain && step.certain })),
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
  for (const [path, { value }] of states) result = withMember(result, path, value);
  return result;
}

function outcomeOf(was: States, is: States, certain: boolean): Outcome {
  const changed = [...was.keys()].filter((path) => text(was.get(path)) !== text(is.get(path)));
  return {
    certain,
    changed,
    isLoss: changed.some((path) => is.get(path)?.value === undefined),
    wordsBefore: words(was, changed),
    wordsAfter: words(is, changed),
    putBefore: (token) => put(token, was),
    putAfter: (token) => put(token, is),
  };
}

function text(state: State | undefined): string {
  return state?.value === undefined ? '' : canonical(state.value);
}

function words(states: States, paths: readonly ClaimPath[]): string {
  return paths
    .map((path) => {
      const value = text(states.get(path));
      return value === '' ? `without "${showPath(path)}"` : `with "${showPath(path)}" ${value}`;
    })
    .join(', ');
}
