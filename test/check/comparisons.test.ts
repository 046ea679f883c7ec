import { expect, it } from 'vitest';
import { runRules } from '../../src/check/index.ts';
import { compare } from '../../src/compare/index.ts';
import { rules } from '../../src/generated/rules.ts';
import { loadAll, memoryTree } from '../../src/load/index.ts';
import type { Comparison, MapperDefinition } from '../../src/model/index.ts';
import { config, NOW } from './sample.ts';

async function definition(name: string, releases: string): Promise<MapperDefinition> {
  const text = `tokenpact: mapper/v1
name: ${name}
issuer: https://id.${name}.example
tokens: { id_token: { format: jwt, profile: openid, lifetime: 5m, releases: [${releases}] } }
claims: { tier: { about: user, schema: { type: string }, source: crm.tier } }
clients: { web: { party: first, grants: [authorization_code] } }
`;
  const { definitions } = await loadAll(memoryTree({ [`${name}.yaml`]: text }), [`${name}.yaml`]);
  const [only] = definitions;
  if (only === undefined) throw new Error('the sample does not load');
  return only;
}

const removed = (comparisons: readonly Comparison[]) =>
  runRules({ comparisons }, config({ versioning: { policy: 'none' } }), rules, { now: NOW })
    .filter(({ rule }) => rule === 'change/claim-removed')
    .map(({ coordinates, releases }) => ({ mapper: coordinates.mapper, releases }));

it('tells the same edit of two definitions twice', async () => {
  const comparisons = await Promise.all(
    ['shop', 'library'].map(async (name) =>
      compare(await definition(name, 'tier'), await definition(name, '')),
    ),
  );
  expect(removed(comparisons)).toEqual([
    { mapper: 'library', releases: undefined },
    { mapper: 'shop', releases: undefined },
  ]);
});

it('tells the same edit against two releases once, with both', async () => {
  const comparison = compare(await definition('shop', 'tier'), await definition('shop', ''));
  const comparisons = ['1.0.0', '1.1.0'].map((release) => ({ ...comparison, release }));
  expect(removed(comparisons)).toEqual([{ mapper: 'shop', releases: ['1.0.0', '1.1.0'] }]);
});
