import {
  DIALECTS,
  type Dialect,
  type Finding,
  type JsonValue,
  type MapperDefinition,
  type RuleLevel,
} from '../model/index.ts';

/** Something that a product does, and nobody who runs it can change. */
export interface Relaxation {
  readonly rule: string;
  readonly level: RuleLevel;
  /** Only findings that name nothing but these: claims, scopes, members. */
  readonly names?: readonly string[];
  /** Only where the scope is nobody's by default. */
  readonly onlyOnRequest?: true;
  readonly reason: string;
}

const off = (rule: string, reason: string, names?: readonly string[]): Relaxation =>
  names === undefined ? { rule, level: 'off', reason } : { rule, level: 'off', names, reason };

const ON_REQUEST = ['address', 'phone', 'microprofile-jwt'];
const builtIn = (rule: string): Relaxation => ({
  ...off(rule, 'each realm has this scope, and no client is given it unless it asks', ON_REQUEST),
  onlyOnRequest: true,
});

/** What each product has of its own; beside it, the page of its documentation that says so. */
export const RELAXED: Readonly<Record<Dialect, readonly Relaxation[]>> = {
  keycloak: [
    // Server Administration Guide, Link client scope with the client: optional ones apply when they are asked for.
    builtIn('privacy/access-token'),
    builtIn('privacy/id-token'),
    // As exports show: a client with a service account has the mappers Client Host and Client IP Address.
    off('claim/infra-exposed', "a service account's session has the address that it called from", [
      'clientHost',
      'clientAddress',
    ]),
    // As exports show: realms that older versions made have the mapper clientId, since 21.1 also client_id.
    off('claim/case-collision', 'client_id replaced clientId, and realms that were upgraded have both', [
      'client_id',
      'clientId',
    ]),
    // Server Administration Guide, Audience support: Automatically add audience based on client roles.
    off(
      'audience/client-id-in-access-token',
      'an audience that is resolved from roles is the id of the client that has them',
    ),
  ],
  entra: [
    // Access token claims reference, aud: in v2.0 tokens, always the client ID of the API.
    off(
      'audience/client-id-in-access-token',
      "access tokens of version 2 have the id of the API's registration as audience",
    ),
    // Access token claims reference, Payload claims; Optional claims reference.
    off('claim/name-not-collision-resistant', 'names of its own', [
      'tid',
      'oid',
      'ver',
      'uti',
      'aio',
      'rh',
      'scp',
      'wids',
      'idtyp',
      'appid',
      'azpacr',
      'appidacr',
      'unique_name',
      'upn',
      'ipaddr',
      'idp',
      'xms_cc',
      'xms_ftd',
    ]),
    off('claim/nonstandard-alias', 'names of its own', ['scp', 'appid']),
    // Access token claims reference, Groups overage claim.
    off('claim/unbounded-array', 'at most 200 groups are in a JWT; beyond that it says where to ask', [
      'groups',
    ]),
    // Access token claims reference, Header claims: typ is always JWT.
    off('jose/typ-missing', 'its access tokens have the typ JWT in the header'),
    // Access token claims reference, iss: the URI ends in /v2.0 for a v2.0 token.
    off('mapper/single-issuer', 'tokens of version 1 and of version 2 have an issuer each'),
  ],
  okta: [
    // OpenID Connect & OAuth 2.0 API, Reserved claims in the payload section; of ID tokens, Base claims (idp).
    off('claim/name-not-collision-resistant', 'names of its own', ['ver', 'cid', 'uid', 'scp', 'idp']),
    off('claim/nonstandard-alias', 'names of its own', ['scp', 'cid', 'uid']),
    // The same, Reserved claims in the header section: alg and kid.
    off('jose/typ-missing', 'the header of its access tokens has no typ'),
  ],
  auth0: [
    // Access Token Profiles, both sample tokens.
    off('audience/multi', 'whenever openid is granted, the UserInfo endpoint is an audience besides the API'),
    // Access Token Profiles (permissions); Work with Tokens and Organizations (org_id, org_name).
    off('claim/name-not-collision-resistant', 'names of its own', [
      'gty',
      'permissions',
      'org_id',
      'org_name',
    ]),
  ],
  // That tokens of clients have no sub is a default (DuendeSoftware/Support, issue 888), so it is reported.
  // IdentityServer, Claims: idp is in each token of a user.
  duende: [off('claim/name-not-collision-resistant', 'names of its own', ['idp'])],
};

const isDialect = (format: string): format is Dialect => DIALECTS.some((dialect) => dialect === format);

/** What a finding names: a claim or several, a scope, or what else its rule calls by name. */
function namedBy({ coordinates, args }: Pick<Finding, 'coordinates' | 'args'>): readonly JsonValue[] {
  const { missing, name, twin, claim, claims } = args;
  if (coordinates.scope !== undefined) return [coordinates.scope];
  if (Array.isArray(missing)) return missing;
  if (name !== undefined) return twin === undefined ? [name] : [name, twin];
  if (claim !== undefined) return [claim];
  return Array.isArray(claims) ? claims : [];
}

function isOnRequest(scope: string | undefined, mapper: MapperDefinition | undefined): boolean {
  if (scope === undefined || mapper === undefined) return false;
  return [...mapper.clients.values()].every(({ defaultScopes }) => !defaultScopes.includes(scope));
}

/**
 * The level at which a finding counts for a product, where that is another one: the product that the configuration
 * names, or whose export the definition is.
 */
export function relaxedLevel(
  finding: Pick<Finding, 'rule' | 'coordinates' | 'args'>,
  mapper: MapperDefinition | undefined,
  configured: Dialect | undefined,
): RuleLevel | undefined {
  const dialect = configured ?? mapper?.origin.format ?? '';
  if (!isDialect(dialect)) return undefined;
  const relaxation = RELAXED[dialect].find(({ rule, names, onlyOnRequest }) => {
    if (rule !== finding.rule) return false;
    if (onlyOnRequest && !isOnRequest(finding.coordinates.scope, mapper)) return false;
    const named = namedBy(finding);
    return (
      names === undefined || (named.length > 0 && named.every((name) => names.some((one) => one === name)))
    );
  });
  return relaxation?.level;
}
