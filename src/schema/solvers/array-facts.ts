import type { Literal } from '../node.ts';
import type { Atom } from '../tableau/atom.ts';

/** An array must have at least `min` items (from a position on) and at most `max` that satisfy a literal. */
interface Counter {
  readonly literal: Literal;
  readonly min: number;
  readonly max: number;
  readonly from: number;
}

/** What the atoms of an array say together. */
export interface ArrayFacts {
  readonly min: number;
  readonly max: number;
  readonly items: readonly Extract<Atom, { kind: 'items' }>[];
  readonly at: readonly Extract<Atom, { kind: 'item' }>[];
  readonly counters: readonly Counter[];
  readonly unique: boolean;
  readonly duplicate: boolean;
}

/** Puts the atoms of an array together. */
export function gatherArrayFacts(atoms: readonly Atom[]): ArrayFacts {
  let [min, max] = [0, Number.POSITIVE_INFINITY];
  let [unique, duplicate] = [false, false];
  const items: Extract<Atom, { kind: 'items' }>[] = [];
  const at: Extract<Atom, { kind: 'item' }>[] = [];
  const counters: Counter[] = [];
  for (const atom of atoms) {
    if (atom.kind === 'minItems') min = Math.max(min, atom.limit);
    else if (atom.kind === 'maxItems') max = Math.min(max, atom.limit);
    else if (atom.kind === 'items') items.push(atom);
    else if (atom.kind === 'item') at.push(atom);
    else if (atom.kind === 'unique') {
      unique ||= atom.holds;
      duplicate ||= !atom.holds;
    } else if (atom.kind === 'some') {
      counters.push({
        literal: atom.literal,
        min: atom.count,
        max: Number.POSITIVE_INFINITY,
        from: atom.from,
      });
    } else if (atom.kind === 'atMost') {
      counters.push({ literal: atom.literal, min: 0, max: atom.count, from: 0 });
    }
  }
  return { min, max, items, at, counters, unique, duplicate };
}

/** The number of positions that differ from those after them. */
export function mentionedPositions({ items, at, counters }: ArrayFacts): number {
  const prefixes = items.map(({ prefix }) => prefix.length);
  return Math.max(0, ...prefixes, ...at.map(({ index }) => index + 1), ...counters.map(({ from }) => from));
}
