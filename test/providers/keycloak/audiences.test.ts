import { describe, expect, it } from 'vitest';
import { effectiveContracts } from '../../../src/contract/index.ts';
import type { JsonObject, MapperDefinition } from '../../../src/model/index.ts';
import { claimsOf, clientWith, EVERYWHERE, load, mapper, read, realm } from './realms.ts';

const TO_APIS = { 'access.token.claim': 'true', 'introspection.token.claim': 'true' };

function audience(config: JsonObject, name = 'it'): JsonObject {
  return mapper('oidc-audience-mapper', { ...TO_APIS, ...config }, name);
}

/** The audiences that a client's tokens of one type may have. */
function audiencesOf(
  definition: MapperDefinition,
  tokenType = 'access_token',
  client = 'web',
): readonly string[] {
  const contracts = effectiveContracts(definition).filter(
    ({ key }) => key.tokenType === tokenType && key.client === client,
  );
  return [...new Set(contracts.flatMap((contract) => contract.audience.values))].sort();
}

describe('an audience mapper', () => {
  it('names a client before anything else', () => {
    const both = {
      'included.client.audience': 'orders',
      'included.custom.audience': 'https://orders.example',
    };
    expect(audiencesOf(read(realm({ clients: [clientWith([audience(both)])] })))).toEqual(['orders']);
  });

  it('is in every token where the client has it, and in none without', () => {
    const custom = { 'included.custom.audience': 'https://orders.example' };
    const definition = read(
      realm({ clients: [clientWith([audience(custom)]), { clientId: 'other', defaultClientScopes: [] }] }),
    );
    expect(claimsOf(definition, 'access_token')).toContain('aud always');
    expect(claimsOf(definition, 'introspection')).toContain('aud always');
    expect(claimsOf(definition, 'access_token', 'other').filter((line) => line.startsWith('aud '))).toEqual(
      [],
    );
  });

  it('follows the grant where a scope has it', () => {
    const scope = {
      name: 'orders.read',
      protocolMappers: [audience({ 'included.client.audience': 'orders' })],
    };
    const clients = [{ clientId: 'web', optionalClientScopes: ['orders.read'] }];
    const definition = read(realm({ clientScopes: [scope], clients }));
    expect(definition.scopes.get('orders.read')?.resources).toEqual(['orders']);
    expect(claimsOf(definition, 'access_token').filter((line) => line.startsWith('aud '))).toEqual([]);
    expect(claimsOf(definition, 'access_token', 'web', { scopes: ['orders.read'] })).toContain('aud always');
  });

  it('is named by a scope name, whatever the audience', () => {
    const odd = audience({ 'included.custom.audience': 'our "{orders}" é\ud800' });
    expect(read(realm({ clients: [clientWith([odd])] })).clients.get('web')?.defaultScopes).toEqual([
      'audience:our%20%22%7borders%7d%22%20%e9%d800',
    ]);
  });

  it('with neither audience is a problem', () => {
    const { definition, problems } = load(realm({ clients: [clientWith([audience({})])] }));
    expect(problems.map(({ message }) => message)).toEqual([
      'the mapper "it" of client "web" writes no claim: it names no audience',
    ]);
    expect(definition?.resources.size).toBe(0);
  });

  it('adds to the client in ID tokens', () => {
    const forId = audience({ 'included.client.audience': 'orders', 'id.token.claim': 'true' });
    const definition = read(
      realm({ clients: [clientWith([forId]), { clientId: 'other', defaultClientScopes: [] }] }),
    );
    expect(audiencesOf(definition, 'id_token of web')).toEqual(['orders', 'web']);
    expect(definition.tokenTypes.get('id_token of web')?.audience?.at).toEqual(
      definition.resources.get('orders')?.at,
    );
    expect(definition.tokenTypes.has('id_token of other')).toBe(false);
  });
});

it('an audience that an optional scope adds to ID tokens is listed as unresolved', () => {
  const forId = audience({ 'included.client.audience': 'orders', 'id.token.claim': 'true' });
  const clientScopes = [{ name: 'orders.read', protocolMappers: [forId] }];
  const client = (lists: JsonObject): JsonObject => ({
    clientScopes,
    clients: [{ clientId: 'web', ...lists }],
  });
  const optional = read(realm(client({ optionalClientScopes: ['orders.read'] })));
  expect(optional.unresolved.map(({ reason, tokenTypes, scope }) => [reason, tokenTypes, scope])).toEqual([
    ['the scope "orders.read" adds "orders" to the audience of ID tokens', ['id_token'], 'orders.read'],
  ]);
  const always = read(realm(client({ defaultClientScopes: ['orders.read'] })));
  expect(always.unresolved).toEqual([]);
  expect(audiencesOf(always, 'id_token of web')).toEqual(['orders', 'web']);
});

describe('an audience-resolve mapper', () => {
  const scope = { name: 'roles', protocolMappers: [mapper('oidc-audience-resolve-mapper', {})] };
  const roles = {
    client: { web: [{ name: 'a' }], orders: [{ name: 'b' }], billing: [{ name: 'c' }], empty: [] },
  };
  const others = ['orders', 'billing', 'empty'].map((clientId) => ({ clientId, bearerOnly: true }));

  function withClient(client: JsonObject, more: JsonObject = {}): MapperDefinition {
    const clients = [{ clientId: 'web', defaultClientScopes: ['roles'], ...client }, ...others];
    return read(realm({ clientScopes: [scope], roles, clients, ...more }));
  }

  it('opens every API with roles', () => {
    expect(audiencesOf(withClient({}))).toEqual(['billing', 'orders']);
    expect(withClient({}).clients.get('web')?.defaultScopes).toEqual([
      'roles',
      'audience:billing',
      'audience:orders',
    ]);
    expect(withClient({}).scopes.get('audience:orders')).toMatchObject({
      resources: ['orders'],
      visible: false,
      implicit: true,
    });
    expect(claimsOf(withClient({}), 'access_token')).toContain('aud sometimes');
  });

  it('opens only mapped ones without full scope', () => {
    const mappings = {
      clientScopeMappings: { orders: [{ client: 'web', roles: ['b'] }], billing: [{ client: 'x' }] },
    };
    expect(audiencesOf(withClient({ fullScopeAllowed: false }, mappings))).toEqual(['orders']);
    expect(audiencesOf(withClient({ fullScopeAllowed: false }))).toEqual([]);
    const byScope = { clientScopeMappings: { billing: [{ clientScope: 'roles', roles: ['c'] }] } };
    expect(audiencesOf(withClient({ fullScopeAllowed: false }, byScope))).toEqual(['billing']);
  });

  it('opens APIs only, and leaves the audience open for other clients with roles', () => {
    const definition = withClient({}, { roles: { client: { web: [{ name: 'a' }], gone: [{ name: 'b' }] } } });
    expect(audiencesOf(definition)).toEqual([]);
    expect(definition.claims.get('scope roles / it')).toMatchObject({
      path: ['aud'],
      presence: 'sometimes',
      schema: { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
    });
  });

  it('waits for its scope where that is optional', () => {
    const definition = withClient({ defaultClientScopes: [], optionalClientScopes: ['roles'] });
    expect(definition.scopes.get('roles')?.resources).toEqual(['billing', 'orders']);
    expect(definition.clients.get('web')?.defaultScopes).toEqual([]);
  });
});

it('a lightweight access token has the audiences that are marked for it', () => {
  const attributes = { 'client.use.lightweight.access.token.enabled': 'true' };
  const orders = { ...EVERYWHERE, 'included.client.audience': 'orders' };
  const plain = read(realm({ clients: [clientWith([audience(orders)], { attributes })] }));
  expect(audiencesOf(plain, 'lightweight_access_token')).toEqual([]);
  const marked = audience({ ...orders, 'lightweight.claim': 'true' });
  const definition = read(realm({ clients: [clientWith([marked], { attributes })] }));
  expect(audiencesOf(definition, 'lightweight_access_token')).toEqual(['orders']);
});
