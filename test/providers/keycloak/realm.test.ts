import { describe, expect, it } from 'vitest';
import { keycloak, recognise } from '../../../src/providers/index.ts';
import { load, read, realm, treeOf } from './realms.ts';

describe('a realm is recognised', () => {
  it.each([
    [{ realm: 'shop', clients: [] }],
    [{ realm: 'shop', applications: [] }],
    [{ realm: 'shop', keycloakVersion: '26.0.7' }],
    [[{ realm: 'shop', clients: [] }]],
  ])('%j', (value) => {
    expect(recognise(treeOf(value))?.name).toBe('keycloak');
  });

  it.each([
    [{}],
    [[]],
    [{ realm: 'shop', resource: 'web', 'auth-server-url': 'https://id.shop.example' }],
    [{ realm: { clients: [] }, clients: [] }],
    [[{ realm: 'shop', clients: [] }, 7]],
    [{ clients: [], clientScopes: [] }],
  ])('unlike %j', (value) => {
    expect(recognise(treeOf(value))).toBeUndefined();
  });
});

describe('a realm is an issuer', () => {
  it('at its own address, or at the server’s', () => {
    expect(read(realm({ attributes: { frontendUrl: 'https://id.shop.example/' } })).issuer).toBe(
      'https://id.shop.example/realms/shop',
    );
    expect(read(realm({})).issuer).toBe('https://{host}/realms/shop');
  });

  it('with a name and an origin', () => {
    expect(read(realm({}))).toMatchObject({
      name: 'shop',
      origin: { format: 'keycloak', version: '26.0.7', files: ['realm.json'] },
      claimsFrom: 'issuance',
      at: { line: 2 },
    });
    expect(read({ realm: 'shop', clients: [] }).origin).toEqual({
      format: 'keycloak',
      files: ['realm.json'],
    });
  });

  it('of the version that the caller knows, where it does not say its own', () => {
    const { keycloakVersion: _, ...silent } = realm({});
    const hasSub = (version: string, value = silent): boolean =>
      read(value, version).claims.has('keycloak / sub');
    expect(hasSub('24.0.0', realm({}))).toBe(false);
    expect([hasSub('24.0.0'), hasSub('25.0.0'), hasSub('999.0.0-SNAPSHOT'), hasSub('latest')]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('several realms in a file', () => {
  const names = (...realms: readonly string[]) => load(realms.map((name) => ({ realm: name, clients: [] })));

  it('may be one', () => {
    expect(names('shop').definition?.name).toBe('shop');
    expect(names('shop').problems).toEqual([]);
  });

  it('are read but for the first that is not the administrators’', () => {
    const { definition, problems } = names('master', 'shop', 'lab');
    expect(definition?.name).toBe('shop');
    expect(problems.map(({ message, at }) => [message, at.line])).toEqual([
      ['the realm "master" is not checked: the file holds several, and "shop" was read', 2],
      ['the realm "lab" is not checked: the file holds several, and "shop" was read', 10],
    ]);
  });
});

it('odd values are no crash', () => {
  const odd = {
    realm: 'shop',
    clients: [7, { clientId: 5, protocolMappers: [null, { config: 'x' }, {}], attributes: [] }, {}],
    clientScopes: [{}, 'x'],
    roles: [],
    attributes: 'x',
    clientScopeMappings: [],
    defaultDefaultClientScopes: 'x',
  };
  const { definition } = keycloak.load(treeOf(odd), {});
  expect([...(definition?.clients.keys() ?? [])]).toEqual(['5', '']);
});
