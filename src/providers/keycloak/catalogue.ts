import type { ClaimSubject } from '../../model/index.ts';
import { CLIENT_ROLES } from './claim-path.ts';
import {
  address,
  hardcoded,
  one,
  oneOrMany,
  organizations,
  roleNames,
  STRING,
  STRINGS,
  type Values,
} from './claim-values.ts';
import type { MapperInfo } from './mapper-info.ts';
import { SINKS, type Sink } from './sinks.ts';

const EVERYWHERE: ReadonlySet<Sink> = new Set(SINKS);
const TO_APIS: ReadonlySet<Sink> = new Set(['access', 'lightweight', 'introspection']);

function claimOf(about: ClaimSubject, values: Values, more: Partial<MapperInfo> = {}): MapperInfo {
  return {
    effect: 'claim',
    writes: EVERYWHERE,
    flags: 'written',
    about,
    presence: 'sometimes',
    values,
    named: true,
    ...more,
  };
}

/** A claim whose name can't be configured. */
function fixed(
  claimName: string,
  about: ClaimSubject,
  values: Values,
  more: Partial<MapperInfo> = {},
): MapperInfo {
  return claimOf(about, values, { claimName, named: false, decidedBy: [], ...more });
}

const ADDRESS_ATTRIBUTES = ['street', 'locality', 'region', 'postal_code', 'country', 'formatted'].map(
  (part) => `user.attribute.${part}`,
);

const without = (...left: readonly Sink[]): ReadonlySet<Sink> =>
  new Set(SINKS.filter((sink) => !left.includes(sink)));

/**
 * Keycloak's own mappers by mapper id. Roles are about the token, since service accounts have them too;
 * what speaks of a session is about its user.
 */
const CATALOGUE: Readonly<Record<string, MapperInfo>> = {
  'oidc-usermodel-attribute-mapper': claimOf('user', oneOrMany, {
    decidedBy: ['user.attribute', 'aggregate.attrs'],
  }),
  'oidc-usermodel-property-mapper': claimOf('user', one, { decidedBy: ['user.attribute'] }),
  'oidc-usersessionmodel-note-mapper': claimOf('user', one, { decidedBy: ['user.session.note'] }),
  'oidc-clientsessionmodel-note-mapper': claimOf('user', one, { decidedBy: ['client.session.note'] }),
  'oidc-hardcoded-claim-mapper': claimOf('token', hardcoded, {
    presence: 'always',
    decidedBy: ['claim.value'],
  }),
  'oidc-script-based-protocol-mapper': claimOf('token', oneOrMany, { effect: 'script' }),
  'oidc-usermodel-realm-role-mapper': claimOf('token', roleNames, {
    claimName: 'realm_access.roles',
    decidedBy: ['usermodel.realmRoleMapping.rolePrefix'],
    use: 'authorization',
  }),
  'oidc-usermodel-client-role-mapper': claimOf('token', roleNames, {
    claimName: CLIENT_ROLES,
    decidedBy: ['usermodel.clientRoleMapping.clientId', 'usermodel.clientRoleMapping.rolePrefix'],
    use: 'authorization',
  }),
  'oidc-group-membership-mapper': claimOf('token', () => STRINGS, {
    decidedBy: ['full.path'],
    use: 'authorization',
  }),
  'oidc-full-name-mapper': fixed('name', 'user', () => STRING),
  'oidc-address-mapper': fixed('address', 'user', address, { decidedBy: ADDRESS_ATTRIBUTES }),
  'oidc-organization-membership-mapper': claimOf('user', organizations, {
    claimName: 'organization',
    decidedBy: ['addOrganizationId', 'addOrganizationAttributes'],
  }),
  'oidc-session-state-mapper': fixed('session_state', 'user', () => STRING, { presence: 'always' }),
  'oidc-acr-mapper': fixed('acr', 'user', () => STRING, { presence: 'always', writes: without('userinfo') }),
  'oidc-amr-mapper': fixed('amr', 'user', () => STRINGS, { writes: without('userinfo', 'introspection') }),
  'oidc-sub-mapper': fixed('sub', 'token', () => STRING, {
    presence: 'always',
    writes: TO_APIS,
    use: 'identifier',
    mutable: false,
  }),
  'oidc-sha256-pairwise-sub-mapper': fixed('sub', 'token', () => ({ type: 'string', format: 'uuid' }), {
    decidedBy: ['sectorIdentifierUri', 'pairwiseSubAlgorithmSalt'],
    presence: 'always',
    flags: 'none',
    use: 'identifier',
    mutable: false,
  }),
  'oidc-allowed-origins-mapper': fixed('allowed-origins', 'client', () => STRINGS, {
    writes: TO_APIS,
    flags: 'on-unless-written',
  }),
  'oidc-nonce-backwards-compatible-mapper': fixed('nonce', 'user', () => STRING, {
    writes: new Set(['access', 'lightweight']),
    flags: 'none',
  }),
  'oidc-audience-mapper': fixed('aud', 'token', () => STRINGS, {
    effect: 'audience',
    writes: without('userinfo'),
  }),
  'oidc-audience-resolve-mapper': fixed('aud', 'token', () => ({ anyOf: [STRING, STRINGS] }), {
    effect: 'audience-resolve',
    writes: TO_APIS,
    flags: 'on-unless-written',
  }),
  'oidc-claims-param-token-mapper': claimOf('user', () => STRING, {
    effect: 'requested-claims',
    writes: new Set(['id', 'userinfo']),
  }),
  'oidc-claims-param-value-idtoken-mapper': claimOf('user', () => STRING, { writes: new Set(['id']) }),
  'oidc-hardcoded-role-mapper': claimOf('token', () => true, {
    effect: 'roles',
    writes: without('id'),
    flags: 'none',
  }),
  'oidc-role-name-mapper': claimOf('token', () => true, {
    effect: 'roles',
    writes: without('id'),
    flags: 'none',
  }),
};

/** A mapper that this catalogue doesn't know: a deployed script or somebody's own provider. */
const CUSTOM: MapperInfo = claimOf('token', oneOrMany, { effect: 'script' });

/** What is known about a mapper id; for one that isn't Keycloak's own, that its values can't be foreseen. */
export function mapperInfo(protocolMapper: string): MapperInfo {
  return Object.hasOwn(CATALOGUE, protocolMapper) ? (CATALOGUE[protocolMapper] ?? CUSTOM) : CUSTOM;
}
