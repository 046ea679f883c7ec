import type { Place, Release, TokenType } from '../../model/index.ts';
import type { AccessTokenVariant } from './access-tokens.ts';
import { type ExportNode, member, placeOfNode, text } from './export-node.ts';
import type { PlacedClient, PlacedScope } from './placed.ts';
import type { SystemClaims } from './system-claims.ts';
import { accessTokenVariant, idTokenVariant, seconds, userinfoVariant } from './token-variants.ts';

/** What the token types of a realm are made from. */
export interface TokenTypeParts {
  readonly realm: ExportNode;
  readonly clients: readonly PlacedClient[];
  readonly scopes: readonly PlacedScope[];
  readonly variants: readonly AccessTokenVariant[];
  readonly system: SystemClaims;
}

/**
 * The token types of a realm: access, ID, userinfo, introspection, and variants for clients that differ.
 * Only ID tokens and userinfo follow a profile: an access token of Keycloak's need not have a `sub`, and an
 * introspection response has what its own mappers write, whatever is in the token.
 */
export function readTokenTypes(parts: TokenTypeParts): readonly TokenType[] {
  const { realm, clients, scopes, variants, system } = parts;
  const at = placeOfNode(member(realm, 'realm') ?? realm);
  const release = (ids: readonly string[]): readonly Release[] => ids.map((claim) => ({ claim, at }));
  const lifetimeNode = member(realm, 'accessTokenLifespan');
  const jwt = {
    format: 'jwt',
    typ: 'JWT',
    lifetime: seconds(text(realm, 'accessTokenLifespan')) ?? 300,
    algorithms: [text(realm, 'defaultSignatureAlgorithm') || 'RS256'],
    requestable: [],
    at,
    ...(lifetimeNode ? { keyPlaces: new Map([['lifetime', placeOfNode(lifetimeNode)]]) } : {}),
  } as const;
  const json = { format: 'json', requestable: [], at } as const;
  const access: TokenType = {
    ...jwt,
    name: 'access_token',
    kind: 'access_token',
    profile: 'none',
    audience: audienceOfRoles(at),
    releases: release(system.ids.access),
  };
  const id: TokenType = {
    ...jwt,
    name: 'id_token',
    kind: 'id_token',
    profile: 'openid',
    releases: release(system.ids.id),
  };
  const userinfo: TokenType = {
    ...json,
    name: 'userinfo',
    kind: 'userinfo',
    profile: 'openid',
    releases: [],
  };
  const introspection: TokenType = {
    ...json,
    name: 'introspection',
    kind: 'introspection',
    profile: 'none',
    audience: audienceOfRoles(at),
    releases: release(system.ids.introspection),
  };
  const owners = [...scopes, ...clients].map(({ effects }) => effects);
  return [
    access,
    ...variants.map((variant) => accessTokenVariant(access, variant, system, owners)),
    id,
    ...clients.flatMap((client) => idTokenVariant(id, client, scopes)),
    userinfo,
    ...clients.flatMap(({ client }) => userinfoVariant(userinfo, client)),
    introspection,
  ];
}

/** Mappers and roles decide the audience; one alone is written as a string. */
function audienceOfRoles(at: Place): NonNullable<TokenType['audience']> {
  return { from: 'scope', many: 'array', shape: 'either', values: [], at };
}
