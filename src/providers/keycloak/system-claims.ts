import type { Claim, ClaimSubject, JsonSchema, Place } from '../../model/index.ts';
import { STRING } from './claim-values.ts';
import { isRegistered } from './registered-names.ts';
import { type KeycloakVersion, since } from './version.ts';

/** A token as far as Keycloak's own claims differ; a service account's access token keeps its `sub`. */
export type SystemToken = 'access' | 'lightweight' | 'id' | 'userinfo' | 'introspection';

interface SystemClaim {
  readonly path: readonly string[];
  readonly about: ClaimSubject;
  readonly presence: 'always' | 'sometimes';
  readonly schema: JsonSchema;
  readonly tokens: readonly SystemToken[];
}

const INTEGER: JsonSchema = { type: 'integer' };
const OBJECT: JsonSchema = { type: 'object' };
const BOTH_ACCESS = ['access', 'lightweight', 'introspection'] as const;
const JWTS = [...BOTH_ACCESS, 'id'] as const;

function claim(
  name: string,
  tokens: readonly SystemToken[],
  schema: JsonSchema = STRING,
  more: Partial<SystemClaim> = {},
): SystemClaim {
  return { path: [name], about: 'token', presence: 'always', schema, tokens, ...more };
}

const ofUser = { about: 'user' } as const;
const sometimes = { presence: 'sometimes' } as const;

/** What Keycloak puts into tokens without any mapper, by version. A session is its user's: machines have none. */
function systemClaims(version: KeycloakVersion): readonly SystemClaim[] {
  const sessionId: JsonSchema = since(version, 26, 5) ? STRING : { type: 'string', format: 'uuid' };
  return [
    claim('exp', JWTS, INTEGER),
    claim('iat', JWTS, INTEGER),
    claim('jti', JWTS),
    claim('iss', JWTS),
    claim('typ', JWTS),
    claim('azp', JWTS, STRING, { about: 'client' }),
    claim('sid', JWTS, sessionId, ofUser),
    claim('scope', BOTH_ACCESS),
    claim('cnf', BOTH_ACCESS, OBJECT, sometimes),
    claim('nonce', ['id'], STRING, { ...ofUser, ...sometimes }),
    claim('at_hash', ['id'], STRING, sometimes),
    claim('c_hash', ['id'], STRING, sometimes),
    claim('sub', ['id', 'userinfo']),
    claim('active', ['introspection'], { type: 'boolean' }),
    claim('client_id', ['introspection'], STRING, { about: 'client' }),
    claim('username', ['introspection'], STRING, sometimes),
    claim('token_type', ['introspection'], STRING, sometimes),
    claim('act', ['introspection'], OBJECT, sometimes),
    ...(since(version, 25) ? [] : beforeBasicScope(sessionId)),
    ...(since(version, 18) ? [] : [claim('acr', ['access', 'id', 'introspection'], STRING, ofUser)]),
    ...(since(version, 4, 6) ? [] : beforeRolesScope()),
  ];
}

/** What the scope `basic` and its mappers write since 25. */
function beforeBasicScope(sessionId: JsonSchema): readonly SystemClaim[] {
  return [
    claim('sub', BOTH_ACCESS),
    claim('auth_time', ['access', 'introspection', 'id'], INTEGER, { ...ofUser, ...sometimes }),
    claim('session_state', JWTS, sessionId, ofUser),
    claim('nonce', ['access', 'introspection'], STRING, { ...ofUser, ...sometimes }),
  ];
}

/** What the scopes `roles` and `web-origins` write since 4.6. */
function beforeRolesScope(): readonly SystemClaim[] {
  const roles: JsonSchema = { type: 'array', items: STRING };
  const access = ['access', 'introspection'] as const;
  return [
    claim('realm_access', access, roles, { path: ['realm_access', 'roles'], ...sometimes }),
    claim(
      'resource_access',
      access,
      { type: 'object', additionalProperties: { type: 'object', properties: { roles } } },
      sometimes,
    ),
    claim('allowed-origins', access, roles, { about: 'client', ...sometimes }),
  ];
}

/** The same claim in other tokens may have another presence or schema: then it is an entry of its own. */
export interface SystemClaims {
  readonly claims: readonly Claim[];
  /** Ids of the claims in each token. */
  readonly ids: Readonly<Record<SystemToken, readonly string[]>>;
}

/** Keycloak's own claims as entries, each with the place that stands for the whole realm. */
export function readSystemClaims(version: KeycloakVersion, at: Place): SystemClaims {
  const claims = new Map<string, Claim>();
  const ids: Record<SystemToken, string[]> = {
    access: [],
    lightweight: [],
    id: [],
    userinfo: [],
    introspection: [],
  };
  for (const { path, about, presence, schema, tokens } of systemClaims(version)) {
    const id = `keycloak / ${path.join('.')}`;
    claims.set(id, {
      id,
      path,
      about,
      presence,
      schema,
      growth: 'open',
      planned: [],
      source: 'keycloak',
      ...(path[0] === 'sub' ? { use: 'identifier', mutable: false } : {}),
      registered: isRegistered(path),
      implied: true,
      at,
    });
    for (const token of tokens) ids[token].push(id);
  }
  return { claims: [...claims.values()], ids };
}
