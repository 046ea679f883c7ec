import fc from 'fast-check';
import { expect, test } from 'vitest';
import { declaredName } from '../../src/compare/facts/claim-pairs.ts';
import { compare } from '../../src/compare/index.ts';
import { effectiveContracts } from '../../src/contract/index.ts';
import { CHANGES, type Change, type Comparison, type EffectiveContract } from '../../src/model/index.ts';
import { edited, RUNS, TIMEOUT, versions } from './random-pairs.ts';
import { witnessProblems } from './witness-laws.ts';

/** Whether a change is about tokens of a contract, so that somebody's request shows it. */
function concerns({ kind, coordinates, before, after }: Change, contract: EffectiveContract): boolean {
  const { claim, scope, client, resource } = coordinates;
  const { subject, aspect } = CHANGES[kind];
  const { key, claims, defaultScopes, optionalScopes } = contract;
  const isMachine = [before, after].includes('client_credentials');
  const names = [scope, before, after];
  return (
    (client === undefined || key.client === client) &&
    (resource === undefined || key.resource === resource) &&
    (subject !== 'exchange' || key.subject === 'user') &&
    (aspect !== 'grant type' || key.subject === (isMachine ? 'machine' : 'user')) &&
    (scope === undefined || [...defaultScopes, ...optionalScopes].some((name) => names.includes(name))) &&
    (claim === undefined || [...claims.values()].some((one) => declaredName(one) === claim))
  );
}

/** What nobody has, such as a resource that no scope opens, changes for nobody: there is nothing to show. */
function isForNobody({ before, after }: Comparison, change: Change): boolean {
  const contracts = [before, after].flatMap(effectiveContracts);
  return change.witness === undefined && !contracts.some((contract) => concerns(change, contract));
}

// Each run asks Ajv about a dozen schemas of its own.
const FEWER_RUNS = { ...RUNS, numRuns: Math.ceil(RUNS.numRuns / 5) };

test(`every change for somebody has a witness that Ajv confirms (seed ${RUNS.seed})`, {
  timeout: TIMEOUT,
}, async () => {
  await fc.assert(
    fc.asyncProperty(edited(3), async ([document, steps]) => {
      const pair = await versions(document, steps);
      fc.pre(pair !== undefined);
      for (const comparison of [compare(pair.before, pair.after), compare(pair.after, pair.before)]) {
        const problems = comparison.changes
          .filter((change) => !isForNobody(comparison, change))
          .flatMap((change) =>
            witnessProblems(comparison, change).map((problem) => `${change.kind}: ${problem}`),
          );
        expect(problems).toEqual([]);
      }
    }),
    FEWER_RUNS,
  );
});
