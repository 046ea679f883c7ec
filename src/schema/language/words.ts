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

const STEPS = 100_000;

/** Words of an automaton, shortest first, in readable characters where it has any. */
export function* readableWords(automaton: Automaton, limit: number): Generator<string> {
  const visits = new Map<unknown, number>();
  let level: [state: Automaton['initial'], word: string][] = [[automaton.initial, '']];
  let left = limit;
  let steps = 0;
  while (level.length > 0) {
    const next: typeof level = [];
    for (const [state, word] of level) {
      const visited = visits.get(state) ?? 0;
      if (visited >= VISITS) continue;
      visits.set(state, visited + 1);
      if (automaton.finals.has(state)) {
        yield word;
        left -= 1;
        if (left === 0) return;
      }
      steps += 1;
      if (steps > STEPS) return;
      for (const [target, ranges] of transitionsOf(state)) {
        for (const character of readableCharacters(ranges)) next.push([target, word + character]);
      }
    }
    level = next;
  }
}

type State = Automaton['initial'];

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
