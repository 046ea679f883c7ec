import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare } from '../../src/compare/index.ts';
import { acceptedSchema, contractOf, effectiveContracts, issuedSchema } from '../../src/contract/index.ts';
import type { Change, ContractKey, MapperDefinition } from '../../src/model/index.ts';
import { sample, validate } from '../../src/schema/index.ts';
import { SCOPES } from './random.ts';
import { edited, RUNS, TIMEOUT, versions } from './random-pairs.ts';

function tells({ tolerant, clients, tokenTypes }: Change, key: ContractKey): boolean {
  if (tolerant.verdict === 'safe') return false;
  const isMeant = (names: readonly string[], name: string): boolean =>
    names.length === 0 || names.includes(name);
  return isMeant(clients, key.client) && isMeant(tokenTypes, key.tokenType);
}

/** Whether a request with these scopes gets a token for the contract's resource. */
function isOpened(
  { scopes }: MapperDefinition,
  { resource }: ContractKey,
  granted: ReadonlySet<string>,
): boolean {
  const openers = [...scopes.values()].filter(({ resources }) => resources.includes(resource ?? ''));
  return openers.length === 0 || openers.some(({ name }) => granted.has(name));
}

test(`where no change breaks its readers, a reader of before takes every token of after (seed ${RUNS.seed})`, {
  timeout: TIMEOUT,
}, async () => {
  await fc.assert(
    fc.asyncProperty(edited(3), fc.subarray<string>([...SCOPES]), async ([document, steps], requested) => {
      const pair = await versions(document, steps);
      if (pair === undefined) return;
      const { before, after } = pair;
      const { changes } = compare(before, after);
      for (const contract of effectiveContracts(after)) {
        const earlier = contractOf(before, contract.key);
        if (earlier === undefined || changes.some((change) => tells(change, contract.key))) continue;
        const has = ({ defaultScopes, optionalScopes }: typeof contract) =>
          new Set([...defaultScopes, ...optionalScopes.filter((scope) => requested.includes(scope))]);
        if (!isOpened(before, contract.key, has(earlier)) || !isOpened(after, contract.key, has(contract)))
          continue;
        const issued = issuedSchema(contract, has(contract));
        if (JSON.stringify(issued) === JSON.stringify(issuedSchema(earlier, has(earlier)))) continue;
        // Which scopes and resources a token names follows from the request: one for more of them is another one.
        const reachesMore = contract.audience.values.some((one) => !earlier.audience.values.includes(one));
        const asked = ['scope', ...(reachesMore ? ['aud'] : [])];
        const accepted = acceptedSchema(earlier, { grantedScopes: has(earlier), reader: 'tolerant' });
        for (const token of sample(issued, { limit: 8 })) {
          const failing = validate(accepted, token).map(({ path }) => path.split('/')[1]);
          expect(failing.filter((name) => !asked.includes(name ?? ''))).toEqual([]);
        }
      }
    }),
    RUNS,
  );
});
