import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare } from '../../src/compare/index.ts';
import { CHANGES, type Change, type ChangeKind } from '../../src/model/index.ts';
import { definition } from './definitions.ts';
import { documents, reversed, write } from './random.ts';
import { edited, RUNS, TIMEOUT, versions } from './random-pairs.ts';

const NOTHING = { changes: [], exposureChanges: [], requiredBump: 'none' };

test(`a version against itself is silent, and so is another order (seed ${RUNS.seed})`, {
  timeout: TIMEOUT,
}, async () => {
  await fc.assert(
    fc.asyncProperty(documents, async (document) => {
      const version = await definition(write(document));
      expect(compare(version, version)).toMatchObject(NOTHING);
      expect(compare(version, await definition(write(reversed(document))))).toMatchObject(NOTHING);
    }),
    RUNS,
  );
});

test('a kind and its mirror are about the same, in opposite directions', () => {
  const opposite = {
    added: 'removed',
    removed: 'added',
    loosened: 'tightened',
    tightened: 'loosened',
    changed: 'changed',
    undecided: 'undecided',
  } as const;
  for (const [kind, { subject, aspect, direction, mirror }] of Object.entries(CHANGES)) {
    const expected = { subject, aspect, direction: opposite[direction], mirror: kind };
    expect({ kind, mirror: CHANGES[mirror as ChangeKind] }).toEqual({ kind, mirror: expected });
  }
});

test('no two kinds have the same coordinates', () => {
  const coordinates = Object.values(CHANGES).map(
    (info) => `${info.subject} ${info.aspect} ${info.direction}`,
  );
  expect(coordinates.filter((one, at) => coordinates.indexOf(one) !== at)).toEqual([]);
});

/** What a change is about, whatever it does; what was renamed is called by its name of before. */
function subjects(changes: readonly Change[], direction: 'forth' | 'back'): readonly string[] {
  const isForth = direction === 'forth';
  const renamed = changes.filter(({ kind }) => kind.endsWith('-renamed') && !isForth);
  const former = new Map(renamed.map(({ before, after }) => [before, after]));
  return changes
    .filter(({ kind }) => !kind.startsWith('contract-'))
    .map(({ kind, coordinates: { claim, scope, client } }) => {
      const about = claim ?? scope;
      return JSON.stringify([isForth ? kind : CHANGES[kind].mirror, former.get(about) ?? about, client]);
    })
    .sort();
}

test(`going back is told as the mirror of going forth (seed ${RUNS.seed})`, {
  timeout: TIMEOUT,
}, async () => {
  await fc.assert(
    fc.asyncProperty(edited(3), async ([document, steps]) => {
      const pair = await versions(document, steps);
      if (pair === undefined) return;
      const forth = compare(pair.before, pair.after).changes;
      const back = compare(pair.after, pair.before).changes;
      expect(subjects(back, 'back')).toEqual(subjects(forth, 'forth'));
    }),
    RUNS,
  );
});
