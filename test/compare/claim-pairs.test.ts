import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ClaimPair, claimRenames, pairedClaims } from '../../src/compare/facts/claim-pairs.ts';
import { signature } from '../../src/compare/facts/claim-signature.ts';
import { pairContracts } from '../../src/compare/pairing.ts';
import { effectiveContracts } from '../../src/contract/index.ts';
import type { Document } from './random.ts';
import { edited, RUNS, TIMEOUT, versions } from './random-pairs.ts';

function isOther({ before, after }: ClaimPair): boolean {
  return before === undefined || after === undefined || signature(before) !== signature(after);
}

const keys = ({ before, after }: ClaimPair) => [before?.key, after?.key];

/** The same with a claim that is another one for each client. */
function namedByClient(document: Document): Document {
  const { c1, ...others } = document.claims;
  return c1 === undefined
    ? document
    : { ...document, claims: { c1: { ...c1, path: ['roles', '$' + '{client}'] }, ...others } };
}

test(`by what brings them, the same claims are found to differ as by looking at all (seed ${RUNS.seed})`, {
  timeout: TIMEOUT,
}, async () => {
  await fc.assert(
    fc.asyncProperty(edited(3), fc.boolean(), async ([document, steps], isNamed) => {
      const both = await versions(isNamed ? namedByClient(document) : document, steps);
      if (both === undefined) return;
      const { before, after } = both;
      const renames = claimRenames(before, after);
      for (const pair of pairContracts(effectiveContracts(before), effectiveContracts(after)).pairs) {
        const different = [...pairedClaims(pair, renames, 'different')].map(keys);
        const all = [...pairedClaims(pair, renames, 'all')].filter(isOther).map(keys);
        expect(different).toEqual(all);
      }
    }),
    RUNS,
  );
});
