import { describe, expect, test } from 'vitest';
import { contractOf, contractShape, effectiveContracts, layersOf } from '../../src/contract/index.ts';
import { type EffectiveContract, type MapperDefinition, showContractKey } from '../../src/model/index.ts';
import { definitionOf, type Spec } from './definition.ts';
import { contract } from './schemas.ts';
import { SHOP, shop } from './shop.ts';

const keys = (definition: MapperDefinition) =>
  effectiveContracts(definition).map(({ key }) => showContractKey(key));

/** Each claim as `key: presence[scope] by releaser`. */
function summary({ claims }: EffectiveContract): readonly string[] {
  return [...claims.values()].flatMap(({ key, releases }) =>
    releases.map(({ presence, scope, by }) => {
      const condition = scope === undefined ? '' : ` with ${scope}`;
      return `${key} ${presence}${condition} by ${by.kind} ${by.name}`;
    }),
  );
}

const declaredOf = (one: EffectiveContract) => summary(one).filter((line) => !line.includes('by profile'));

describe('which contracts there are', () => {
  test('one per token type in use, client, subject and resource, sorted', () => {
    expect(keys(shop)).toEqual([
      'access_token for orders-service as itself at discount',
      'access_token for orders-service at discount',
      'access_token for partner',
      'access_token for web at orders',
      'id_token for mobile',
      'id_token for partner',
      'id_token for web',
      'introspection for mobile at orders',
      'introspection for orders-service as itself at discount',
      'introspection for orders-service at discount',
      'introspection for partner',
      'introspection for web at orders',
      'light_access_token for mobile at orders',
      'reference_token for partner',
      'reference_token for web at orders',
      'userinfo for mobile',
      'userinfo for partner',
      'userinfo for web',
      'wrapper_token for mobile at orders',
      'wrapper_token for orders-service as itself at discount',
      'wrapper_token for orders-service at discount',
      'wrapper_token for partner',
      'wrapper_token for web at orders',
    ]);
  });

  test('the order of entries makes no difference', () => {
    const reversed = Object.fromEntries(Object.entries(SHOP.clients ?? {}).reverse());
    expect(keys(definitionOf({ ...SHOP, clients: reversed }))).toEqual(keys(shop));
  });

  test('grant types decide about subjects, written short or as URNs', () => {
    const grants = (...list: string[]) =>
      keys(definitionOf({ tokens: { access_token: {} }, clients: { app: { grants: list } } }));
    expect(grants('authorization_code', 'refresh_token')).toEqual(['access_token for app']);
    expect(grants('urn:ietf:params:oauth:grant-type:device_code')).toEqual(['access_token for app']);
    expect(grants('client_credentials')).toEqual(['access_token for app as itself']);
    expect(grants('client_credentials', 'password')).toEqual([
      'access_token for app as itself',
      'access_token for app',
    ]);
    expect(grants('refresh_token')).toEqual([]);
    expect(grants('urn:ietf:params:oauth:grant-type:token-exchange')).toEqual([]);
  });

  test('machines have no tokens of a sign-in, and a sign-in needs the scope openid where it is defined', () => {
    const spec: Spec = { tokens: { id_token: { profile: 'openid' }, logout_token: { profile: 'openid' } } };
    const scopes = { openid: {} };
    const machine = { app: { grants: ['client_credentials'] } };
    expect(keys(definitionOf({ ...spec, clients: machine }))).toEqual([]);
    expect(keys(definitionOf({ ...spec, clients: { app: {} } }))).toEqual([
      'id_token for app',
      'logout_token for app',
    ]);
    expect(keys(definitionOf({ ...spec, scopes, clients: { app: {} } }))).toEqual([]);
  });

  test('an exchange without the grant type brings no tokens', () => {
    const clients = { ...SHOP.clients, 'orders-service': { grants: [], scopes: ['discount.read'] } };
    expect(keys(definitionOf({ ...SHOP, clients })).filter((key) => key.includes('orders-service'))).toEqual(
      [],
    );
  });

  test('with the resource parameter, a resource that no scope guards is open to everyone', () => {
    const definition = definitionOf({
      tokens: { access_token: { audience: { from: 'parameter', many: 'reject' } } },
      scopes: { read: { resources: ['guarded'] } },
      resources: { guarded: {}, free: {} },
      clients: { app: {}, reader: { scopes: ['read'] } },
    });
    expect(keys(definition)).toEqual([
      'access_token for app at free',
      'access_token for reader at free',
      'access_token for reader at guarded',
    ]);
  });

  test('a fixed audience reaches the resources that it names', () => {
    const definition = definitionOf({
      tokens: { access_token: { audience: { from: 'fixed', values: ['api', 'other'] } } },
      resources: { api: {}, else: {} },
      clients: { app: {} },
    });
    expect(keys(definition)).toEqual(['access_token for app at api']);
  });
});

describe('contractOf', () => {
  test('finds what effectiveContracts lists, as the same object', () => {
    for (const one of effectiveContracts(shop)) expect(contractOf(shop, one.key)).toBe(one);
  });

  test('knows an access token for no resource, which is not listed', () => {
    const key = { tokenType: 'access_token', client: 'web', subject: 'user' } as const;
    expect(contract(shop, key).optionalScopes).toEqual(['email']);
  });

  test.each([
    ['an unknown token type', { tokenType: 'x', client: 'web', subject: 'user' }],
    ['an unknown client', { tokenType: 'id_token', client: 'x', subject: 'user' }],
    ['a subject that no grant type has', { tokenType: 'access_token', client: 'web', subject: 'machine' }],
    [
      'a resource out of reach',
      { tokenType: 'access_token', client: 'web', subject: 'user', resource: 'discount' },
    ],
    [
      'the general type where a variant is in use',
      { tokenType: 'access_token', client: 'mobile', subject: 'user' },
    ],
    ['a variant for other clients', { tokenType: 'light_access_token', client: 'web', subject: 'user' }],
  ] as const)('is undefined for %s', (_case, key) => {
    expect(contractOf(shop, key)).toBeUndefined();
  });
});

describe('what is in a contract', () => {
  const access = { tokenType: 'access_token', subject: 'user' } as const;

  test('what the token type, the scopes and the resource release, each with its cause', () => {
    expect(summary(contract(shop, { ...access, client: 'web', resource: 'orders' }))).toEqual([
      'aud always by profile rfc9068',
      'client_id always by profile rfc9068',
      'cnf always by resource orders',
      'exp always by profile rfc9068',
      'groups sometimes with orders.read by scope orders.read',
      'iat always by profile rfc9068',
      'iss always by profile rfc9068',
      'jti always by profile rfc9068',
      'resource_access.web.roles sometimes with orders.read by scope orders.read',
      'scope always by profile rfc9068',
      'scope always with email by profile rfc9068',
      'scope always with orders.read by profile rfc9068',
      'status always with orders.read by scope orders.read',
      'sub always by profile rfc9068',
      'tenant_id always by token-type access_token',
      'tier sometimes with orders.read by scope orders.read',
    ]);
  });

  test('a machine gets no claim about a user', () => {
    const one = contract(shop, {
      tokenType: 'access_token',
      client: 'orders-service',
      subject: 'machine',
      resource: 'discount',
    });
    expect(declaredOf(one)).toEqual([]);
    expect(one.claims.get('sub')?.about).toBe('client');
  });

  test('an exchange carries claims over and names the actor', () => {
    const one = contract(shop, { ...access, client: 'orders-service', resource: 'discount' });
    expect(declaredOf(one)).toEqual([
      'act always by exchange orders to discount',
      'tenant_id always by token-type access_token',
      'tenant_id always by exchange orders to discount',
      'tier sometimes by resource discount',
    ]);
    expect(one.defaultScopes).toEqual([]);
    expect(one.optionalScopes).toEqual(['discount.read']);
  });

  test('a variant is filtered, but keeps what profile and resource ask for', () => {
    const one = contract(shop, {
      tokenType: 'light_access_token',
      client: 'mobile',
      subject: 'user',
      resource: 'orders',
    });
    expect(declaredOf(one)).toEqual([
      'cnf always by resource orders',
      'groups sometimes with orders.read by scope orders.read',
      'tenant_id always by token-type access_token',
    ]);
    expect(one.claims.has('sub')).toBe(true);
  });

  test('a release to a variant reaches the variant only', () => {
    const scopes = { s: { releases: { light: ['a'], access_token: ['b'] } } };
    const definition = definitionOf({
      tokens: { access_token: {}, light: { kind: 'access_token', for: { clients: ['mobile'] } } },
      claims: { a: {}, b: {} },
      scopes,
      clients: { mobile: { scopes: ['s'] }, web: { defaultScopes: ['s'] } },
    });
    const light = contract(definition, { tokenType: 'light', client: 'mobile', subject: 'user' });
    const general = contract(definition, { ...access, client: 'web' });
    expect(declaredOf(light)).toEqual(['a sometimes with s by scope s', 'b sometimes with s by scope s']);
    expect(declaredOf(general)).toEqual(['b sometimes by scope s']);
  });

  test('what may be requested is there sometimes', () => {
    const one = contract(shop, { tokenType: 'id_token', client: 'web', subject: 'user' });
    expect(declaredOf(one)).toEqual([
      'acr sometimes by scope openid',
      'auth_time always by scope openid',
      'given_name sometimes by request claims',
    ]);
  });

  test('an introspection response has the claims of the token that it stands for', () => {
    const one = contract(shop, {
      tokenType: 'introspection',
      client: 'web',
      subject: 'user',
      resource: 'orders',
    });
    const lines = summary(one);
    expect(lines).toContain('active always by profile rfc7662');
    expect(lines).toContain('status always with orders.read by scope orders.read');
    expect(lines).toContain('cnf always by resource orders');
    expect(lines).toContain('exp always by profile rfc9068');
  });

  test('an introspection response names the user only where something releases that', () => {
    const key = { tokenType: 'introspection', client: 'app', subject: 'user' } as const;
    const usernames = (releases: readonly string[]) => {
      const definition = definitionOf({
        tokens: { introspection: { profile: 'rfc7662', releases } },
        clients: { app: {} },
      });
      return summary(contract(definition, key)).filter((line) => line.startsWith('username'));
    };
    expect(usernames([])).toEqual([]);
    expect(usernames(['username'])).toEqual(['username sometimes by token-type introspection']);
  });

  test('token types that stand for each other end somewhere', () => {
    const definition = definitionOf({
      tokens: {
        introspection: { of: 'reference_token', releases: ['one'] },
        reference_token: { format: 'opaque', of: 'introspection', releases: ['two'] },
      },
      clients: { app: {} },
    });
    const one = contract(definition, { tokenType: 'introspection', client: 'app', subject: 'user' });
    expect([...one.claims.keys()]).toEqual(['one', 'two']);
  });

  test('of an opaque token nothing can be read', () => {
    const one = contract(shop, {
      tokenType: 'reference_token',
      client: 'web',
      subject: 'user',
      resource: 'orders',
    });
    expect(one.claims.size).toBe(0);
    expect(one.header).toBeUndefined();
  });

  test('a pairwise subject shows as the source of "sub"', () => {
    const one = contract(shop, { tokenType: 'id_token', client: 'partner', subject: 'user' });
    expect(one.claims.get('sub')?.releases.map(({ claim }) => claim?.source)).toEqual(['pairwise']);
    const other = contract(shop, { tokenType: 'id_token', client: 'web', subject: 'user' });
    expect(other.claims.get('sub')?.releases.map(({ claim }) => claim)).toEqual([undefined]);
  });

  test('a declared entry says what a profile claim is', () => {
    const sub = { presence: 'always', schema: { type: 'string', format: 'uuid' } } as const;
    const definition = definitionOf({
      tokens: { access_token: { profile: 'rfc9068' } },
      claims: { sub },
      clients: { app: { grants: ['authorization_code', 'client_credentials'] } },
    });
    const ofUser = contract(definition, { ...access, client: 'app' });
    expect(ofUser.claims.get('sub')?.releases[0]?.schema).toEqual(sub.schema);
    const ofMachine = contract(definition, { ...access, subject: 'machine', client: 'app' });
    expect(ofMachine.claims.get('sub')?.releases[0]?.schema).toEqual({
      type: 'string',
      minLength: 1,
      maxLength: 255,
    });
  });

  test('the header takes the profile’s typ unless another is given; algorithms are sorted', () => {
    expect(contract(shop, { ...access, client: 'web', resource: 'orders' }).header).toEqual({
      typ: 'at+jwt',
      algorithms: ['ES256', 'PS256'],
    });
    const definition = definitionOf({ tokens: { access_token: { typ: 'JWT' } }, clients: { app: {} } });
    expect(contract(definition, { ...access, client: 'app' }).header).toEqual({ typ: 'JWT', algorithms: [] });
  });

  test('unresolved content counts where it may write', () => {
    const definition = definitionOf({
      tokens: { access_token: {}, id_token: {} },
      scopes: { s: {} },
      clients: { web: { scopes: ['s'] }, app: {} },
      unresolved: [
        { reason: 'everywhere', tokenTypes: ['access_token'] },
        { reason: 'with s', tokenTypes: ['access_token'], scope: 's' },
        { reason: 'for app', tokenTypes: ['access_token', 'id_token'], client: 'app' },
      ],
    });
    const reasons = (tokenType: string, client: string) =>
      contract(definition, { tokenType, client, subject: 'user' }).unresolved.map(({ reason }) => reason);
    expect(reasons('access_token', 'web')).toEqual(['everywhere', 'with s']);
    expect(reasons('access_token', 'app')).toEqual(['everywhere', 'for app']);
    expect(reasons('id_token', 'web')).toEqual([]);
    expect(reasons('id_token', 'app')).toEqual(['for app']);
  });
});

describe('tokens for several resources', () => {
  const spec = (from: 'scope' | 'parameter', many: 'array' | 'reject'): Spec => ({
    tokens: { access_token: { audience: { from, many, shape: 'array' } } },
    claims: { a: { presence: 'always' }, b: { presence: 'always' }, c: { presence: 'always' } },
    scopes: {
      one: { resources: ['first'], releases: { access_token: ['a'] } },
      two: { resources: ['second'], releases: { access_token: ['b'] } },
    },
    resources: { first: {}, second: { senderConstrained: 'mtls', releases: { access_token: ['c'] } } },
    clients: { app: { scopes: ['one', 'two'] } },
  });
  const first = (from: 'scope' | 'parameter', many: 'array' | 'reject') =>
    contract(definitionOf(spec(from, many)), {
      tokenType: 'access_token',
      client: 'app',
      subject: 'user',
      resource: 'first',
    });

  test('where several are rejected, what others are sent stays away', () => {
    const one = first('scope', 'reject');
    expect(summary(one)).toEqual(['a always with one by scope one']);
    expect(one.optionalScopes).toEqual(['one']);
    expect(one.audience.values).toEqual(['first']);
  });

  test('where one token serves several, each reads what the others are sent', () => {
    const one = first('scope', 'array');
    expect(summary(one)).toEqual([
      'a always with one by scope one',
      'b always with two by scope two',
      'c always with two by resource second',
      'cnf always with two by resource second',
    ]);
    expect(one.audience.values).toEqual(['first', 'second']);
  });

  test('where resources are asked for, a granted scope alone does not bring the other resource in', () => {
    expect(summary(first('parameter', 'array'))).toEqual([
      'a always with one by scope one',
      'b sometimes with two by scope two',
      'c sometimes by resource second',
      'cnf sometimes by resource second',
    ]);
  });
});

describe('work that is shared', () => {
  const definition = definitionOf({
    tokens: { access_token: { profile: 'rfc9068' }, userinfo: { format: 'json', releases: ['email'] } },
    scopes: { s: { releases: { userinfo: ['given_name'] } } },
    clients: {
      one: { scopes: ['s'] },
      two: { scopes: ['s'] },
      more: { scopes: ['s'], defaultScopes: ['s'] },
      own: { scopes: ['s'], releases: { userinfo: ['acr'] } },
    },
  });
  const of = (tokenType: string, client: string) =>
    contract(definition, { tokenType, client, subject: 'user' });

  test('clients that differ by name only have one shape', () => {
    expect(contractShape(of('access_token', 'one'))).toBe(contractShape(of('access_token', 'two')));
    expect(contractShape(of('access_token', 'one'))).not.toBe(contractShape(of('access_token', 'more')));
    expect(contractShape(of('access_token', 'one'))).not.toBe(contractShape(of('access_token', 'own')));
  });

  test('they share claims that do not name the client', () => {
    expect(layersOf(of('userinfo', 'one').claims)).toEqual({
      shared: layersOf(of('userinfo', 'two').claims).shared,
      own: new Map(),
    });
    const [one, two] = [of('access_token', 'one').claims, of('access_token', 'two').claims];
    expect(one.get('iss')).toBe(two.get('iss'));
    expect(one.get('client_id')?.releases[0]?.schema).toEqual({ const: 'one' });
    expect(two.get('client_id')?.releases[0]?.schema).toEqual({ const: 'two' });
  });

  test('a contract made by hand is its own shape', () => {
    const copy = { ...of('userinfo', 'one') };
    expect(contractShape(copy)).toBe(copy);
  });
});
