import { expect, it } from 'vitest';
import { runRules } from '../../src/check/index.ts';
import { compare } from '../../src/compare/index.ts';
import { rules } from '../../src/generated/rules.ts';
import { loadAll, memoryTree } from '../../src/load/index.ts';
import type { Comparison, MapperDefinition } from '../../src/model/index.ts';
import { type Edit, edited } from '../compare/definitions.ts';
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

it('speaks of tokens where no request names what a client lost', async () => {
  const text = (scopes: string) => `tokenpact: mapper/v1
name: shop
issuer: https://id.shop.example
tokens: { access_token: { format: jwt, profile: rfc9068, lifetime: 5m } }
resources: { orders: { audience: "https://orders.shop.example", party: first } }
scopes: { "audience:orders": { resources: [orders] }, "audience:cart": { resources: [orders] } }
clients: { web: { party: first, grants: [authorization_code], defaultScopes: [${scopes}] } }
`;
  const loaded = async (scopes: string): Promise<MapperDefinition> => {
    const { definitions } = await loadAll(memoryTree({ 'shop.yaml': text(scopes) }), ['shop.yaml']);
    const [only] = definitions;
    if (only === undefined) throw new Error('the sample does not load');
    const implicit = [...only.scopes].map(([name, scope]) => [name, { ...scope, implicit: true }] as const);
    return { ...only, scopes: new Map(implicit) };
  };
  const comparison = compare(
    await loaded('"audience:orders", "audience:cart"'),
    await loaded('"audience:cart"'),
  );
  const findings = runRules(
    { comparisons: [comparison] },
    config({ versioning: { policy: 'none' } }),
    rules,
    { now: NOW },
  );
  expect(findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
    'change/scope-revoked: tokens of "web" are not for "orders" any more',
  ]);
});

const DECLARED = `tokenpact: mapper/v1
name: shop
issuer: https://id.shop.example
tokens: { access_token: { format: jwt, profile: rfc9068, lifetime: 5m, algorithms: [ES256] } }
resources: { orders: { audience: "https://orders.shop.example", party: first } }
scopes: { orders.read: { description: Orders, resources: [orders] }, orders.write: { description: Orders, resources: [orders] } }
clients:
  web: { party: first, grants: [authorization_code], scopes: [orders.read, orders.write] }
  batch: { party: first, grants: [client_credentials], scopes: [orders.read] }
`;

it.each<readonly [rule: string, edits: readonly Edit[]]>([
  ['change/algorithm-added', [['ES256', 'PS256']]],
  ['change/token-format-changed', [['lifetime: 5m', 'lifetime: 5m, typ: JWT']]],
  ['change/issuer-changed', [['https://id.shop', 'https://login.shop']]],
  ['change/audience-changed', [['https://orders.shop', 'https://api.shop']]],
  [
    'change/client-removed',
    [['  batch: { party: first, grants: [client_credentials], scopes: [orders.read] }\n', '']],
  ],
  [
    'change/scope-removed',
    [
      [', orders.write: { description: Orders, resources: [orders] }', ''],
      [', orders.write]', ']'],
    ],
  ],
])('is no comfort that readers said which members they need: %s', async (rule, edits) => {
  const after = edited(DECLARED, ...edits);
  const files = {
    'before.yaml': DECLARED,
    'after.yaml': after,
    'api.consumer.yaml':
      'tokenpact: consumer/v1\nname: api\nparty: first\nreads: access_token\nas: { resource: orders }\nexpects: { required: [sub] }\n',
  };
  const load = (file: string) => loadAll(memoryTree(files), [file, 'api.consumer.yaml']);
  const [was, is] = await Promise.all([load('before.yaml'), load('after.yaml')]);
  const [before] = was.definitions;
  const [changed] = is.definitions;
  if (before === undefined || changed === undefined) throw new Error('the sample does not load');
  const comparisons = [compare(before, changed, is.consumers)];
  const found = runRules(
    { comparisons, consumers: is.consumers },
    config({ versioning: { policy: 'none' } }),
    rules,
    { now: NOW },
  );
  expect(found.map((finding) => [finding.rule, finding.severity])).toEqual([[rule, 'error']]);
});
