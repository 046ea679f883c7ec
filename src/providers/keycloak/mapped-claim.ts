import type { Claim, ClaimSubject, JsonSchema } from '../../model/index.ts';
import { CLIENT_ID, splitClaimName } from './claim-path.ts';
import { describeConfig, type Mapper } from './mapper.ts';
import type { MapperInfo } from './mapper-info.ts';
import { isRegistered } from './registered-names.ts';
import { FLAG_KEYS } from './sinks.ts';
import type { KeycloakVersion } from './version.ts';

/** User properties that Keycloak never leaves empty, for the users of service accounts neither. */
const ALWAYS_SET: ReadonlySet<string> = new Set(['id', 'username', 'emailVerified']);
/** Notes that only sessions of service accounts have. */
const SERVICE_ACCOUNT_NOTES: ReadonlySet<string> = new Set([
  'client_id',
  'clientId',
  'clientHost',
  'clientAddress',
]);
/** User properties that both mappers for users read alike; built-in scopes moved from one to the other. */
const ALSO_ATTRIBUTES: ReadonlySet<string> = new Set(['username', 'email', 'firstName', 'lastName']);
/** Configuration that says where a value goes and of which type it is, not where it comes from. */
const NOT_SOURCE: ReadonlySet<string> = new Set([
  ...FLAG_KEYS,
  'claim.name',
  'jsonType.label',
  'multivalued',
]);

/** The claim that a mapper fills, or undefined when it names none. */
export function claimOf(
  mapper: Mapper,
  info: MapperInfo,
  id: string,
  version: KeycloakVersion,
): Claim | undefined {
  const claimName = info.named ? mapper.config.get('claim.name') || info.claimName : info.claimName;
  if (claimName === undefined) return undefined;
  const { path, schema } = locate(splitClaimName(claimName), info.values(mapper, version), mapper);
  return {
    id,
    path,
    about: aboutOf(mapper, info),
    presence: ALWAYS_SET.has(mapper.config.get('user.attribute') ?? '') ? 'always' : info.presence,
    schema,
    growth: 'open',
    planned: [],
    source: sourceOf(mapper, info),
    ...(info.use === undefined ? {} : { use: info.use }),
    ...(info.mutable === undefined ? {} : { mutable: info.mutable }),
    registered: isRegistered(path),
    implied: false,
    at: mapper.at,
  };
}

function sourceOf(mapper: Mapper, info: MapperInfo): string {
  if (
    ALSO_ATTRIBUTES.has(mapper.config.get('user.attribute') ?? '') &&
    info.decidedBy?.includes('user.attribute')
  ) {
    return describeConfig({ ...mapper, protocolMapper: 'oidc-usermodel-attribute-mapper' }, [
      'user.attribute',
    ]);
  }
  const keys = info.decidedBy ?? [...mapper.config.keys()].filter((key) => !NOT_SOURCE.has(key));
  return describeConfig(mapper, keys);
}

/** A service account is a user without a person: what each user has is in a machine's tokens too. */
function aboutOf(mapper: Mapper, info: MapperInfo): ClaimSubject {
  if (SERVICE_ACCOUNT_NOTES.has(mapper.config.get('user.session.note') ?? '')) return 'client';
  return ALWAYS_SET.has(mapper.config.get('user.attribute') ?? '') ? 'token' : info.about;
}

/**
 * Where a claim stands. A role mapper replaces `${client_id}` by each client that has roles: by the one that is
 * configured, or by any, so that the members below can have any name.
 */
function locate(
  names: readonly string[],
  values: JsonSchema,
  mapper: Mapper,
): { path: readonly string[]; schema: JsonSchema } {
  if (mapper.protocolMapper !== 'oidc-usermodel-client-role-mapper') return { path: names, schema: values };
  const roleClient = mapper.config.get('usermodel.clientRoleMapping.clientId');
  if (roleClient) {
    return { path: names.map((name) => name.replaceAll(CLIENT_ID, roleClient)), schema: values };
  }
  const split = names.findIndex((name) => name.includes(CLIENT_ID));
  if (split <= 0) return { path: names, schema: values };
  const inner = names
    .slice(split + 1)
    .reduceRight<JsonSchema>((schema, name) => ({ type: 'object', properties: { [name]: schema } }), values);
  return { path: names.slice(0, split), schema: { type: 'object', additionalProperties: inner } };
}
