import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare } from '../../src/compare/index.ts';
import type { Change } from '../../src/model/index.ts';
import { edited, editedApart, planted, RUNS, TIMEOUT, toldTogether, versions } from './random-pairs.ts';

/** `claim-widened c1`: what a planted edit is told as. */
function toldAs({ kind, coordinates }: Change): string {
  const { claim, scope, client, resource, tokenType } = coordinates;
  const about = claim ?? scope ?? client ?? resource ?? tokenType;
  return about === undefined ? kind : `${kind} ${about}`;
}

test(`a planted edit is told once, as what it is, or not at all where no token shows it (seed ${RUNS.seed})`, {
  timeout: TIMEOUT,
}, async () => {
  await fc.assert(
    fc.asyncProperty(edited(1), async ([document, steps]) => {
      const told = steps[0] && planted(document, steps[0]).told;
      const pair = told && (await versions(document, steps));
      fc.pre(pair !== undefined);
      const { changes } = compare(pair.before, pair.after);
      expect(changes.map(toldAs)).toEqual(told?.(pair.before, pair.after));
    }),
    RUNS,
  );
});

test(`several planted edits are told once each, as what they are, unless one hides another (seed ${RUNS.seed})`, {
  timeout: TIMEOUT,
}, async () => {
  await fc.assert(
    fc.asyncProperty(editedApart, async ([document, steps]) => {
      const told = await toldTogether(document, steps);
      const pair = told && (await versions(document, steps));
      fc.pre(pair !== undefined);
      const { changes } = compare(pair.before, pair.after);
      expect(changes.map(toldAs).sort()).toEqual(told?.sort());
    }),
    RUNS,
  );
});
