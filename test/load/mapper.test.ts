import { describe, expect, it } from 'vitest';
import { defined, load } from './reading.ts';

describe('token types', () => {
  it('are written as is usual for their kind', async () => {
    const kinds = [
      'access_token',
      'id_token',
      'userinfo',
      'introspection',
      'reference_token',
      'wrapper_token',
      'logout_token',
      'assertion',
    ];
    const { tokenTypes } = await defined(`tokens: { ${kinds.map((kind) => `${kind}: {}`).join(', ')} }`);
    expect(Object.fromEntries([...tokenTypes].map(([name, { format }]) => [name, format]))).toEqual({
      access_token: 'jwt',
      assertion: 'jwt',
      id_token: 'jwt',
      introspection: 'json',
      logout_token: 'jwt',
      reference_token: 'opaque',
      userinfo: 'json',
      wrapper_token: 'jwt',
    });
  });

  it.each([
    ['90s', 90],
    ['5m', 300],
    ['1h', 3_600],
    ['30d', 2_592_000],
  ])('live for %s', async (lifetime, expected) => {
    const { tokenTypes } = await defined(`tokens: { access_token: { lifetime: ${lifetime} } }`);
    expect(tokenTypes.get('access_token')?.lifetime).toBe(expected);
  });

  it('may have an issuer, a header and an audience of their own', async () => {
    const { tokenTypes } = await defined(`tokens:
  access_token: { issuer: https://sts.example, typ: JWT, algorithms: [PS256, ES256], audience: { values: [b, a] }, schema: { minProperties: 1 } }
  v2: { kind: access_token, for: { subject: machine }, algorithms: [ES256], description: for jobs, owner: team }
`);
    expect(tokenTypes.get('access_token')).toMatchObject({
      issuer: 'https://sts.example',
      typ: 'JWT',
      algorithms: ['ES256', 'PS256'],
      audience: { from: 'fixed', many: 'array', shape: 'either', values: ['a', 'b'] },
      schema: { minProperties: 1 },
    });
    expect(tokenTypes.get('v2')).toMatchObject({
      issuer: 'https://sts.example',
      algorithms: ['ES256'],
      description: 'for jobs',
      owner: 'team',
      for: { subject: 'machine' },
    });
  });
});

describe('claims', () => {
  it('take what they do not say from the registry', async () => {
    const { claims } = await defined('claims: { email: { presence: always }, mail: { path: [email] } }');
    expect(claims.get('email')).toMatchObject({
      about: 'user',
      presence: 'always',
      registered: true,
      mutable: true,
    });
    expect(claims.get('email')?.schema).toEqual(claims.get('mail')?.schema);
    expect(claims.get('mail')).toMatchObject({ registered: true, path: ['email'], presence: 'sometimes' });
  });

  it('may be anything of a user when nothing is said', async () => {
    const { claims } = await defined('claims: { a: {}, b: { about: client } }');
    expect(claims.get('a')).toMatchObject({
      about: 'user',
      presence: 'sometimes',
      schema: true,
      registered: false,
    });
    expect(claims.get('b')).toMatchObject({ about: 'client', presence: 'always' });
  });

  it('say what becomes of their values, as the values that they are', async () => {
    const { claims } = await defined(`claims:
  level: { schema: { enum: [1, 2, true] }, values: { "2": { replacedBy: 3, sunset: 2027-01-01 }, "true": {} } }
  groups: { schema: { type: array, items: { enum: [a, b] } }, values: { a: { replacedBy: c }, gone: {} } }
  kind: { schema: { const: 7 }, values: { "7": { replacedBy: null } } }
  open: { values: open }
`);
    expect(claims.get('level')?.planned).toEqual([
      { value: 2, replacedBy: 3, sunset: '2027-01-01' },
      { value: true },
    ]);
    expect(claims.get('groups')?.planned).toEqual([{ value: 'a', replacedBy: 'c' }, { value: 'gone' }]);
    expect(claims.get('kind')?.planned).toEqual([{ value: 7, replacedBy: null }]);
    expect([...claims.values()].map(({ id, growth }) => [id, growth])).toEqual([
      ['groups', 'closed'],
      ['kind', 'closed'],
      ['level', 'closed'],
      ['open', 'open'],
    ]);
  });

  it('are literal names, URLs and names of every object included', async () => {
    const { claims, scopes } = await defined(`tokens: { access_token: {} }
claims: { "https://shop.example/tier": {}, __proto__: {}, constructor: {} }
scopes: { s: { releases: { access_token: ["https://shop.example/tier!", __proto__, "constructor?"] } } }
`);
    expect([...claims.keys()]).toEqual(['__proto__', 'constructor', 'https://shop.example/tier']);
    expect(scopes.get('s')?.releases.get('access_token')).toMatchObject([
      { claim: '__proto__' },
      { claim: 'constructor', presence: 'sometimes' },
      { claim: 'https://shop.example/tier', presence: 'always' },
    ]);
  });
});

it('reads scopes that are hidden, and authorization details', async () => {
  const { scopes } = await defined('scopes: { a: { visible: false, schema: { type: object } }, b: {} }');
  expect(scopes.get('a')).toMatchObject({ visible: false, schema: { type: 'object' } });
  expect(scopes.get('b')).toMatchObject({ visible: true, resources: [] });
});

it('calls grant types by their short names', async () => {
  const { clients } = await defined(
    'clients: { a: { grants: ["urn:ietf:params:oauth:grant-type:token-exchange", token_exchange, "urn:x:y", ciba] } }',
  );
  expect(clients.get('a')?.grants).toEqual(['ciba', 'token_exchange', 'urn:x:y']);
});

describe('included files', () => {
  const included = {
    'scopes/a.yaml': 'tokenpact: mapper/v1\nscopes: { a: {} }\n',
    'scopes/deep/b.yaml': 'scopes: { b: {} }\n',
    'claims.yaml': 'claims: { tier: {} }\n',
  };

  it('add their entries', async () => {
    const { value, files } = await load(
      'include: [scopes/**/*.yaml, ./claims.yaml]\nclaims: { more: {} }',
      included,
    );
    expect(files).toEqual(['mapper.yaml', 'claims.yaml', 'scopes/a.yaml', 'scopes/deep/b.yaml']);
    expect([...(value?.scopes.keys() ?? [])]).toEqual(['a', 'b']);
    expect([...(value?.claims.keys() ?? [])]).toEqual(['more', 'tier']);
    expect(value?.scopes.get('b')?.at).toMatchObject({ file: 'scopes/deep/b.yaml', line: 1, column: 11 });
  });

  it('are missed by those who name them', async () => {
    const { problems, value } = await load('include: [scopes/*.yaml, none.yaml]');
    expect(problems).toEqual([
      'mapper.yaml:4:11 undefined-reference: include "scopes/*.yaml" matches no file (looked in memory)',
      'mapper.yaml:4:26 unreadable: "none.yaml" does not exist (looked in memory)',
    ]);
    expect(value).toBe(undefined);
  });

  it('are missed alone: what nobody defines may be in them', async () => {
    const { problems } = await load(
      'include: [scopes/*.yaml]\nclients: { web: { grants: [authorization_code], scopes: [orders.read] } }',
    );
    expect(problems).toEqual([
      'mapper.yaml:4:11 undefined-reference: include "scopes/*.yaml" matches no file (looked in memory)',
    ]);
  });

  it('have no name of their own, and no entry that is elsewhere', async () => {
    const { problems } = await load('include: [more.yaml, bad.yaml]\nscopes: { a: {} }', {
      'more.yaml': 'name: x\nscopes:\n  a: {}\n',
      'bad.yaml': 'scopes: [\n',
    });
    expect(problems).toEqual([
      'bad.yaml:2:1 syntax: "bad.yaml" is not YAML: flow sequence in block collection must be sufficiently indented and end with a ] (begin what belongs together in the same column, and close each bracket)',
      'more.yaml:1:1 invalid: unknown key "name" (there is $schema, claims, clients, exchanges, resources, scopes, tokenpact, tokens)',
      'more.yaml:3:3 conflict: "a" is in mapper.yaml:5 already (keep it in one file)',
    ]);
  });

  it('are not the file itself', async () => {
    const { problems, files } = await load('include: ["*.yaml"]', { 'a.yaml': 'scopes: { a: {} }' });
    expect([problems, files]).toEqual([[], ['mapper.yaml', 'a.yaml']]);
  });
});
