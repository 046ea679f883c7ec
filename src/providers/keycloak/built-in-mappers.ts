import type { Place } from '../../model/index.ts';
import { CLIENT_ROLES } from './claim-path.ts';
import type { Mapper } from './mapper.ts';
import { type KeycloakVersion, since } from './version.ts';

const TO_APIS = { 'access.token.claim': 'true' };
const EVERYWHERE = { ...TO_APIS, 'id.token.claim': 'true', 'userinfo.token.claim': 'true' };

/** Makes mappers that Keycloak creates on import: they have the place of what made it create them. */
export interface BuiltIns {
  readonly profile: readonly Mapper[];
  readonly email: readonly Mapper[];
  readonly address: readonly Mapper[];
  readonly phone: readonly Mapper[];
  readonly roles: readonly Mapper[];
  readonly webOrigins: readonly Mapper[];
  readonly microprofile: readonly Mapper[];
  readonly acr: readonly Mapper[];
  readonly basic: readonly Mapper[];
  readonly organization: readonly Mapper[];
  readonly serviceAccount: readonly Mapper[];
  /** What each client got before there were client scopes. */
  readonly firstClients: readonly Mapper[];
}

/** The mappers of Keycloak's built-in client scopes in one version. */
export function builtInMappers(version: KeycloakVersion, at: Place): BuiltIns {
  const mapper = (
    name: string,
    protocolMapper: string,
    config: Readonly<Record<string, string>>,
  ): Mapper => ({
    name,
    protocolMapper,
    config: new Map(Object.entries(config)),
    at,
  });
  const attribute = (name: string, source: string, claim: string, label = 'String'): Mapper =>
    mapper(name, 'oidc-usermodel-attribute-mapper', {
      ...EVERYWHERE,
      'user.attribute': source,
      'claim.name': claim,
      'jsonType.label': label,
    });
  const note = (name: string, source: string, claim: string, label = 'String'): Mapper =>
    mapper(name, 'oidc-usersessionmodel-note-mapper', {
      ...EVERYWHERE,
      'user.session.note': source,
      'claim.name': claim,
      'jsonType.label': label,
    });
  const roles = (
    name: string,
    kind: 'realm' | 'client',
    claim: string,
    flags: Record<string, string>,
  ): Mapper =>
    mapper(name, `oidc-usermodel-${kind}-role-mapper`, {
      ...flags,
      'claim.name': claim,
      multivalued: 'true',
    });

  const names = [
    mapper('full name', 'oidc-full-name-mapper', EVERYWHERE),
    attribute('family name', 'lastName', 'family_name'),
    attribute('given name', 'firstName', 'given_name'),
    attribute('username', 'username', 'preferred_username'),
  ];
  const email = attribute('email', 'email', 'email');
  const clientId = since(version, 21, 1) ? 'client_id' : 'clientId';
  return {
    profile: [
      ...names,
      attribute('middle name', 'middleName', 'middle_name'),
      ...['nickname', 'profile', 'picture', 'website', 'gender', 'birthdate', 'zoneinfo', 'locale'].map(
        (name) => attribute(name, name, name),
      ),
      attribute('updated at', 'updatedAt', 'updated_at', since(version, 18) ? 'long' : 'String'),
    ],
    email: [
      email,
      mapper('email verified', 'oidc-usermodel-property-mapper', {
        ...EVERYWHERE,
        'user.attribute': 'emailVerified',
        'claim.name': 'email_verified',
        'jsonType.label': 'boolean',
      }),
    ],
    address: [mapper('address', 'oidc-address-mapper', { ...EVERYWHERE, ...addressAttributes() })],
    phone: [
      attribute('phone number', 'phoneNumber', 'phone_number'),
      attribute('phone number verified', 'phoneNumberVerified', 'phone_number_verified', 'boolean'),
    ],
    roles: [
      roles('realm roles', 'realm', 'realm_access.roles', TO_APIS),
      roles('client roles', 'client', CLIENT_ROLES, TO_APIS),
      mapper('audience resolve', 'oidc-audience-resolve-mapper', {}),
    ],
    webOrigins: [mapper('allowed web origins', 'oidc-allowed-origins-mapper', {})],
    microprofile: [attribute('upn', 'username', 'upn'), roles('groups', 'realm', 'groups', EVERYWHERE)],
    acr: [mapper('acr loa level', 'oidc-acr-mapper', EVERYWHERE)],
    basic: [note('auth_time', 'AUTH_TIME', 'auth_time', 'long'), mapper('sub', 'oidc-sub-mapper', TO_APIS)],
    organization: [
      mapper('organization', 'oidc-organization-membership-mapper', {
        ...EVERYWHERE,
        'claim.name': 'organization',
        multivalued: 'true',
      }),
    ],
    serviceAccount: [
      note('Client ID', clientId, clientId),
      note('Client Host', 'clientHost', 'clientHost'),
      note('Client IP Address', 'clientAddress', 'clientAddress'),
    ],
    firstClients: [...names, email],
  };
}

function addressAttributes(): Readonly<Record<string, string>> {
  const parts = ['street', 'locality', 'region', 'postal_code', 'country', 'formatted'];
  return Object.fromEntries(parts.map((part) => [`user.attribute.${part}`, part]));
}
