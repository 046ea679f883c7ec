import fc from 'fast-check';
import type { MapperDefinition } from '../../src/model/index.ts';
import { randomBy } from '../token/mutate.ts';
import { definition } from './definitions.ts';
import { type Document, documents, write } from './random.ts';
import { EDITS, type Pick } from './random-edits.ts';

/** Each run tries as many definitions; `SEED=7 RUNS=10000 npx vitest run test/compare` tries others. */
export const RUNS = { seed: Number(process.env.SEED ?? 1), numRuns: Number(process.env.RUNS ?? 1_000) };

/** How long the runs may take on a machine that does other work, too. */
export const TIMEOUT = 600_000 * Math.ceil(RUNS.numRuns / 1_000);

/** The name of an edit, and what it picks at random. */
export type Step = readonly [edit: string, seed: number];

const step: fc.Arbitrary<Step> = fc.tuple(fc.constantFrom(...EDITS.keys()), fc.nat());

/** A definition with the edits that make another one of it. */
export const edited = (most: number) =>
  fc.tuple(documents, fc.array(step, { minLength: 1, maxLength: most }));

/** The document after one edit, and what it must be told as; undefined where it has nothing to edit. */
export function planted(document: Document, [name, seed]: Step) {
  const after: Document = JSON.parse(JSON.stringify(document));
  const random = randomBy(seed);
  const pick: Pick = (things) => {
    const thing = things[Math.floor(random() * things.length)];
    if (thing === undefined) throw new RangeError('nothing to pick from');
    return thing;
  };
  const told = EDITS.get(name)?.(after, pick);
  return { after, told };
}

/** Two versions, where the edits make a definition that can be read. */
export async function versions(document: Document, steps: readonly Step[]) {
  const after = steps.reduce((result, one) => planted(result, one).after, document);
  const loaded = await loadedOrNone(after);
  return loaded && { before: await definition(write(document)), after: loaded };
}

async function loadedOrNone(document: Document): Promise<MapperDefinition | undefined> {
  try {
    return await definition(write(document));
  } catch {
    return undefined;
  }
}
