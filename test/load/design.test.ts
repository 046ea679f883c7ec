import { expect, it } from 'vitest';
import { loadAll } from '../../src/load/index.ts';
import { fixtureTree } from '../fixtures/tree.ts';
import { told } from './reading.ts';

const { definitions, consumers, problems, files, ignored } = await loadAll(await fixtureTree('design'), [
  '.',
]);
const [shop] = definitions;
const [api] = consumers;

it("reads the design's own examples without a problem", () => {
  expect(told(problems)).toEqual([]);
  expect(
    definitions.map(({ name, version, issuer, owner, claimsFrom }) => [
      name,
      version,
      issuer,
      owner,
      claimsFrom,
    ]),
  ).toEqual([['shop', '2.1.0', 'https://id.shop.example', 'team-identity', 'issuance']]);
  expect(shop?.origin).toEqual({ format: 'tokenpact', files: ['mapper.yaml', 'scopes/returns.yaml'] });
  expect(files).toEqual(['mapper.yaml', 'orders-api.consumer.yaml', 'scopes/returns.yaml']);
  expect(ignored).toEqual([{ file: 'scopes/returns.yaml', reason: 'it is a part of another definition' }]);
});

it('gives a variant what it does not say itself', () => {
  const { at, keyPlaces, ...light } = shop?.tokenTypes.get('light_access_token') ?? {};
  const general = shop?.tokenTypes.get('access_token');
  expect(light).toEqual({
    name: 'light_access_token',
    kind: 'access_token',
    format: 'jwt',
    profile: 'rfc9068',
    lifetime: 300,
    maxBytes: 4096,
    audience: general?.audience,
    releases: [],
    requestable: [],
    for: expect.objectContaining({ clients: ['mobile'] }),
    only: ['groups', 'sub', 'tenant_id'],
  });
  expect(keyPlaces?.get('only')?.line).toBe(21);
  expect(at?.line).toBe(18);
});

it('reads releases with their marks and places', () => {
  const releases = shop?.scopes.get('openid')?.releases;
  expect(releases?.get('id_token')).toEqual([
    { claim: 'acr', presence: 'sometimes', at: expect.objectContaining({ file: 'mapper.yaml', line: 59 }) },
    { claim: 'auth_time', at: expect.objectContaining({ file: 'mapper.yaml', line: 59 }) },
  ]);
});

it('reads claims with their defaults', () => {
  const claim = (id: string) => shop?.claims.get(id);
  expect(claim('tenant_id')).toMatchObject({
    presence: 'always',
    mutable: false,
    use: 'authorization',
    growth: 'closed',
  });
  expect(claim('groups')).toMatchObject({ presence: 'sometimes', implied: false, registered: true });
  expect(claim('region')).toMatchObject({ about: 'session', presence: 'always' });
  expect(claim('client_roles')?.path).toEqual(['resource_access', '$' + '{client}', 'roles']);
  expect(claim('loyalty_tier')?.privacy).toEqual({ level: 'quasi-identifier' });
  expect(claim('loyalty_tier')?.deprecated).toMatchObject({
    since: '2.0.0',
    sunset: '2027-03-01',
    replacedBy: 'tier',
    reason: 'renamed',
  });
});

it('knows the registered claims that are used without an entry', () => {
  const implied = [...(shop?.claims.values() ?? [])].filter((claim) => claim.implied);
  expect(implied.map(({ id, about, presence }) => [id, about, presence])).toEqual([
    ['acr', 'session', 'always'],
    ['auth_time', 'session', 'always'],
    ['email', 'user', 'sometimes'],
    ['email_verified', 'user', 'sometimes'],
    ['given_name', 'user', 'sometimes'],
    ['sub', 'user', 'always'],
  ]);
});

it('reads clients, resources and exchanges', () => {
  expect(shop?.clients.get('partner')).toMatchObject({
    party: 'third',
    subject: 'pairwise',
    scopes: ['openid'],
  });
  expect(shop?.clients.get('web')).toMatchObject({
    defaultScopes: ['openid'],
    grants: ['authorization_code', 'refresh_token'],
  });
  expect(shop?.resources.get('orders')).toMatchObject({
    senderConstrained: 'dpop',
    audience: 'https://orders.shop.example',
  });
  expect(shop?.exchanges).toMatchObject([
    { client: 'orders-service', from: 'orders', to: 'discount', mode: 'delegation', carries: ['tenant_id'] },
  ]);
  expect([...(shop?.scopes.get('payment:{id}')?.parameters ?? [])]).toEqual([
    ['id', { type: 'string', pattern: '^[0-9]+$' }],
  ]);
});

it('reads the consumer', () => {
  expect(api).toMatchObject({
    name: 'orders-api',
    owner: 'team-orders',
    party: 'first',
    reads: 'access_token',
    role: { as: 'resource', name: 'orders' },
    strict: 'none',
  });
  expect(api?.decisions.map(({ name, scopes, at }) => [name, scopes, at.line])).toEqual([
    ['may cancel any order', ['orders.read'], 12],
    ['not suspended', [], 15],
  ]);
});
