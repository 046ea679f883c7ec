import type { Claim, ClaimSubject, JsonSchema, Place } from '../../model/index.ts';
import { STRING, STRINGS } from './claim-values.ts';
import { isRegistered } from './registered-names.ts';
import { type KeycloakVersion, since } from './version.ts';

/** A token that has claims of Keycloak's own. */
type SystemToken = 'access' | 'lightweight' | 'id' | 'introspection';

interface SystemClaim {
  readonly path: readonly string[];
  readonly about: ClaimSubject;
  readonly presence: 'always' | 'sometimes';
  /** Absent where it follows from the token: who issued it, for whom, with which scopes. */
  readonly schema?: JsonSchema;
  readonly tokens: readonly SystemToken[];
  /** The mapper that writes the same value in other versions, so that both are known to be alike. */
  readonly source: string;
}

const INTEGER: JsonSchema = { type: 'integer' };
const OBJECT: JsonSchema = { type: 'object' };
const BOTH_ACCESS = ['access', 'lightweight', 'introspection'] as const;
const JWTS = [...BOTH_ACCESS, 'id'] as const;

function claim(
  name: string,
  tokens: readonly SystemToken[],
  schema?: JsonSchema,
  more: Partial<SystemClaim> = {},
): SystemClaim {
  const known = schema === undefined ? {} : { schema };
  return { path: [name], about: 'token', presence: 'always', tokens, source: 'keycloak', ...known, ...more };
}

const ofUser = { about: 'user' } as const;
const sometimes = { presence: 'sometimes' } as const;

/**
 * What Keycloak puts into tokens without any mapper, by version; the claims that every ID token and every
 * UserInfo response has come from their profile. A session is its user's: machines have none.
 */
function systemClaims(version: KeycloakVersion): readonly SystemClaim[] {
  const sessionId: JsonSchema = since(version, 26, 5) ? STRING : { type: 'string', format: 'uuid' };
  return [
    claim('exp', BOTH_ACCESS),
    claim('iat', BOTH_ACCESS),
    claim('iss', BOTH_ACCESS),
    claim('scope', BOTH_ACCESS),
    claim('azp', JWTS, undefined, { about: 'client' }),
    claim('jti', JWTS, STRING),
    claim('typ', JWTS, STRING),
    claim('sid', JWTS, sessionId, ofUser),
    claim('cnf', BOTH_ACCESS, OBJECT, sometimes),
    claim('c_hash', ['id'], STRING, sometimes),
    claim('active', ['introspection'], { type: 'boolean' }),
    claim('client_id', ['introspection'], undefined, { about: 'client' }),
    claim('username', ['introspection'], STRING, sometimes),
    claim('token_type', ['introspection'], STRING, sometimes),
    claim('act', ['introspection'], OBJECT, sometimes),
    ...(since(version, 25) ? [] : beforeBasicScope(sessionId)),
    ...(since(version, 18)
      ? []
      : [claim('acr', ['access', 'id', 'introspection'], STRING, { ...ofUser, source: 'oidc-acr-mapper' })]),
    ...(since(version, 4, 6) ? [] : beforeRolesScope()),
  ];
}

/** What the scope `basic` and its mappers write since 25. */
function beforeBasicScope(sessionId: JsonSchema): readonly SystemClaim[] {
  const notes = 'oidc-usersessionmodel-note-mapper';
  return [
    claim('sub', BOTH_ACCESS, STRING, { source: 'oidc-sub-mapper' }),
    claim('auth_time', ['access', 'introspection', 'id'], INTEGER, {
      ...ofUser,
      ...sometimes,
      source: `${notes} user.session.note="AUTH_TIME"`,
    }),
    claim('session_state', JWTS, sessionId, ofUser),
    claim('nonce', ['access', 'introspection'], STRING, { ...ofUser, ...sometimes }),
  ];
}

/** What the scopes `roles` and `web-origins` write since 4.6. */
function beforeRolesScope(): readonly SystemClaim[] {
  const access = ['access', 'introspection'] as const;
  const byClient: JsonSchema = {
    type: 'object',
    additionalProperties: { type: 'object', properties: { roles: STRINGS } },
  };
  return [
    claim('realm_access', access, STRINGS, {
      path: ['realm_access', 'roles'],
      ...sometimes,
      source: 'oidc-usermodel-realm-role-mapper',
    }),
    claim('resource_access', access, byClient, { ...sometimes, source: 'oidc-usermodel-client-role-mapper' }),
    claim('allowed-origins', access, STRINGS, {
      about: 'client',
      ...sometimes,
      source: 'oidc-allowed-origins-mapper',
    }),
  ];
}

/** The audience: mappers and roles add to it, the resources of a grant say what may be in it. */
export const AUDIENCE = 'keycloak / aud';
/** Service accounts keep their `sub` without the scope `basic` too. */
export const SERVICE_ACCOUNT_SUB = 'keycloak / sub of service accounts';

/** Keycloak's own claims, and which of them each token has. */
export interface SystemClaims {
  readonly claims: readonly Claim[];
  /** Ids of the claims in each token. */
  readonly ids: Readonly<Record<SystemToken, readonly string[]>>;
}

/** Keycloak's own claims as entries, each with the place that stands for the whole realm. */
export function readSystemClaims(version: KeycloakVersion, at: Place): SystemClaims {
  const inTokens = systemClaims(version).map((system) => ({
    entry: entryOf(`keycloak / ${system.path.join('.')}`, system, at),
    tokens: system.tokens,
  }));
  const idsIn = (token: SystemToken): readonly string[] =>
    inTokens.filter(({ tokens }) => tokens.includes(token)).map(({ entry }) => entry.id);
  const sub = claim('sub', [], STRING, { about: 'client', source: 'oidc-sub-mapper' });
  return {
    claims: [
      ...inTokens.map(({ entry }) => entry),
      entryOf(AUDIENCE, claim('aud', []), at),
      entryOf(SERVICE_ACCOUNT_SUB, sub, at),
    ],
    ids: {
      access: idsIn('access'),
      lightweight: idsIn('lightweight'),
      id: idsIn('id'),
      introspection: idsIn('introspection'),
    },
  };
}

function entryOf(id: string, system: SystemClaim, at: Place): Claim {
  const { path, about, presence, schema, source } = system;
  return {
    id,
    path,
    about,
    presence,
    schema: schema ?? true,
    growth: 'open',
    planned: [],
    source,
    ...(path[0] === 'sub' ? { use: 'identifier', mutable: false } : {}),
    registered: isRegistered(path),
    implied: schema === undefined,
    at,
  };
}
