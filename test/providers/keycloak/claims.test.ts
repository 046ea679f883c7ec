import { describe, expect, it } from 'vitest';
import type { Claim, JsonObject } from '../../../src/model/index.ts';
import { CLIENT_ID } from '../../../src/providers/keycloak/claim-path.ts';
import { clientWith, EVERYWHERE, load, mapper, read, realm } from './realms.ts';

/** The entry of a realm's only mapper. */
function claimOf(protocolMapper: string, config: JsonObject, keycloakVersion = '26.0.7'): Partial<Claim> {
  const definition = read(
    realm({
      keycloakVersion,
      clients: [clientWith([mapper(protocolMapper, { ...EVERYWHERE, ...config })])],
    }),
  );
  const claim = definition.claims.get('client web / it');
  return { path: claim?.path ?? [], schema: claim?.schema ?? false, source: claim?.source ?? '' };
}

const STRINGS = { type: 'array', items: { type: 'string' } };

describe('values', () => {
  const attribute = 'oidc-usermodel-attribute-mapper';
  const tier = { 'user.attribute': 'tier', 'claim.name': 'tier' };

  it.each([
    ['String', { type: 'string' }],
    ['long', { type: 'integer' }],
    ['int', { type: 'integer' }],
    ['boolean', { type: 'boolean' }],
    ['JSON', true],
  ])('of the label %s', (label, schema) => {
    expect(claimOf(attribute, { ...tier, 'jsonType.label': label }).schema).toEqual(schema);
    expect(claimOf(attribute, { ...tier, 'jsonType.label': label, multivalued: 'true' }).schema).toEqual({
      type: 'array',
      items: schema,
    });
  });

  it.each([
    ['String', '1', '1'],
    ['int', '1', 1],
    ['long', '-7', -7],
    ['boolean', 'TRUE', true],
    ['boolean', 'yes', false],
    ['JSON', '{"a":[1]}', { a: [1] }],
  ])('of a hardcoded %s are constant', (label, value, constant) => {
    const config = { 'claim.name': 'c', 'claim.value': value, 'jsonType.label': label };
    expect(claimOf('oidc-hardcoded-claim-mapper', config).schema).toEqual({ const: constant });
  });

  it('of roles without multivalued depend on the version', () => {
    const roles = { 'claim.name': 'role' };
    expect(claimOf('oidc-usermodel-realm-role-mapper', roles, '23.0.0').schema).toEqual({ type: 'string' });
    expect(claimOf('oidc-usermodel-realm-role-mapper', roles, '22.0.5').schema).toEqual({
      type: 'string',
      pattern: '^\\[.*\\]$',
    });
  });

  it('of groups are always a list', () => {
    expect(
      claimOf('oidc-group-membership-mapper', { 'claim.name': 'groups', multivalued: 'false' }).schema,
    ).toEqual(STRINGS);
  });

  it('of organizations depend on what is added', () => {
    const id = 'oidc-organization-membership-mapper';
    const byAlias = { type: 'object', additionalProperties: { type: 'object' } };
    expect(claimOf(id, {})).toMatchObject({ path: ['organization'], schema: STRINGS });
    expect(claimOf(id, { multivalued: 'false' }).schema).toEqual({ type: 'string' });
    expect(claimOf(id, { addOrganizationId: 'true' }).schema).toEqual(byAlias);
    expect(claimOf(id, {}, '25.0.6').schema).toEqual(byAlias);
  });
});

describe('names', () => {
  it('of client roles stand below each client that has some', () => {
    expect(claimOf('oidc-usermodel-client-role-mapper', { multivalued: 'true' })).toMatchObject({
      path: ['resource_access'],
      schema: { type: 'object', additionalProperties: { type: 'object', properties: { roles: STRINGS } } },
    });
  });

  it('of one client’s roles stand below it, with its dots', () => {
    const config = {
      multivalued: 'true',
      'usermodel.clientRoleMapping.clientId': 'shop.web',
      'claim.name': `access.${CLIENT_ID}.roles`,
    };
    expect(claimOf('oidc-usermodel-client-role-mapper', config)).toMatchObject({
      path: ['access', 'shop.web', 'roles'],
      schema: STRINGS,
    });
  });

  it('stay unique where a name is used twice', () => {
    const one = mapper('oidc-usermodel-attribute-mapper', { ...EVERYWHERE, 'claim.name': 'one' });
    const two = mapper('oidc-usermodel-attribute-mapper', { ...EVERYWHERE, 'claim.name': 'two' });
    const { claims } = read(realm({ clients: [clientWith([one, two])] }));
    expect(claims.get('client web / it')?.path).toEqual(['one']);
    expect(claims.get('client web / it (2)')?.path).toEqual(['two']);
  });
});

describe('sources', () => {
  it('are what decides the value', () => {
    const config = { 'user.attribute': 'tier', 'claim.name': 'tier', 'jsonType.label': 'String' };
    expect(claimOf('oidc-usermodel-attribute-mapper', config).source).toBe(
      'oidc-usermodel-attribute-mapper user.attribute="tier"',
    );
  });

  it('leave out what forms left behind', () => {
    const config = { 'claim.name': 'roles', 'user.attribute': 'foo', multivalued: 'true' };
    expect(claimOf('oidc-usermodel-realm-role-mapper', config).source).toBe(
      'oidc-usermodel-realm-role-mapper',
    );
  });

  it('are the same for both mappers that read a user’s name', () => {
    const config = { 'user.attribute': 'username', 'claim.name': 'preferred_username' };
    expect(claimOf('oidc-usermodel-property-mapper', config).source).toBe(
      claimOf('oidc-usermodel-attribute-mapper', config).source,
    );
  });
});

describe('mappers without effect are problems', () => {
  it.each([
    [
      'oidc-hardcoded-claim-mapper',
      { 'claim.name': 'iss', 'claim.value': 'x' },
      'the mapper "it" of client "web" writes no claim: "iss" is written by Keycloak alone',
    ],
    [
      'oidc-hardcoded-claim-mapper',
      { 'claim.name': 'limits', 'claim.value': '{', 'jsonType.label': 'JSON' },
      'the mapper "it" of client "web" writes no claim: "{" is not of type JSON',
    ],
    [
      'oidc-usermodel-attribute-mapper',
      { 'user.attribute': 'tier' },
      'the mapper "it" of client "web" writes no claim: it has no claim name',
    ],
  ])('%s %j', (protocolMapper, config, message) => {
    const { definition, problems } = load(
      realm({ clients: [clientWith([mapper(protocolMapper, { ...EVERYWHERE, ...config })])] }),
    );
    expect(problems.map((problem) => problem.message)).toEqual([message]);
    expect(definition?.claims.has('client web / it')).toBe(false);
  });
});
