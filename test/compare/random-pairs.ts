import fc from 'fast-check';
import type { JsonObject, MapperDefinition } from '../../src/model/index.ts';
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

/** A definition with edits that are about different things, each of which is told as something. */
export const editedApart = fc
  .tuple(documents, fc.uniqueArray(step, { minLength: 2, maxLength: 3, selector: ([edit]) => edit }))
  .filter(([document, steps]) => {
    const touched = steps.flatMap((one) => touchedBy(document, one));
    return new Set(touched).size === touched.length && steps.every((one) => planted(document, one).told);
  });

/** Members of a claim or a scope belong together; of anything else each is a thing of its own. */
const TOGETHER = /^(?:(?:claims|scopes)\.[^.]*|[^.]*\.[^.]*\.[^.]*|.*)/;

/** `claims.c1`, `clients.web.scopes`: what an edit changes. */
function touchedBy(document: Document, one: Step): readonly string[] {
  const before = partsOf(document);
  const after = partsOf(planted(document, one).after);
  const names = [...new Set([...before.keys(), ...after.keys()])];
  const touched = names.filter((name) => before.get(name) !== after.get(name));
  return [...new Set(touched.map((name) => TOGETHER.exec(name)?.[0] ?? name))];
}

/** The text of each member of each entry, by `section.entry.member`. */
function partsOf(document: Document): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  for (const [section, entries] of Object.entries(document)) {
    for (const [entry, members] of Object.entries<JsonObject>(entries)) {
      for (const [member, value] of Object.entries(members)) {
        parts.set([section, entry, member].join('.'), JSON.stringify(value));
      }
    }
  }
  return parts;
}

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
  const loaded = await loadedOrNone(plantedAll(document, steps));
  return loaded && { before: await definition(write(document)), after: loaded };
}

function plantedAll(document: Document, steps: readonly Step[]): Document {
  return steps.reduce((result, one) => planted(result, one).after, document);
}

/**
 * What each of several edits must be told as. One may hide another: what it is told as alone, and as the last of
 * all, is what it is told as.
 *
 * @returns undefined where an edit is about what another one is about, so that it matters which is made first
 */
export async function toldTogether(document: Document, steps: readonly Step[]) {
  const whole = plantedAll(document, steps);
  const told: string[] = [];
  for (const one of steps) {
    const hybrid = plantedAll(
      document,
      steps.filter((other) => other !== one),
    );
    const alone = await toldFor(document, one);
    const last = await toldFor(hybrid, one);
    if (alone === undefined || last === undefined || !sameParts(planted(hybrid, one).after, whole))
      return undefined;
    // Where another edit gives what this one is about another name, they are about the same.
    if (alone.length > 0 && last.length > 0 && alone.join() !== last.join()) return undefined;
    if (alone.length > 0) told.push(...last);
  }
  return told;
}

function sameParts(one: Document, other: Document): boolean {
  const [parts, others] = [partsOf(one), partsOf(other)];
  return parts.size === others.size && [...parts].every(([name, text]) => others.get(name) === text);
}

async function toldFor(document: Document, one: Step): Promise<readonly string[] | undefined> {
  const { told } = planted(document, one);
  const pair = told && (await versions(document, [one]));
  return pair && told?.(pair.before, pair.after);
}

async function loadedOrNone(document: Document): Promise<MapperDefinition | undefined> {
  try {
    return await definition(write(document));
  } catch {
    return undefined;
  }
}
