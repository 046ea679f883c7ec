import { Undecided } from '../verdict.ts';
import type { Automaton } from './automata.ts';

/** A range of code points, ends included. */
interface Range {
  readonly min: number;
  readonly max: number;
}

/** What a reader likes to see in an example, best first. */
const READABLE: readonly Range[] = [
  { min: 0x61, max: 0x7a }, // a-z
  { min: 0x30, max: 0x39 }, // 0-9
  { min: 0x41, max: 0x5a }, // A-Z
  { min: 0x2d, max: 0x2f }, // - . /
  { min: 0x21, max: 0x7e },
  { min: 0x20, max: 0x20 },
  { min: 0xa1, max: 0xd7ff },
  { min: 0xe000, max: 0x10ffff },
  { min: 0x00, max: 0xa0 },
];

/** Characters tried per transition. More make longer searches, not better examples. */
const CHARACTERS = 3;

/** Visits per state. Without a cap, the number of words explodes (`.*[0-9a-f]{64}.*`). */
const VISITS = 64;

/** Visits in all. Where there are many states and lengths each gets fewer, so that the last ones get some. */
const STEPS = 100_000;

/** States that are followed to find out whether there is a word. */
const FOLLOWED = 1_000_000;

type State = Automaton['initial'];

/** How many code points a word has. */
interface Lengths {
  readonly min: number;
  readonly max: number;
}

/** The length up to which it matters how long a word is. */
function countedLength({ min, max }: Lengths): number {
  return Number.isFinite(max) ? max : min;
}

/**
 * Whether an automaton has a word of such a length. Counting on the way is cheaper than an automaton that counts.
 * @throws {Undecided} where that takes too long
 */
export function hasWord({ initial, finals }: Automaton, lengths: Lengths): boolean {
  const { min, max } = lengths;
  const seen = new Set<State>();
  let states = new Set([initial]);
  let followed = 0;
  for (let length = 0; length <= max && states.size > 0; length += 1) {
    const next = new Set<State>();
    for (const state of states) {
      if (length >= min && finals.has(state)) return true;
      if (length >= min) seen.add(state);
      for (const [, target] of state.out) if (!seen.has(target)) next.add(target);
    }
    followed += states.size;
    if (followed > FOLLOWED)
      throw new Undecided(`patterns of ${countedLength(lengths)} characters are not counted`);
    states = next;
  }
  return false;
}

/** Words of an automaton, shortest first, in readable characters where it has any. */
export function* readableWords(automaton: Automaton, limit: number, lengths: Lengths): Generator<string> {
  const visits = new Map<State, number>();
  const steps = stepsOf(automaton);
  const counted = countedLength(lengths);
  const most = Math.max(1, Math.min(VISITS, Math.floor(STEPS / (steps.size * (counted + 1)))));
  let level: [state: State, word: string][] = [[automaton.initial, '']];
  let left = limit;
  let taken = 0;
  for (let length = 0; length <= lengths.max && level.length > 0; length += 1) {
    const next: typeof level = [];
    for (const [state, word] of level) {
      const visited = visits.get(state) ?? 0;
      if (visited >= most) continue;
      visits.set(state, visited + 1);
      if (length >= lengths.min && automaton.finals.has(state)) {
        yield word;
        left -= 1;
        if (left === 0) return;
      }
      taken += 1;
      if (taken > STEPS) return;
      for (const [target, characters] of steps.get(state) ?? []) {
        for (const character of characters) next.push([target, word + character]);
      }
    }
    if (length < counted) visits.clear();
    level = next;
  }
}

/** Where the characters that are tried lead to, from each state. */
function stepsOf(automaton: Automaton): ReadonlyMap<State, readonly [State, readonly string[]][]> {
  return new Map(
    Array.from(automaton.nodes(), (state) => [
      state,
      [...transitionsOf(state)].map(([target, ranges]) => [target, readableCharacters(ranges)]),
    ]),
  );
}

function transitionsOf(state: State): Map<State, Range[]> {
  const transitions = new Map<State, Range[]>();
  for (const [range, target] of state.out) {
    const ranges = transitions.get(target);
    if (ranges) ranges.push(range);
    else transitions.set(target, [range]);
  }
  return transitions;
}

function readableCharacters(ranges: readonly Range[]): string[] {
  const characters = new Set<string>();
  for (const liked of READABLE) {
    for (const range of ranges) {
      const last = Math.min(liked.max, range.max);
      for (let code = Math.max(liked.min, range.min); code <= last; code += 1) {
        characters.add(String.fromCodePoint(code));
        if (characters.size === CHARACTERS) return [...characters];
      }
    }
  }
  return [...characters];
}
