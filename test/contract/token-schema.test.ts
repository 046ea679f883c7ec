import { describe, expect, test } from 'vitest';
import { acceptedSchema, claimSchema, issuedSchema, presenceUnder } from '../../src/contract/index.ts';
import type { EffectiveClaim, JsonObject } from '../../src/model/index.ts';
import { definitionOf, type Spec } from './definition.ts';
import { accepts, contract } from './schemas.ts';
import { shop } from './shop.ts';

const THUMBPRINT = '0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I';
const ordersKey = { tokenType: 'access_token', client: 'web', subject: 'user', resource: 'orders' } as const;
const orders = contract(shop, ordersKey);

/** What every access token of "web" for "orders" has. */
const TOKEN: JsonObject = {
  iss: 'https://id.shop.example',
  sub: 'u-1',
  aud: 'https://orders.shop.example',
  client_id: 'web',
  exp: 1_900_000_300,
  iat: 1_900_000_000,
  jti: 'j-1',
  scope: 'openid',
  tenant_id: 'f81d4fae-7dec-11d0-a765-00a0c91e6bf6',
  cnf: { jkt: THUMBPRINT },
};

/** A contract of the access tokens of "app", from a few lines. */
function accessOf(spec: Omit<Spec, 'tokens'> & { readonly token?: Spec['tokens'][string] }, client = 'app') {
  const { token, ...rest } = spec;
  const definition = definitionOf({ clients: { app: {} }, ...rest, tokens: { access_token: { ...token } } });
  return contract(definition, { tokenType: 'access_token', client, subject: 'user' });
}

function claim(of: typeof orders, key: string): EffectiveClaim {
  const found = of.claims.get(key);
  if (found === undefined) throw new Error(`no claim ${key}`);
  return found;
}

describe('issuedSchema', () => {
  const none = issuedSchema(orders, new Set());
  const read = issuedSchema(orders, new Set(['orders.read']));

  test.each<[string, JsonObject, JsonObject, boolean]>([
    ['a plain token', none, TOKEN, true],
    ['an undeclared claim', none, { ...TOKEN, extra: 1 }, false],
    ['another issuer', none, { ...TOKEN, iss: 'https://evil.example' }, false],
    ['another client', none, { ...TOKEN, client_id: 'mobile' }, false],
    ['another audience', none, { ...TOKEN, aud: 'https://discount.shop.example' }, false],
    ['a scope that was not granted', none, { ...TOKEN, scope: 'openid orders.read' }, false],
    ['a claim of a scope that was not granted', none, { ...TOKEN, status: 'active' }, false],
    ['a key that it is not bound to', none, { ...TOKEN, cnf: { 'x5t#S256': THUMBPRINT } }, false],
    ['the claims of a scope', read, { ...TOKEN, scope: 'orders.read openid', status: 'active' }, true],
    ['a claim missing that the scope always brings', read, TOKEN, false],
    [
      'a nested claim',
      read,
      { ...TOKEN, status: 'active', resource_access: { web: { roles: ['buyer'] } } },
      true,
    ],
    [
      'roles of another client',
      read,
      { ...TOKEN, status: 'active', resource_access: { mobile: { roles: [] } } },
      false,
    ],
    ['an object that holds no claim', read, { ...TOKEN, status: 'active', resource_access: {} }, false],
  ])('%s', (_case, schema, token, isIssued) => {
    expect(accepts(schema, token)).toBe(isIssued);
  });

  test('under any grant, what a scope brings may be there', () => {
    const any = issuedSchema(orders);
    expect(accepts(any, TOKEN)).toBe(true);
    expect(accepts(any, { ...TOKEN, scope: 'orders.read', status: 'active' })).toBe(true);
    expect(accepts(any, { ...TOKEN, status: 'gone' })).toBe(false);
  });

  test('an issuer template stands for one step of a path', () => {
    const schema = issuedSchema(
      accessOf({ issuer: 'https://login.example/{tenant}/v2', token: { releases: ['iss'] } }),
    );
    expect(accepts(schema, { iss: 'https://login.example/acme/v2' })).toBe(true);
    expect(accepts(schema, { iss: 'https://login.example/acme/more/v2' })).toBe(false);
    expect(accepts(schema, { iss: 'https://loginxexample/acme/v2' })).toBe(false);
  });

  test('it is open where unresolved content may appear, and only under a grant that brings it', () => {
    const of = accessOf({
      scopes: { s: {} },
      clients: { app: { scopes: ['s'] } },
      unresolved: [{ tokenTypes: ['access_token'], scope: 's' }],
    });
    expect(accepts(issuedSchema(of, new Set(['s'])), { anything: 1 })).toBe(true);
    expect(accepts(issuedSchema(of, new Set()), { anything: 1 })).toBe(false);
    expect(accepts(issuedSchema(of), { anything: 1 })).toBe(true);
  });

  test('a claim with values that nobody can know takes any', () => {
    const schema = { type: 'string' };
    const of = accessOf({ claims: { x: { schema, unresolved: 'a script' } }, token: { releases: ['x'] } });
    expect(accepts(issuedSchema(of), { x: 1 })).toBe(true);
  });

  test('claims released together: arrays unite, nested members join the object that holds them', () => {
    const list = (value: string) => ({ type: 'array', items: { const: value } });
    const of = accessOf({
      claims: {
        staff: { path: ['roles'], schema: list('staff') },
        guest: { path: ['roles'], schema: list('guest') },
        address: { schema: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] } },
        country: { path: ['address', 'country'], presence: 'always', schema: { type: 'string' } },
      },
      token: { releases: ['staff', 'guest', 'address', 'country'] },
    });
    const schema = issuedSchema(of);
    expect(accepts(schema, { roles: ['guest', 'staff'], address: { country: 'SE' } })).toBe(true);
    expect(accepts(schema, { address: { country: 'SE', city: 'Lund' } })).toBe(true);
    expect(accepts(schema, { address: { city: 'Lund' } })).toBe(false);
    expect(accepts(schema, { address: { country: 'SE', zip: '1' } })).toBe(false);
    expect(accepts(schema, { roles: ['admin'], address: { country: 'SE' } })).toBe(false);
  });

  test('references inside a claim or across claims still find what they meant', () => {
    const tree = {
      type: 'object',
      properties: { below: { type: 'array', items: { $ref: '#' } }, kind: { $ref: '#/$defs/kind' } },
      required: ['kind'],
      $defs: { kind: { enum: ['a', 'b'] } },
    };
    const of = accessOf({
      claims: { 'tree/of~things': { presence: 'always', schema: tree } },
      token: {
        releases: ['tree/of~things'],
        schema: {
          type: 'object',
          properties: { 'tree/of~things': { $ref: '#/$defs/b' } },
          $defs: { b: true },
        },
      },
    });
    for (const schema of [issuedSchema(of), acceptedSchema(of, { reader: 'tolerant' })]) {
      expect(accepts(schema, { 'tree/of~things': { kind: 'a', below: [{ kind: 'b' }] } })).toBe(true);
      expect(accepts(schema, { 'tree/of~things': { kind: 'a', below: [{ kind: 'c' }] } })).toBe(false);
    }
  });

  test('names that every object has are names like others', () => {
    const of = accessOf({
      claims: {
        constructor: { presence: 'always' as const, schema: { type: 'string' } },
        proto: { path: ['__proto__'] },
      },
      token: { releases: ['constructor', 'proto'] },
    });
    const schema = issuedSchema(of);
    expect(accepts(schema, {})).toBe(false);
    expect(accepts(schema, { constructor: 'x' })).toBe(true);
    expect(Object.hasOwn(schema.properties as object, '__proto__')).toBe(true);
  });
});

describe('acceptedSchema', () => {
  const tolerant = acceptedSchema(orders, { reader: 'tolerant' });
  const strict = acceptedSchema(orders, { reader: 'strict' });

  test('a tolerant reader ignores what it does not know, a strict one rejects it', () => {
    expect(accepts(tolerant, { ...TOKEN, extra: 1 })).toBe(true);
    expect(accepts(strict, { ...TOKEN, extra: 1 })).toBe(false);
    expect(accepts(tolerant, { ...TOKEN, resource_access: { other: 1 } })).toBe(true);
    expect(accepts(strict, { ...TOKEN, resource_access: { other: 1 } })).toBe(false);
  });

  test('both hold a claim to its values, also one that the grant does not release', () => {
    for (const reader of ['tolerant', 'strict'] as const) {
      const schema = acceptedSchema(orders, { reader, grantedScopes: new Set() });
      expect(accepts(schema, { ...TOKEN, status: 'active' })).toBe(true);
      expect(accepts(schema, { ...TOKEN, status: 'gone' })).toBe(false);
      expect(accepts(schema, { ...TOKEN, tenant_id: 'acme' })).toBe(false);
    }
  });

  test('under a grant, what it always brings is required', () => {
    const schema = acceptedSchema(orders, { reader: 'tolerant', grantedScopes: new Set(['orders.read']) });
    expect(accepts(schema, TOKEN)).toBe(false);
    expect(accepts(schema, { ...TOKEN, status: 'suspended' })).toBe(true);
  });

  test('readers expect further values where they are announced', () => {
    const of = accessOf({
      claims: {
        open: { values: 'open', schema: { enum: ['a'] } },
        closed: { schema: { enum: ['a'] } },
      },
      token: { releases: ['open', 'closed'] },
    });
    for (const reader of ['tolerant', 'strict'] as const) {
      const schema = acceptedSchema(of, { reader });
      expect(accepts(schema, { open: 'b' })).toBe(true);
      expect(accepts(schema, { open: 1 })).toBe(false);
      expect(accepts(schema, { closed: 'b' })).toBe(false);
    }
    expect(accepts(issuedSchema(of), { open: 'b' })).toBe(false);
  });

  test('facts across claims hold for every reader, and are opened for a tolerant one', () => {
    const schema = {
      type: 'object',
      properties: { a: { type: 'object', properties: {}, additionalProperties: false } },
      required: ['a'],
    };
    const of = accessOf({ claims: { a: {} }, token: { releases: ['a'], schema } });
    expect(accepts(acceptedSchema(of, { reader: 'tolerant' }), { a: { more: 1 } })).toBe(true);
    expect(accepts(acceptedSchema(of, { reader: 'strict' }), { a: { more: 1 } })).toBe(false);
    expect(accepts(acceptedSchema(of, { reader: 'tolerant' }), {})).toBe(false);
  });
});

describe('what specifications ask for', () => {
  test('a logout token has an event, and "sub" or "sid"', () => {
    const definition = definitionOf({
      tokens: { logout_token: { profile: 'openid' } },
      clients: { app: {} },
    });
    const of = contract(definition, { tokenType: 'logout_token', client: 'app', subject: 'user' });
    const events = { 'http://schemas.openid.net/event/backchannel-logout': {} };
    const token = { iss: 'https://id.shop.example', aud: 'app', iat: 1, exp: 2, jti: 'j', events };
    expect(of.header?.typ).toBe('logout+jwt');
    expect(accepts(issuedSchema(of), { ...token, sid: 's' })).toBe(true);
    expect(accepts(issuedSchema(of), { ...token, sub: 's' })).toBe(true);
    expect(accepts(issuedSchema(of), token)).toBe(false);
    expect(accepts(issuedSchema(of), { ...token, sid: 's', nonce: 'n' })).toBe(false);
  });

  test('signed UserInfo may name issuer and audience, JSON does not', () => {
    const userinfo = (format: 'json' | 'jwt') => {
      const definition = definitionOf({
        tokens: { userinfo: { format, profile: 'openid' } },
        clients: { app: {} },
      });
      return issuedSchema(contract(definition, { tokenType: 'userinfo', client: 'app', subject: 'user' }));
    };
    const signed = { sub: 'u', iss: 'https://id.shop.example', aud: 'app' };
    expect(accepts(userinfo('jwt'), signed)).toBe(true);
    expect(accepts(userinfo('json'), signed)).toBe(false);
    expect(accepts(userinfo('json'), { sub: 'u' })).toBe(true);
  });

  test('each exchange of a chain adds an actor, and a circle has no innermost one', () => {
    const chain = (exchanges: Spec['exchanges']) => {
      const definition = definitionOf({
        tokens: { access_token: {} },
        resources: { first: {}, second: {}, third: {} },
        clients: { app: { grants: ['token_exchange'] }, api: { grants: ['token_exchange'] } },
        ...(exchanges === undefined ? {} : { exchanges }),
      });
      const key = { tokenType: 'access_token', client: 'api', subject: 'user', resource: 'third' } as const;
      return issuedSchema(contract(definition, key));
    };
    const inner = { client: 'app', from: 'first', to: 'second' };
    const outer = { client: 'api', from: 'second', to: 'third' };
    const nested = { act: { sub: 'api', act: { sub: 'app' } } };
    const deeper = { act: { sub: 'api', act: { sub: 'app', act: { sub: 'x' } } } };
    expect(accepts(chain([outer]), { act: { sub: 'api' } })).toBe(true);
    expect(accepts(chain([outer]), {})).toBe(false);
    expect(accepts(chain([outer]), nested)).toBe(false);
    expect(accepts(chain([inner, outer]), nested)).toBe(true);
    expect(accepts(chain([inner, outer]), deeper)).toBe(false);
    expect(accepts(chain([inner, outer, { client: 'app', from: 'third', to: 'first' }]), deeper)).toBe(true);
    expect(accepts(chain([{ ...outer, mode: 'impersonation' }]), {})).toBe(true);
    expect(accepts(chain([{ ...outer, mode: 'impersonation' }]), { act: { sub: 'api' } })).toBe(false);
  });

  test('authorization details are told apart by their types', () => {
    const of = accessOf({
      scopes: {
        pay: {
          schema: { type: 'object', properties: { amount: { type: 'integer' } }, required: ['amount'] },
        },
        look: { schema: true },
      },
      clients: { app: { scopes: ['pay', 'look'] } },
    });
    const details = (...list: JsonObject[]) => ({ authorization_details: list });
    const pay = issuedSchema(of, new Set(['pay']));
    expect(accepts(pay, details({ type: 'pay', amount: 1 }))).toBe(true);
    expect(accepts(pay, details({ type: 'look' }))).toBe(false);
    expect(accepts(pay, details())).toBe(false);
    expect(accepts(issuedSchema(of, new Set()), details({ type: 'pay', amount: 1 }))).toBe(false);
    const both = issuedSchema(of, new Set(['pay', 'look']));
    expect(accepts(both, details({ type: 'look', at: 'me' }, { type: 'pay', amount: 1 }))).toBe(true);
  });

  test('a scope that is hidden or an authorization detail is not in the "scope" claim', () => {
    const of = accessOf({
      token: { profile: 'rfc9068' },
      scopes: { shown: {}, hidden: { visible: false }, detail: { schema: { type: 'object' } } },
      clients: { app: { scopes: ['shown', 'hidden', 'detail'] } },
    });
    expect(claimSchema(claim(of, 'scope'))).toEqual({ type: 'string', pattern: '^shown(?: shown)*$' });
    expect(presenceUnder(claim(of, 'scope'), new Set(['hidden', 'detail']))).toBe('never');
    expect(presenceUnder(claim(of, 'scope'), new Set(['shown']))).toBe('always');
  });

  test('a released "scope" claim may be empty where no scope is granted', () => {
    const of = accessOf({
      token: { releases: ['scope'] },
      scopes: { a: {}, b: {} },
      clients: { app: { scopes: ['a', 'b'] } },
    });
    const schema = issuedSchema(of);
    for (const scope of ['', 'a', 'b a']) expect(accepts(schema, { scope })).toBe(true);
    expect(accepts(schema, { scope: 'c' })).toBe(false);
    expect(accepts(issuedSchema(of, new Set(['a'])), { scope: 'b' })).toBe(false);
  });
});

describe('claimSchema', () => {
  test('a declared entry speaks for its member where it is released', () => {
    const of = accessOf({
      token: { profile: 'rfc9068' },
      claims: {
        sub_uuid: { path: ['sub'], schema: { type: 'string', format: 'uuid' } },
        sub_mail: { path: ['sub'], schema: { type: 'string', format: 'email' } },
      },
      scopes: { s: { releases: { access_token: ['sub_uuid'] } } },
      clients: { app: { scopes: ['s'] } },
    });
    const sub = claim(of, 'sub');
    expect(claimSchema(sub, new Set(['s']))).toEqual({ type: 'string', format: 'uuid' });
    expect(claimSchema(sub, new Set())).toEqual({ type: 'string', minLength: 1, maxLength: 255 });
    expect(claimSchema(sub)).toEqual({
      anyOf: [
        { type: 'string', format: 'uuid' },
        { type: 'string', minLength: 1, maxLength: 255 },
      ],
    });
  });

  test('is false where nothing releases the claim', () => {
    expect(claimSchema(claim(orders, 'status'), new Set())).toBe(false);
  });
});
