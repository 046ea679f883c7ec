import { describe, expect, test } from 'vitest';
import { compileContracts } from '../../src/contract/index.ts';
import type { JsonObject, MapperDefinition } from '../../src/model/index.ts';
import { definitionOf } from './definition.ts';
import { accepts, compile } from './schemas.ts';
import { SHOP, shop } from './shop.ts';

function schemaAt(definition: MapperDefinition, path: string): JsonObject {
  const found = compileContracts(definition).find((file) => file.path === path);
  if (found === undefined) throw new Error(`no file ${path}`);
  return found.schema;
}

describe('compileContracts', () => {
  test('a file per token type, per client or resource, and per header', () => {
    expect(compileContracts(shop).map(({ path }) => path)).toEqual([
      'shop/access_token.header.schema.json',
      'shop/access_token.schema.json',
      'shop/access_token/discount.schema.json',
      'shop/access_token/orders.schema.json',
      'shop/access_token/partner.schema.json',
      'shop/id_token.header.schema.json',
      'shop/id_token.schema.json',
      'shop/id_token/mobile.schema.json',
      'shop/id_token/partner.schema.json',
      'shop/id_token/web.schema.json',
      'shop/introspection.schema.json',
      'shop/introspection/discount.schema.json',
      'shop/introspection/orders.schema.json',
      'shop/introspection/partner.schema.json',
      'shop/light_access_token.header.schema.json',
      'shop/light_access_token.schema.json',
      'shop/light_access_token/orders.schema.json',
      'shop/userinfo.schema.json',
      'shop/userinfo/mobile.schema.json',
      'shop/userinfo/partner.schema.json',
      'shop/userinfo/web.schema.json',
      'shop/wrapper_token.header.schema.json',
      'shop/wrapper_token.schema.json',
      'shop/wrapper_token/discount.schema.json',
      'shop/wrapper_token/orders.schema.json',
      'shop/wrapper_token/partner.schema.json',
    ]);
  });

  test('every file compiles in a strict validator, under an id of its own', () => {
    const files = compileContracts(shop);
    for (const { schema } of files) expect(compile(schema)).toBeTypeOf('function');
    const ids = files.map(({ schema }) => schema.$id);
    expect(new Set(ids).size).toBe(files.length);
    expect(ids).toContain('urn:tokenpact:shop:access_token:orders');
    expect(ids).toContain('urn:tokenpact:shop:access_token:header');
  });

  test('a file whole: what is required, what a scope brings, what stays open', () => {
    const definition = definitionOf({
      name: 'shop',
      version: '1.2.3',
      tokens: { access_token: { releases: ['scope', 'sub'] } },
      claims: {
        role: { presence: 'always', values: 'open', schema: { enum: ['admin'] } },
        city: { path: ['address', 'city'], presence: 'always', schema: { type: 'string' } },
      },
      scopes: { 'pay:{id}': { releases: { access_token: ['role', 'city'] } } },
      clients: { app: { scopes: ['pay:{id}'] } },
    });
    expect(schemaAt(definition, 'shop/access_token.schema.json')).toEqual({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:tokenpact:shop:access_token',
      title: 'access_token of shop',
      description:
        'What https://id.shop.example puts into this token for every client. Readers ignore members that are not listed.',
      $comment: 'compiled from shop 1.2.3',
      type: 'object',
      properties: {
        address: { type: 'object', properties: { city: { type: 'string' } } },
        role: { type: 'string' },
        scope: { type: 'string', pattern: '^(?:pay:[!#-\\[\\]-~]+(?: pay:[!#-\\[\\]-~]+)*)?$' },
        sub: { type: 'string', minLength: 1, maxLength: 255 },
      },
      required: ['scope', 'sub'],
      allOf: [
        {
          if: {
            type: 'object',
            properties: { scope: { type: 'string', pattern: '(?:^| )pay:[^ ]+(?: |$)' } },
            required: ['scope'],
          },
          // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
          then: {
            type: 'object',
            properties: {
              address: { type: 'object', properties: { city: true }, required: ['city'] },
              role: true,
            },
            required: ['address', 'role'],
          },
        },
      ],
    });
  });

  test('what clients have in common is required, what any of them may have is allowed', () => {
    const schema = schemaAt(shop, 'shop/access_token.schema.json');
    expect(schema.required).toEqual(['aud', 'client_id', 'exp', 'iat', 'iss', 'jti', 'sub']);
    const properties = schema.properties as JsonObject;
    expect(properties.client_id).toEqual({ enum: ['orders-service', 'partner', 'web'] });
    expect(properties.aud).toEqual({ type: 'string' });
    expect(properties.resource_access).toEqual({
      type: 'object',
      properties: {
        web: { type: 'object', properties: { roles: { type: 'array', items: { type: 'string' } } } },
      },
    });
  });

  test('a resource’s audience is exact in its own file', () => {
    const schema = schemaAt(shop, 'shop/access_token/orders.schema.json');
    expect((schema.properties as JsonObject).aud).toEqual({ const: 'https://orders.shop.example' });
    expect(schema.title).toBe('access_token of shop: orders');
    expect(schema.description).toContain('for the resource "orders"');
  });

  test('a scope that only some clients need for a claim sets no condition on the others', () => {
    const definition = definitionOf({
      tokens: { userinfo: { format: 'json', releases: ['scope'] } },
      claims: { a: { presence: 'always', schema: { type: 'string' } }, b: { presence: 'always' } },
      scopes: { s: { releases: { userinfo: ['a'] } } },
      clients: {
        one: { scopes: ['s'] },
        two: { defaultScopes: ['s'] },
        three: { scopes: ['s'], releases: { userinfo: ['b'] } },
      },
    });
    const schema = schemaAt(definition, 'shop/userinfo.schema.json');
    expect(schema.required).toEqual(['scope']);
    expect(accepts(schema, { scope: 's', a: 'x' })).toBe(true);
    expect(accepts(schema, { scope: 's' })).toBe(false);
    expect(accepts(schema, { scope: '' })).toBe(true);
  });

  test('entries that only some clients get say nothing about the tokens of others', () => {
    const list = (value: string) => ({ type: 'array', items: { const: value }, minItems: 2 });
    const thing = (name: string) => ({ type: 'object', properties: { [name]: true }, required: [name] });
    const definition = definitionOf({
      tokens: { userinfo: { format: 'json' } },
      claims: {
        many: { path: ['list'], presence: 'always', schema: list('many') },
        few: { path: ['list'], presence: 'always', schema: { ...list('few'), minItems: 1 } },
        left: { path: ['thing'], presence: 'always', schema: thing('left') },
        right: { path: ['thing'], presence: 'always', schema: thing('right') },
      },
      clients: {
        one: { releases: { userinfo: ['many', 'left'] } },
        two: { releases: { userinfo: ['few', 'right'] } },
      },
    });
    const schema = schemaAt(definition, 'shop/userinfo.schema.json');
    expect(schema.required).toEqual(['list', 'thing']);
    expect(accepts(schema, { list: ['few'], thing: { right: 1 } })).toBe(true);
    expect(accepts(schema, { list: ['many', 'many'], thing: { left: 1 } })).toBe(true);
  });

  test('an inactive token gets an answer too, which says no more than that', () => {
    const schema = schemaAt(shop, 'shop/introspection/orders.schema.json');
    expect(accepts(schema, { active: false })).toBe(true);
    expect(accepts(schema, { active: true })).toBe(false);
  });

  test('definitions of a claim stay where references find them', () => {
    const schema = {
      type: 'object',
      properties: { of: { $ref: '#/$defs/name' } },
      $defs: { name: { type: 'string' } },
    };
    const definition = definitionOf({
      tokens: { introspection: { format: 'json', profile: 'rfc7662', releases: ['thing'] } },
      claims: { thing: { presence: 'always', schema } },
      clients: { app: {} },
    });
    const compiled = schemaAt(definition, 'shop/introspection.schema.json');
    expect(accepts(compiled, { active: true, thing: { of: 'x' } })).toBe(true);
    expect(accepts(compiled, { active: true, thing: { of: 1 } })).toBe(false);
  });

  test('the header: typ with and without "application/", algorithms, never none', () => {
    const header = schemaAt(shop, 'shop/access_token.header.schema.json');
    expect(header.properties).toEqual({
      alg: { enum: ['ES256', 'PS256'] },
      typ: { enum: ['at+jwt', 'application/at+jwt'] },
    });
    expect(accepts(header, { alg: 'ES256', typ: 'at+jwt', kid: 'k' })).toBe(true);
    expect(accepts(header, { alg: 'ES256' })).toBe(false);
    const open = schemaAt(shop, 'shop/id_token.header.schema.json');
    expect(accepts(open, { alg: 'RS256' })).toBe(true);
    expect(accepts(open, { alg: 'none' })).toBe(false);
    const own = { tokens: { access_token: { typ: 'JWT', algorithms: ['RS256'] } }, clients: { app: {} } };
    expect(schemaAt(definitionOf(own), 'shop/access_token.header.schema.json').properties).toEqual({
      alg: { const: 'RS256' },
      typ: { const: 'JWT' },
    });
  });

  test('names become steps of a path that every system takes', () => {
    const clients = { 'https://app.example/*': {}, '..': {} };
    const definition = definitionOf({
      ...SHOP,
      name: 'a b',
      tokens: { userinfo: { format: 'json' } },
      scopes: {},
      clients,
    });
    expect(compileContracts(definition).map(({ path }) => path)).toEqual([
      'a%20b/userinfo.schema.json',
      'a%20b/userinfo/%2E%2E.schema.json',
      'a%20b/userinfo/https%3A%2F%2Fapp.example%2F%2A.schema.json',
    ]);
  });
});
