import { isMultipleOf } from '../evaluate.ts';
import type { Atom } from '../tableau/atom.ts';
import { found, NONE, type Outcome, Undecided, unknown } from '../verdict.ts';

/** Multiples that are tried one after the other. */
const MULTIPLES = 2_000;

interface NumberFacts {
  readonly lower: number;
  readonly lowerExclusive: boolean;
  readonly upper: number;
  readonly upperExclusive: boolean;
  readonly divisors: readonly number[];
  readonly notDivisors: readonly number[];
  readonly excluded: ReadonlySet<number>;
}

/** Finds a number that fulfils all atoms, small and round where it can, or proves that there is none. */
export function solveNumber(atoms: readonly Atom[]): Outcome {
  const facts = gather(atoms);
  const { lower, upper } = facts;
  if (lower > upper) return NONE;
  if (lower === upper) return accepts(facts, lower) ? found(lower) : NONE;
  if (facts.divisors.some((divisor) => facts.notDivisors.includes(divisor))) return NONE;
  return facts.divisors.length > 0 ? solveMultiple(facts) : solveDense(facts);
}

function gather(atoms: readonly Atom[]): NumberFacts {
  let [lower, upper] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  let [lowerExclusive, upperExclusive] = [false, false];
  const divisors = new Set<number>();
  const notDivisors = new Set<number>();
  const excluded = new Set<number>();
  for (const atom of atoms) {
    if (atom.kind === 'lower' && (atom.limit > lower || (atom.limit === lower && atom.exclusive))) {
      [lower, lowerExclusive] = [atom.limit, atom.exclusive];
    } else if (atom.kind === 'upper' && (atom.limit < upper || (atom.limit === upper && atom.exclusive))) {
      [upper, upperExclusive] = [atom.limit, atom.exclusive];
    } else if (atom.kind === 'multiple') {
      (atom.holds ? divisors : notDivisors).add(atom.divisor);
    } else if (atom.kind === 'values') {
      for (const value of atom.values) if (typeof value === 'number') excluded.add(value);
    }
  }
  return {
    ...{ lower, lowerExclusive, upper, upperExclusive, excluded },
    ...{ divisors: [...divisors], notDivisors: [...notDivisors] },
  };
}

function isWithin(facts: NumberFacts, value: number): boolean {
  const above = facts.lowerExclusive ? value > facts.lower : value >= facts.lower;
  return above && (facts.upperExclusive ? value < facts.upper : value <= facts.upper);
}

function accepts(facts: NumberFacts, value: number): boolean {
  return (
    Number.isFinite(value) &&
    isWithin(facts, value) &&
    facts.divisors.every((divisor) => isMultipleOf(value, divisor)) &&
    !facts.notDivisors.some((divisor) => isMultipleOf(value, divisor)) &&
    !facts.excluded.has(value)
  );
}

/**
 * Multiples of all divisors are multiples of their least common multiple. Where all divisors are
 * short binary fractions (integers, 0.5, 0.25 …) the arithmetic is exact and so is the proof.
 * Decimal fractions are judged by Ajv in floating point, where rounding makes exceptions: a value
 * that is found counts, but that none was found proves nothing.
 */
function solveMultiple(facts: NumberFacts): Outcome {
  const scale = commonScale([...facts.divisors, ...facts.notDivisors]);
  if (scale === undefined) return solveInexactMultiple(facts);
  const step = facts.divisors.map((divisor) => divisor * scale).reduce(leastCommonMultiple) / scale;
  if (!Number.isSafeInteger(step * scale)) throw new Undecided('the common multiple is too large');
  if (facts.notDivisors.some((divisor) => Number.isInteger(step / divisor))) return NONE;
  return walkMultiples(facts, (index) => index * step, step, true);
}

function solveInexactMultiple(facts: NumberFacts): Outcome {
  const [step = 1] = [...facts.divisors].sort((one, other) => other - one);
  // Halving and doubling are exact in floating point, so here rounding makes no exceptions.
  const exact = facts.notDivisors.some((divisor) =>
    facts.divisors.some((multiple) => Number.isInteger(Math.log2(multiple / divisor)) && multiple >= divisor),
  );
  if (exact) return NONE;
  const decimals = Math.min(15, Math.max(...facts.divisors.map(decimalPlaces)));
  return walkMultiples(facts, (index) => Number((index * step).toFixed(decimals)), step, false);
}

/** Tries multiples one after the other, from the bound that there is. */
function walkMultiples(
  facts: NumberFacts,
  multiple: (index: number) => number,
  step: number,
  exact: boolean,
): Outcome {
  const { lower, upper } = facts;
  const upwards = Number.isFinite(lower) || !Number.isFinite(upper);
  const start = Number.isFinite(lower)
    ? Math.ceil(lower / step) - 1
    : upwards
      ? 0
      : Math.floor(upper / step) + 1;
  for (const index of [1, 0]) if (accepts(facts, multiple(index))) return found(multiple(index));
  for (let count = 0; count < MULTIPLES + facts.excluded.size; count += 1) {
    const value = multiple(start + (upwards ? count : -count));
    if (accepts(facts, value)) return found(value);
    if (exact && upwards && value > upper) return NONE;
  }
  return unknown(exact ? 'no number was found' : 'multiples of decimal fractions depend on rounding');
}

/** Infinitely many numbers lie between the bounds; only finitely many candidates are needed. */
function solveDense(facts: NumberFacts): Outcome {
  const { lower, upper } = facts;
  const from = Number.isFinite(lower) ? lower : Number.isFinite(upper) ? upper - 1_000 : 0;
  const to = Number.isFinite(upper) ? upper : from + 1_000;
  const middle = (from + to) / 2;
  const round = [
    1,
    0,
    Math.ceil(from),
    Math.floor(to),
    from + 1,
    to - 1,
    from,
    to,
    Math.floor(from) + 0.5,
    middle,
  ];
  for (const candidate of round) if (accepts(facts, candidate)) return found(candidate);
  const count = 64 + 2 * facts.excluded.size;
  for (let index = 1; index < count; index += 1) {
    const candidate = from + ((to - from) * index) / (count + 0.7);
    if (accepts(facts, candidate)) return found(candidate);
  }
  return unknown('no number was found between the bounds');
}

/** A power of two that makes all numbers integers, if there is a small one. */
function commonScale(numbers: readonly number[]): number | undefined {
  for (let scale = 1; scale <= 2 ** 20; scale *= 2) {
    if (numbers.every((number) => Number.isInteger(number * scale))) return scale;
  }
  return undefined;
}

function leastCommonMultiple(one: number, other: number): number {
  return (one / greatestCommonDivisor(one, other)) * other;
}

function greatestCommonDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestCommonDivisor(other, one % other);
}

function decimalPlaces(number: number): number {
  const [digits = '', exponent = '0'] = String(number).split('e');
  return Math.max(0, (digits.split('.')[1] ?? '').length - Number(exponent));
}
