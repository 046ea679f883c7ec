import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare } from '../../src/compare/index.ts';
import type { Change } from '../../src/model/index.ts';
import { definition } from './definitions.ts';
import { write } from './random.ts';
import { edited, planted, RUNS, TIMEOUT } from './random-pairs.ts';

/** `claim-widened c1`: what a planted edit is told as. */
function told({ kind, coordinates }: Change): string {
  const { claim, scope, client, resource, tokenType } = coordinates;
  const about = claim ?? scope ?? client ?? resource ?? tokenType;
  return about === undefined ? kind : `${kind} ${about}`;
}

test(`a planted edit is told once, as what it is, or not at all where no token shows it (seed ${RUNS.seed})`, {
  timeout: TIMEOUT,
}, async () => {
  await fc.assert(
    fc.asyncProperty(edited(1), async ([document, [step]]) => {
      const edit = step && planted(document, step);
      fc.pre(edit?.told !== undefined);
      const before = await definition(write(document));
      const after = await definition(write(edit.after));
      expect(compare(before, after).changes.map(told)).toEqual(edit.told(before, after));
    }),
    RUNS,
  );
});
