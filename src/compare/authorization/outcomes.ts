import {
  canonical,
  type DecisionEffect,
  type JsonObject,
  type JsonSchema,
  type PlannedValue,
  showPath,
} from '../../model/index.ts';
import { withMember } from '../witness/member.ts';
import { isValid } from '../witness/sampling.ts';
import {
  type ClaimPath,
  type Domain,
  type NextState,
  nextStates,
  type State,
  statesOf,
} from './decision-values.ts';

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
const TRIES = 16_384;

/** So many are tried once an outcome is certain. */
const FURTHER = 256;

/** What becomes of persons. */
export interface Outcomes {
  readonly outcomes: readonly Outcome[];
  /** Whether every person was tried: then there are no others. */
  readonly isExhaustive: boolean;
}

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
): Outcomes {
  const steps = stepsOf(before, after, planned);
  const found = new Map<string, Outcome>();
  let left = TRIES;
  for (const was of persons(steps)) {
    left -= 1;
    if (left < 0) break;
    if (isAllowed(allows, was) !== (direction === 'closes')) continue;
    for (const { is, certain } of nextPersons(was, steps)) {
      left -= 1;
      if (left < 0) break;
      if (isAllowed(allows, is) !== (direction === 'opens')) continue;
      const outcome = outcomeOf(was, is, certain);
      const way = JSON.stringify([outcome.changed.map(showPath), outcome.isLoss]);
      const known = found.get(way);
      if (known === undefined || (certain && !known.certain)) found.set(way, outcome);
      // A certain outcome settles the question; others are looked for only as far as that is cheap.
      if (certain) left = Math.min(left, FURTHER);
    }
  }
  return { outcomes: leastOf(found), isExhaustive: left >= 0 };
}

/** The outcomes of which no part is enough. */
function leastOf(found: ReadonlyMap<string, Outcome>): readonly Outcome[] {
  const all = [...found.values()];
  return all.filter((outcome) => !all.some((other) => isPartOf(other, outcome)));
}

/** Whether less has to change for one outcome than for another, and it is no less sure. */
function isPartOf(one: Outcome, other: Outcome): boolean {
  const isAsSure = one.certain || !other.certain;
  const isLess = one.changed.length < other.changed.length;
  return isAsSure && isLess && one.changed.every((path) => other.changed.includes(path));
}

/** What each state of a claim may become. */
type Steps = ReadonlyMap<ClaimPath, ReadonlyMap<State, readonly NextState[]>>;

function stepsOf(
  before: ReadonlyMap<ClaimPath, Domain>,
  after: ReadonlyMap<ClaimPath, Domain>,
  planned: ReadonlyMap<ClaimPath, readonly PlannedValue[]>,
): Steps {
  const next = (state: State, path: ClaimPath, was: Domain): readonly NextState[] => {
    const is = after.get(path);
    return is ? nextStates(state, was, is, planned.get(path) ?? []) : [{ state, certain: true }];
  };
  return new Map(
    [...before].map(([path, was]) => [
      path,
      new Map(statesOf(was).map((state) => [state, next(state, path, was)])),
    ]),
  );
}

function* persons(steps: Steps): Iterable<States> {
  for (const states of choices([...steps.values()].map((states) => [...states.keys()]))) {
    yield new Map([...steps.keys()].map((path, index) => [path, states[index] ?? {}]));
  }
}

function* nextPersons(
  was: States,
  steps: Steps,
): Iterable<{ readonly is: States; readonly certain: boolean }> {
  const next = [...was].map(([path, state]) => steps.get(path)?.get(state) ?? []);
  for (const taken of choices(next)) {
    const is = new Map([...was.keys()].map((path, index) => [path, taken[index]?.state ?? {}]));
    yield { is, certain: taken.every(({ certain }) => certain) };
  }
}

/** One of each list, in every combination; the last list varies first. */
function* choices<Thing>([first, ...others]: readonly (readonly Thing[])[]): Generator<readonly Thing[]> {
  if (first === undefined) yield [];
  for (const one of first ?? []) for (const rest of choices(others)) yield [one, ...rest];
}

function isAllowed(allows: JsonSchema, states: States): boolean {
  return isValid(allows, put({}, states));
}

/** Claims at the root are put at once: this is done for each of thousands of persons. */
function put(token: JsonObject, states: States): JsonObject {
  const members = new Map(Object.entries(token));
  const nested: [ClaimPath, State][] = [];
  for (const [path, state] of states) {
    const [name = ''] = path;
    if (path.length > 1) nested.push([path, state]);
    else if (state.value === undefined) members.delete(name);
    else members.set(name, state.value);
  }
  const result: JsonObject = Object.fromEntries(members);
  return nested.reduce((whole, [path, { value }]) => withMember(whole, path, value), result);
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
