import type { JsonValue } from '../json.ts';
import { complement, type Literal } from '../node.ts';
import type { Atom } from '../tableau/atom.ts';
import type { Search } from '../tableau/tableau.ts';
import { found, NONE, type Outcome, Undecided, unknown } from '../verdict.ts';
import { type ArrayFacts, gatherArrayFacts, mentionedPositions } from './array-facts.ts';
import { matchDistinct } from './distinct.ts';

/** Arrays longer than this are not written out. */
const MAX_LENGTH = 1_000;

/** Items that must all differ, each from a schema of its own choice. */
const MAX_DISTINCT = 40;

/** Ways to spread demands over positions that are tried. */
const MAX_STEPS = 3_000;

/**
 * Finds an array that fulfils all atoms, or proves that there is none. Positions after the last one
 * that is mentioned are alike, so a shortest array needs no more of them than there are demands.
 */
export function solveArray(atoms: readonly Atom[], search: Search): Outcome {
  const facts = gatherArrayFacts(atoms);
  if (facts.min > facts.max || (facts.unique && facts.duplicate)) return NONE;
  const mentioned = mentionedPositions(facts);
  const demands = facts.counters.reduce((sum, { min }) => sum + min, 0) + (facts.duplicate ? 2 : 0);
  const longest = Math.min(facts.max, Math.max(facts.min, mentioned) + demands);
  if (Math.max(facts.min, demands) > MAX_LENGTH) return unknown('the array is too long to be written out');
  let doubt: Outcome | undefined;
  for (let length = facts.min; length <= longest; length += 1) {
    const outcome = new Placement(facts, length, mentioned, search).solve();
    if (outcome.kind === 'value') return outcome;
    if (outcome.kind === 'unknown') doubt = outcome;
  }
  return doubt ?? NONE;
}

/** Spreads the demands over the positions of an array of one length. */
class Placement {
  private readonly facts: ArrayFacts;
  private readonly length: number;
  private readonly mentioned: number;
  private readonly search: Search;
  private readonly base: Literal[][];
  private steps = 0;

  constructor(facts: ArrayFacts, length: number, mentioned: number, search: Search) {
    this.facts = facts;
    this.length = length;
    this.mentioned = mentioned;
    this.search = search;
    this.base = Array.from({ length }, (_, index) => this.literalsAt(index));
  }

  solve(): Outcome {
    if (!this.facts.duplicate) return this.place(0, this.base, this.zeroes());
    return firstValue(this.pairs(), ([one, other]) => {
      const shared = [...(this.base[one] ?? []), ...(this.base[other] ?? [])];
      const base = this.base.map((literals, index) => (index === one || index === other ? shared : literals));
      return this.place(0, base, this.zeroes(), [one, other]);
    });
  }

  private zeroes(): number[] {
    return this.facts.counters.map(() => 0);
  }

  private literalsAt(index: number): Literal[] {
    const literals: Literal[] = [];
    for (const { prefix, rest } of this.facts.items) {
      const literal = index < prefix.length ? prefix[index] : rest;
      if (literal) literals.push(literal);
    }
    for (const atom of this.facts.at) if (atom.index === index) literals.push(atom.literal);
    return literals;
  }

  /** Two positions that hold the same value. Of the positions that are alike, the first few suffice. */
  private *pairs(): Generator<readonly [number, number]> {
    const end = Math.min(this.length, this.mentioned + 2);
    for (let one = 0; one < end; one += 1)
      for (let other = one + 1; other < end; other += 1) yield [one, other];
  }

  /** Decides for one position after the other which counters it counts for. */
  private place(
    index: number,
    chosen: readonly Literal[][],
    counts: readonly number[],
    same?: Pair,
  ): Outcome {
    this.steps += 1;
    if (this.steps > MAX_STEPS) throw new Undecided('too many ways to spread items over an array');
    if (this.facts.counters.some(({ min }, counter) => min - (counts[counter] ?? 0) > this.length - index))
      return NONE;
    if (index >= this.length || this.facts.counters.length === 0) return this.fill(chosen, same);
    return firstValue(this.choices(index, counts), ({ literals, counted }) => {
      const here = [...(chosen[index] ?? []), ...literals];
      if (this.search.satisfy(here).kind === 'none') return NONE;
      const next = chosen.map((each, position) => (position === index ? here : each));
      return this.place(index + 1, next, counted, same);
    });
  }

  private *choices(index: number, counts: readonly number[]): Generator<Choice> {
    let choices: Choice[] = [{ literals: [], counted: counts }];
    this.facts.counters.forEach(({ literal, max, min, from }, counter) => {
      const count = counts[counter] ?? 0;
      choices = choices.flatMap(({ literals, counted }) => {
        const yes = { literals: [...literals, literal], counted: counted.with(counter, count + 1) };
        const no = {
          literals: Number.isFinite(max) ? [...literals, complement(literal)] : literals,
          counted,
        };
        if (count >= max || index < from) return [no];
        if (Number.isFinite(max)) return [no, yes];
        return count >= min ? [no] : [yes, no];
      });
    });
    yield* choices;
  }

  private fill(chosen: readonly Literal[][], same?: Pair): Outcome {
    if (this.facts.unique) return this.fillDistinct(chosen);
    const items: JsonValue[] = [];
    for (const [index, literals] of chosen.entries()) {
      const twin = same && index === same[1] ? items[same[0]] : undefined;
      const outcome: Outcome =
        twin === undefined ? this.search.satisfy(this.withTwin(literals, chosen, index, same)) : found(twin);
      if (outcome.kind !== 'value') return outcome;
      items.push(outcome.value);
    }
    return found(items);
  }

  /** The value of a pair of equal items satisfies what was chosen for either. */
  private withTwin(
    literals: readonly Literal[],
    chosen: readonly Literal[][],
    index: number,
    same?: Pair,
  ): readonly Literal[] {
    return same && index === same[0] ? [...literals, ...(chosen[same[1]] ?? [])] : literals;
  }

  /**
   * Finds a different value for each position. A position with as many candidates as there are
   * positions can always be served last; one with fewer has been enumerated completely. So if no
   * matching serves all positions, there is no such array.
   */
  private fillDistinct(chosen: readonly Literal[][]): Outcome {
    if (this.length > MAX_DISTINCT) throw new Undecided(`more than ${MAX_DISTINCT} different items`);
    const known = new Map<string, readonly JsonValue[]>();
    const candidates: (readonly JsonValue[])[] = [];
    for (const literals of chosen) {
      const key = literals
        .map(({ id }) => id)
        .sort()
        .join();
      const values = known.get(key) ?? this.distinctValues(literals);
      known.set(key, values);
      candidates.push(values);
    }
    const values = matchDistinct(candidates);
    return values ? found(values) : NONE;
  }

  private distinctValues(literals: readonly Literal[]): readonly JsonValue[] {
    const values: JsonValue[] = [];
    const others = [...literals];
    while (values.length < this.length) {
      const outcome = this.search.satisfy(others);
      if (outcome.kind === 'unknown') throw new Undecided(outcome.reason, outcome.path);
      if (outcome.kind === 'none') break;
      values.push(outcome.value);
      others.push(this.search.store.constant(outcome.value).denied);
    }
    return values;
  }
}

type Pair = readonly [number, number];

interface Choice {
  readonly literals: readonly Literal[];
  readonly counted: readonly number[];
}

function firstValue<T>(items: Iterable<T>, solve: (item: T) => Outcome): Outcome {
  let doubt: Outcome | undefined;
  for (const item of items) {
    const outcome = solve(item);
    if (outcome.kind === 'value') return outcome;
    if (outcome.kind === 'unknown') doubt = outcome;
  }
  return doubt ?? NONE;
}
