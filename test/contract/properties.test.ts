import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bindClient } from '../../src/contract/bind-client.ts';
import {
  acceptedSchema,
  compileContracts,
  effectiveContracts,
  issuedSchema,
  presenceUnder,
} from '../../src/contract/index.ts';
import { settingOf } from '../../src/contract/setting.ts';
import { templateOf } from '../../src/contract/template.ts';
import { type JsonSchema, showContractKey } from '../../src/model/index.ts';
import { sample } from '../../src/schema/index.ts';
import { definitionOf, type Spec } from './definition.ts';
import { compile } from './schemas.ts';

const SCOPES = ['a', 'b', 'c'];
const CLAIMS = ['one', 'two', 'three', 'four'];
const RESOURCES = ['x', 'y'];

const schemas = fc.constantFrom<JsonSchema>(
  { type: 'string' },
  { enum: ['p', 'q'] },
  { type: 'array', items: { enum: ['p', 'q'] }, maxItems: 2 },
  { type: 'object', properties: { p: { type: 'integer' } }, required: ['p'] },
  { oneOf: [{ const: 'p' }, { const: 'q' }] },
);
const paths = fc.constantFrom(undefined, ['list'], ['outer', 'inner'], ['outer', '$' + '{client}']);
const claim = fc.record({
  about: fc.constantFrom('user' as const, 'client' as const),
  presence: fc.constantFrom('always' as const, 'sometimes' as const),
  values: fc.constantFrom('open' as const, 'closed' as const),
  schema: schemas,
  path: paths,
});
const released = fc.uniqueArray(
  fc.tuple(fc.constantFrom(...CLAIMS), fc.constantFrom('', '?', '!')).map(([id, mark]) => `${id}${mark}`),
  { maxLength: 3 },
);
const some = (names: readonly string[]) => fc.subarray([...names]);

/** Small definitions in which claims share paths, scopes open resources, and clients have both subjects. */
const specs: fc.Arbitrary<Spec> = fc
  .record({
    profile: fc.constantFrom('rfc9068' as const, 'none' as const),
    from: fc.constantFrom('scope' as const, 'parameter' as const),
    many: fc.constantFrom('array' as const, 'reject' as const),
    shape: fc.constantFrom('string' as const, 'array' as const, 'either' as const),
    general: released,
    only: fc.option(some(CLAIMS), { nil: undefined }),
    claims: fc.tuple(claim, claim, claim, claim),
    scopes: fc.array(fc.record({ resources: some(RESOURCES), releases: released }), {
      minLength: 3,
      maxLength: 3,
    }),
    byResource: released,
    defaults: some(SCOPES),
    scopesOfClient: some(SCOPES),
    bound: fc.option(fc.constantFrom('dpop' as const, 'mtls' as const), { nil: undefined }),
  })
  .map((given) => ({
    version: '1.0.0',
    tokens: {
      access_token: {
        profile: given.profile,
        releases: given.general,
        audience: { from: given.from, many: given.many, shape: given.shape },
        ...(given.only === undefined ? {} : { only: given.only }),
      },
      introspection: { profile: 'rfc7662' as const, format: 'json' as const, of: 'access_token' },
    },
    claims: Object.fromEntries(
      given.claims.map(({ path, ...rest }, index) => [
        CLAIMS[index] ?? '',
        path === undefined ? rest : { ...rest, path },
      ]),
    ),
    scopes: Object.fromEntries(
      given.scopes.map(({ resources, releases }, index) => [
        SCOPES[index] ?? '',
        { resources, releases: { access_token: releases } },
      ]),
    ),
    resources: {
      x: { releases: { access_token: given.byResource } },
      y: given.bound === undefined ? {} : { senderConstrained: given.bound },
    },
    clients: {
      app: {
        grants: ['authorization_code', 'client_credentials'],
        defaultScopes: given.defaults,
        scopes: given.scopesOfClient,
      },
      other: { defaultScopes: given.scopesOfClient },
    },
  }));

const grants = some(SCOPES).map((names) => new Set(names));
const ORDER = ['never', 'sometimes', 'always'];

describe('laws of contracts', () => {
  test('one more scope never makes a claim rarer', () => {
    const law = fc.property(specs, grants, grants, (spec, fewer, more) => {
      const wider = new Set([...fewer, ...more]);
      for (const { claims } of effectiveContracts(definitionOf(spec))) {
        for (const one of claims.values()) {
          const before = ORDER.indexOf(presenceUnder(one, fewer));
          expect(ORDER.indexOf(presenceUnder(one, wider)), one.key).toBeGreaterThanOrEqual(before);
        }
      }
    });
    fc.assert(law, { numRuns: 300 });
  });

  test('what resources have in common is worked out once, and each gets what it would by itself', () => {
    const law = fc.property(specs, (spec) => {
      const definition = definitionOf(spec);
      for (const { key, claims } of effectiveContracts(definition)) {
        const [type, client] = [definition.tokenTypes.get(key.tokenType), definition.clients.get(key.client)];
        if (type === undefined || client === undefined) continue;
        const alone = templateOf(settingOf(definition, type, client, key.subject, key.resource));
        expect([...claims]).toEqual([...bindClient(alone.claims, key.client)]);
        expect([...claims.values()].map(({ key: name }) => claims.get(name))).toEqual([...claims.values()]);
      }
    });
    fc.assert(law, { numRuns: 300 });
  });

  test('what is issued under a grant is issued under any, accepted by every reader, and published', () => {
    const law = fc.property(specs, grants, fc.nat(), (spec, scopes, index) => {
      const definition = definitionOf(spec);
      const contracts = effectiveContracts(definition);
      const contract = contracts[index % contracts.length];
      if (contract === undefined) return;
      const obtainable = [...contract.defaultScopes, ...contract.optionalScopes];
      const grantedScopes = new Set([
        ...contract.defaultScopes,
        ...[...scopes].filter((scope) => obtainable.includes(scope)),
      ]);
      const { tokenType, resource, client } = contract.key;
      const files = new Map(compileContracts(definition).map(({ path, schema }) => [path, schema]));
      const readers = {
        'any grant': issuedSchema(contract),
        tolerant: acceptedSchema(contract, { grantedScopes, reader: 'tolerant' }),
        strict: acceptedSchema(contract, { grantedScopes, reader: 'strict' }),
        published: files.get(`shop/${tokenType}.schema.json`) ?? false,
        'published to one': files.get(`shop/${tokenType}/${resource ?? client}.schema.json`) ?? false,
      };
      const tokens = sample(issuedSchema(contract, grantedScopes), { limit: 3 });
      for (const [name, schema] of Object.entries(readers)) {
        const validate = compile(schema);
        for (const token of tokens) {
          const words = `${showContractKey(contract.key)}, ${name}: ${JSON.stringify(token)}`;
          expect(validate(token), `${words} ${JSON.stringify(validate.errors)}`).toBe(true);
        }
      }
    });
    fc.assert(law, { numRuns: 40 });
  }, 120_000);

  test('the order of entries changes no byte of the published files', () => {
    const reversed = <T>(record: Readonly<Record<string, T>> = {}) =>
      Object.fromEntries(Object.entries(record).reverse());
    const law = fc.property(specs, (spec) => {
      const other = {
        ...spec,
        tokens: reversed(spec.tokens),
        claims: reversed(spec.claims),
        scopes: reversed(spec.scopes),
        resources: reversed(spec.resources),
        clients: reversed(spec.clients),
      };
      const bytes = (one: Spec) => JSON.stringify(compileContracts(definitionOf(one)));
      expect(bytes(other)).toBe(bytes(spec));
    });
    fc.assert(law, { numRuns: 100 });
  });
});
