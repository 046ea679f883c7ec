import { describe, expect, it } from 'vitest';
import { load } from './reading.ts';

const problemsOf = async (sections: string): Promise<string[]> =>
  (await load(sections)).problems.map((problem) => problem.replace(/^mapper\.yaml:/, ''));

const ISSUER = `
tokens: { access_token: {}, app: { kind: access_token, for: { clients: [app] } }, userinfo: {} }
resources: { orders: { audience: "https://orders.example" } }
clients: { app: { grants: [token_exchange] } }
`;

describe('a name that nobody defines', () => {
  it.each([
    [
      'scopes: { a: { releases: { userinfo: [emial] } } }',
      '9:39 undefined-reference: claim "emial" is not defined (did you mean "email"?)',
    ],
    [
      'scopes: { a: { releases: { usreinfo: [email] } } }',
      '9:28 undefined-reference: token type "usreinfo" is not defined (did you mean "userinfo"?)',
    ],
    [
      'scopes: { a: { releases: { id_token: [email] } } }',
      '9:28 undefined-reference: token type "id_token" is not defined (there is access_token, app, userinfo)',
    ],
    [
      'scopes: { a: { resources: [order] } }',
      '9:28 undefined-reference: resource "order" is not defined (did you mean "orders"?)',
    ],
    [
      'scopes: { a: { deprecated: { replacedBy: b } } }',
      '9:30 undefined-reference: scope "b" is not defined (there is a)',
    ],
    [
      'claims: { a: { deprecated: { replacedBy: tier } } }',
      '9:30 undefined-reference: claim "tier" is not defined (there is a)',
    ],
    [
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what people write in a path
      'claims: { a: { path: [x, "${user}"] } }',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what people write in a path
      '9:16 undefined-reference: "${user}" in a path stands for nothing (a path can hold ${client}, the id of the client)',
    ],
    [
      'exchanges: [{ client: ap, from: orders, to: orders }]',
      '9:15 undefined-reference: client "ap" is not defined (did you mean "app"?)',
    ],
    [
      'exchanges: [{ client: app, from: orders, to: stock, scopes: [x], carries: [y] }]',
      [
        '9:42 undefined-reference: resource "stock" is not defined (there is orders)',
        '9:62 undefined-reference: scope "x" is not defined (define it, or take the reference out)',
        '9:76 undefined-reference: claim "y" is not defined (define it, or take the reference out)',
      ],
    ],
  ])('is told with what was meant: %s', async (section, messages) => {
    expect(await problemsOf(`${ISSUER}\n${section}`)).toEqual([messages].flat());
  });

  it('in token types as well', async () => {
    const tokens = `tokens:
  access_token: { only: [nothing], requestable: [emails], of: acces_token }
  wrapper_token: { wraps: reference_token, for: { clients: [web], resources: [api], subject: machine } }
`;
    expect(await problemsOf(tokens)).toEqual([
      '5:26 undefined-reference: claim "nothing" is not defined (define it, or take the reference out)',
      '5:50 undefined-reference: claim "emails" is not defined (did you mean "email"?)',
      '5:59 undefined-reference: token type "acces_token" is not defined (did you mean "access_token"?)',
      '6:20 undefined-reference: token type "reference_token" is not defined (there is access_token, wrapper_token)',
      '6:61 undefined-reference: client "web" is not defined (define it, or take the reference out)',
      '6:79 undefined-reference: resource "api" is not defined (define it, or take the reference out)',
    ]);
  });

  it('is dropped from the definition', async () => {
    const section =
      'scopes: { a: { resources: [order, orders], releases: { userinfo: [emial, email], no: [email] } } }';
    const { value } = await load(`${ISSUER}\n${section}`);
    const scope = value?.scopes.get('a');
    expect(scope?.resources).toEqual(['orders']);
    expect(
      [...(scope?.releases ?? [])].map(([name, list]) => [name, list.map(({ claim }) => claim)]),
    ).toEqual([['userinfo', ['email']]]);
  });

  it('is never one that every object has', async () => {
    expect(
      await problemsOf('clients: { web: { grants: [ciba], scopes: [constructor, __proto__] } }'),
    ).toEqual([
      '4:44 undefined-reference: scope "constructor" is not defined (define it, or take the reference out)',
      '4:57 undefined-reference: scope "__proto__" is not defined (define it, or take the reference out)',
    ]);
  });
});

describe('two things that cannot both hold', () => {
  it.each([
    [
      'a claim twice in one list',
      'scopes: { a: { releases: { userinfo: [email, "email?"] } } }',
      '9:46 conflict: claim "email" is released twice in one list (keep one of them)',
    ],
    [
      'a parameter that is not declared',
      'scopes: { "pay:{id}": {} }',
      '9:11 conflict: scope "pay:{id}" does not declare its parameter "id" (add parameters: { id: { type: string } })',
    ],
    [
      'a parameter that is not in the name',
      'scopes: { "pay:{id}": { parameters: { id: true, ids: true } } }',
      '9:49 conflict: scope "pay:{id}" has no parameter "ids" in its name (did you mean "id"?)',
    ],
  ])('%s', async (_, section, message) => {
    expect(await problemsOf(`${ISSUER}\n${section}`)).toEqual([message]);
  });

  it('a scope that is always granted and may be', async () => {
    const sections =
      'scopes: { a: {}, b: {} }\nclients: { web: { grants: [ciba], defaultScopes: [a], scopes: [b, a] } }';
    expect(await problemsOf(sections)).toEqual([
      '5:67 conflict: scope "a" is in defaultScopes as well: it is always granted (keep it in one of both lists)',
    ]);
    expect((await load(sections)).value?.clients.get('web')?.scopes).toEqual(['b']);
  });

  const variants = (one: string, other: string): string =>
    `tokens: { access_token: {}, v1: { kind: access_token, for: ${one} }, v2: { kind: access_token, for: ${other} } }
clients: { a: { grants: [ciba] }, b: { grants: [ciba] } }
resources: { x: { audience: x }, y: { audience: y } }`;
  const OVERLAP =
    'conflict: token types "v1" and "v2" fit the same grants: which one is issued is open (narrow one with for: clients, resources or subject)';

  it.each([
    ['{ clients: [a, b] }', '{ clients: [b] }'],
    ['{ clients: [a] }', '{ resources: [x] }'],
    ['{ subject: machine }', '{ resources: [x] }'],
    ['{ clients: [a], subject: user }', '{ clients: [a], subject: user, resources: [y] }'],
  ])('variants for %s and %s', async (one, other) => {
    expect((await problemsOf(variants(one, other))).map((problem) => problem.replace(/^4:\d+ /, ''))).toEqual(
      [OVERLAP],
    );
  });

  it.each([
    ['{ clients: [a] }', '{ clients: [b] }'],
    ['{ subject: user }', '{ subject: machine }'],
    ['{ clients: [a], resources: [x] }', '{ clients: [a], resources: [y] }'],
  ])('but not variants for %s and %s', async (one, other) => {
    expect(await problemsOf(variants(one, other))).toEqual([]);
  });

  it('two general token types of one kind', async () => {
    expect(await problemsOf('tokens: { access_token: {}, v2: { kind: access_token } }')).toEqual([
      '4:29 conflict: token types "access_token" and "v2" fit the same grants: which one is issued is open (narrow one with for: clients, resources or subject)',
    ]);
  });
});

describe('claims at one path', () => {
  const conflictsOf = async (sections: string): Promise<string[]> =>
    (await problemsOf(sections)).map((problem) => problem.replace(/^5:\d+ /, '5: '));
  const sharing = (one: string, other: string, rest: string): string => `tokens: { access_token: {} }
claims: { a: { path: [x], schema: ${one} }, b: { path: [x], schema: ${other} } }
${rest}`;
  const TOGETHER =
    'scopes: { s: { releases: { access_token: [a, b] } } }\nclients: { web: { grants: [ciba], scopes: [s] } }';
  const CONFLICT =
    '5: conflict: claims "a" and "b" both fill "x" of access_token, which can hold one value (only arrays unite and objects merge: release one of them)';

  it.each([
    ['{ type: string }', '{ type: string }'],
    ['{ type: array }', '{ type: object }'],
    ['{ enum: [a] }', '{ const: 5 }'],
    ["{ type: [string, 'null'] }", '{ type: string }'],
  ])('conflict with the schemas %s and %s', async (one, other) => {
    expect(await conflictsOf(sharing(one, other, TOGETHER))).toEqual([CONFLICT]);
  });

  it.each([
    ['{ type: array }', '{ type: array, items: true }'],
    ['{ type: object }', '{ type: object }'],
    ['{ const: [a] }', '{ type: array }'],
    ["{ type: [array, 'null'] }", '{ type: array }'],
    ['{ type: string }', 'true'],
  ])('go together with the schemas %s and %s', async (one, other) => {
    expect(await problemsOf(sharing(one, other, TOGETHER))).toEqual([]);
  });

  const STRINGS = ['{ type: string }', '{ type: string }'] as const;

  it.each([
    [
      'two scopes of one client',
      'scopes: { s: { releases: { access_token: [a] } }, t: { releases: { access_token: [b] } } }\nclients: { web: { grants: [ciba], scopes: [s, t] } }',
      [CONFLICT],
    ],
    [
      'two scopes of two clients',
      'scopes: { s: { releases: { access_token: [a] } }, t: { releases: { access_token: [b] } } }\nclients: { web: { grants: [ciba], scopes: [s] }, app: { grants: [ciba], scopes: [t] } }',
      [],
    ],
    [
      'two clients',
      'clients: { web: { grants: [ciba], releases: { access_token: [a] } }, app: { grants: [ciba], releases: { access_token: [b] } } }',
      [],
    ],
    [
      'a client and a resource',
      'resources: { r: { audience: r, releases: { access_token: [b] } } }\nclients: { web: { grants: [ciba], releases: { access_token: [a] } } }',
      [CONFLICT],
    ],
    [
      'two resources',
      'resources: { r: { audience: r, releases: { access_token: [b] } }, q: { audience: q, releases: { access_token: [a] } } }\nclients: { web: { grants: [ciba] } }',
      [],
    ],
  ])('meet or not by who releases them: %s', async (_, rest, expected) => {
    expect(await conflictsOf(sharing(...STRINGS, rest))).toEqual(expected);
  });

  it('meet in a variant of the token type that releases one of them', async () => {
    const sections = `tokens: { access_token: { releases: [a] }, v1: { kind: access_token, for: { clients: [web] }, releases: [b] } }
claims: { a: { path: [x], schema: { type: string } }, b: { path: [x], schema: { type: string } } }
clients: { web: { grants: [ciba] }, app: { grants: [ciba] } }`;
    expect(await problemsOf(sections)).toEqual([
      '5:60 conflict: claims "a" and "b" both fill "x" of v1, which can hold one value (only arrays unite and objects merge: release one of them)',
    ]);
  });

  it('do not meet where a filter lets only one of them pass', async () => {
    const variant = (only: string): string => `tokens: { v1: { kind: access_token, only: ${only} } }
claims: { a: { path: [x], schema: { type: string } }, b: { path: [x], schema: { type: string } } }
clients: { web: { grants: [ciba], releases: { v1: [a, b] } } }`;
    expect(await problemsOf(variant('[a]'))).toEqual([]);
    expect(await conflictsOf(variant('[a, b]'))).toEqual([CONFLICT.replace('access_token', 'v1')]);
  });
});

describe('a claim inside of what another one fills', () => {
  const nested = (outer: string, release = '[city, address]'): string => `tokens: { access_token: {} }
claims: { address: { ${outer} }, city: { path: [address, city] } }
clients: { web: { grants: [ciba], releases: { access_token: ${release} } } }`;

  it.each([
    ['a string', 'schema: { type: string }'],
    ['a list', 'schema: { type: array }'],
    ['a number', 'schema: { enum: [1, 2] }'],
  ])('has no place in %s', async (words, outer) => {
    const [problem, ...others] = await problemsOf(nested(outer));
    expect(others).toEqual([]);
    expect(problem?.replace(/^5:\d+ /, '')).toBe(
      `conflict: claim "city" fills "address.city" of access_token, but claim "address" makes "address" ${words} (only an object has members: release one of them, or give "address" the type object)`,
    );
  });

  it.each([
    ['an object', 'schema: { type: object }'],
    ['anything', 'schema: true'],
    ['the registered claim', 'about: user'],
  ])('has its place in %s', async (_, outer) => {
    expect(await problemsOf(nested(outer))).toEqual([]);
  });

  it('is no matter where the other one is not released', async () => {
    expect(await problemsOf(nested('schema: { type: string }', '[city]'))).toEqual([]);
  });
});
