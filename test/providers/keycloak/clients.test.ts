import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/compare/index.ts';
import type { Client, JsonObject } from '../../../src/model/index.ts';
import { claimsOf, load, mapper, read, realm } from './realms.ts';

function clientOf(client: JsonObject): Client | undefined {
  return read(realm({ clients: [{ defaultClientScopes: [], ...client }] }))
    .clients.values()
    .next().value;
}

describe('grants', () => {
  it.each<[JsonObject, readonly string[]]>([
    [{}, ['authorization_code', 'refresh_token']],
    [{ standardFlowEnabled: false, directAccessGrantsEnabled: true }, ['password', 'refresh_token']],
    [{ directGrantsOnly: true }, ['password', 'refresh_token']],
    [{ standardFlowEnabled: false, implicitFlowEnabled: 'true' }, ['implicit', 'refresh_token']],
    [{ standardFlowEnabled: false, serviceAccountsEnabled: true }, ['client_credentials']],
    [
      {
        attributes: {
          'oauth2.device.authorization.grant.enabled': 'true',
          'oidc.ciba.grant.enabled': 'true',
          'standard.token.exchange.enabled': 'true',
          'use.refresh.tokens': 'false',
        },
      },
      ['authorization_code', 'device_code', 'ciba', 'token_exchange'],
    ],
  ])('of %j', (client, grants) => {
    expect(clientOf({ clientId: 'web', ...client })?.grants).toEqual(grants);
  });
});

describe('which clients there are', () => {
  it('leaves out disabled ones and those for SAML', () => {
    const clients = [
      { clientId: 'web' },
      { clientId: 'gone', enabled: false },
      { clientId: 'saml', protocol: 'saml' },
    ];
    expect([...read(realm({ clients })).clients.keys()]).toEqual(['web']);
  });

  it('keeps the first of two with one name', () => {
    const clients = [
      { clientId: 'web', description: 'first' },
      { clientId: 'web', description: 'second' },
    ];
    const { definition, problems } = load(realm({ clients }));
    expect(definition?.clients.get('web')?.description).toBe('first');
    expect(problems.map(({ kind, message }) => [kind, message])).toEqual([
      ['conflict', 'another client is called "web": this one is not checked, and Keycloak refuses the realm'],
    ]);
  });

  it('takes a name where there is no client id, templates included', () => {
    expect(clientOf({ name: '$(env:ADMIN)' })?.name).toBe('$(env:ADMIN)');
    expect(clientOf({ id: '17' })?.name).toBe('17');
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a message key of Keycloak
    expect(clientOf({ name: '${client_admin-cli}' })?.name).toBe('admin-cli');
  });

  it('makes bearer-only ones resources', () => {
    const definition = read(
      realm({ clients: [{ clientId: 'orders', bearerOnly: true, description: 'Orders' }] }),
    );
    expect(definition.clients.size).toBe(0);
    expect(definition.resources.get('orders')).toMatchObject({
      audience: 'orders',
      party: 'first',
      description: 'Orders',
    });
  });

  it('makes those without any flow resources too', () => {
    const definition = read(realm({ clients: [{ clientId: 'orders', standardFlowEnabled: false }] }));
    expect([definition.clients.size, [...definition.resources.keys()]]).toEqual([0, ['orders']]);
  });

  it('takes those that need consent for somebody else’s', () => {
    expect(clientOf({ clientId: 'web', consentRequired: true })?.party).toBe('third');
    expect(clientOf({ clientId: 'web' })?.party).toBe('first');
  });

  it('sees that a pairwise mapper hides who somebody is', () => {
    const protocolMappers = [mapper('oidc-sha256-pairwise-sub-mapper', {})];
    expect(clientOf({ clientId: 'web', protocolMappers })?.subject).toBe('pairwise');
  });
});

describe('scopes of a client', () => {
  const clientScopes = ['one', 'two', 'three'].map((name) => ({ name }));
  const lists = { defaultDefaultClientScopes: ['one', 'role_list'], defaultOptionalClientScopes: ['two'] };
  const scopesOf = (client: JsonObject): unknown => {
    const { clients } = read(realm({ ...lists, clientScopes, clients: [{ clientId: 'web', ...client }] }));
    return { defaults: clients.get('web')?.defaultScopes, optional: clients.get('web')?.scopes };
  };

  it('are the realm’s when it lists none', () => {
    expect(scopesOf({})).toEqual({ defaults: ['one'], optional: ['openid', 'two'] });
  });

  it('are its own when it lists some, in either list', () => {
    expect(scopesOf({ defaultClientScopes: ['three'] })).toEqual({
      defaults: ['three'],
      optional: ['openid'],
    });
    expect(scopesOf({ optionalClientScopes: ['one'] })).toEqual({
      defaults: [],
      optional: ['openid', 'one'],
    });
  });

  it('that do not exist are problems where they are named', () => {
    const { definition, problems } = load(
      realm({ clientScopes, clients: [{ clientId: 'web', defaultClientScopes: ['one', 'basic'] }] }),
    );
    expect(problems).toEqual([
      {
        kind: 'undefined-reference',
        at: { file: 'realm.json', line: 20, column: 9, endLine: 20, endColumn: 16 },
        message: 'no client scope is called "basic": Keycloak ignores it, and its claims are in no token',
        help: 'add it to clientScopes, or use one of one, three, two',
      },
    ]);
    expect(definition?.clients.get('web')?.defaultScopes).toEqual(['one']);
  });

  it('are hidden from the scope claim where they say so', () => {
    const hidden = { name: 'one', attributes: { 'include.in.token.scope': 'false' } };
    const { scopes } = read(realm({ clientScopes: [hidden, { name: 'two' }] }));
    expect(scopes.get('one')?.visible).toBe(false);
    expect(scopes.get('two')?.visible).toBe(true);
  });
});

describe('service accounts', () => {
  const clients = [
    { clientId: 'batch', standardFlowEnabled: false, serviceAccountsEnabled: true, defaultClientScopes: [] },
  ];

  it('keep their sub without the scope basic, and have no session', () => {
    const claims = claimsOf(read(realm({ clients })), 'access_token', 'batch', { subject: 'machine' });
    expect(claims).toContain('sub always');
    expect(claims).not.toContain('sid always');
  });

  it('have a user name, and nothing that only people have', () => {
    const builtIn = {
      realm: 'shop',
      keycloakVersion: '26.0.7',
      clients: [{ ...clients[0], defaultClientScopes: ['profile', 'email'] }],
    };
    const claims = claimsOf(read(builtIn), 'access_token', 'batch', { subject: 'machine' });
    expect(claims).toEqual(expect.arrayContaining(['preferred_username always', 'email_verified always']));
    expect(claims).not.toContain('given_name sometimes');
  });

  it('say who they are: by mappers of their own, since 26.1 by a scope', () => {
    const question = { subject: 'machine' } as const;
    const notes = ['clientAddress sometimes', 'clientHost sometimes', 'client_id sometimes'];
    const before = claimsOf(read(realm({ clients })), 'access_token', 'batch', question);
    expect(before.filter((line) => line.startsWith('client'))).toEqual(notes);
    const builtIn = { realm: 'shop', keycloakVersion: '26.1.0', clients };
    const after = claimsOf(read(builtIn), 'access_token', 'batch', question);
    expect(after.filter((line) => line.startsWith('client'))).toEqual(notes);
    expect(read(builtIn).clients.get('batch')?.defaultScopes).toEqual(['service_account']);
  });
});

describe('the key that tokens of a client are bound to', () => {
  it.each<[JsonObject, string | undefined]>([
    [{}, undefined],
    [{ 'dpop.bound.access.tokens': 'false' }, undefined],
    [{ 'dpop.bound.access.tokens': 'true' }, 'dpop'],
    [{ 'tls.client.certificate.bound.access.tokens': 'true' }, 'mtls'],
  ])('of %j', (attributes, method) => {
    const client = clientOf({ clientId: 'web', attributes });
    expect(client?.senderConstrained).toBe(method);
    expect(client?.keyPlaces?.has('senderConstrained') ?? false).toBe(method !== undefined);
  });

  it('is a change of the client when it comes and when it goes', () => {
    const web = (value: string) =>
      read(
        realm({
          clients: [
            { clientId: 'web', defaultClientScopes: [], attributes: { 'dpop.bound.access.tokens': value } },
          ],
        }),
      );
    const kinds = (before: string, after: string) =>
      compare(web(before), web(after)).changes.map(({ kind, coordinates }) => [kind, coordinates.client]);
    expect(kinds('false', 'true')).toEqual([['sender-constraint-added', 'web']]);
    expect(kinds('true', 'false')).toEqual([['sender-constraint-dropped', 'web']]);
  });
});

describe('a scope of another name', () => {
  it('is a rename, though the entries of its claims are named after it', () => {
    const phone = (name: string) => {
      const config = {
        'claim.name': 'phone_number',
        'user.attribute': 'phone',
        'access.token.claim': 'true',
      };
      const protocolMappers = [mapper('oidc-usermodel-attribute-mapper', config)];
      const scope = { name, protocol: 'openid-connect', protocolMappers };
      return read(
        realm({ clientScopes: [scope], clients: [{ clientId: 'web', defaultClientScopes: [name] }] }),
      );
    };
    const { changes } = compare(phone('phone'), phone('tel'));
    expect(changes.map(({ kind, before, after }) => [kind, before, after])).toEqual([
      ['scope-renamed', 'phone', 'tel'],
    ]);
  });
});
