import type { AudiencePolicy, Place, Release, TokenType } from '../../model/index.ts';
import type { AccessTokenVariant } from './access-tokens.ts';
import { type ExportNode, member, placeOfNode, text } from './export-node.ts';
import type { OwnerEffects } from './owner-effects.ts';
import { attribute, type RealmClient } from './realm-client.ts';
import type { SystemClaims } from './system-claims.ts';

/** What the token types of a realm are made from. */
export interface TokenTypeParts {
  readonly realm: ExportNode;
  readonly clients: readonly RealmClient[];
  readonly variants: readonly AccessTokenVariant[];
  readonly system: SystemClaims;
  readonly owners: readonly OwnerEffects[];
  /** The entry for the `sub` of a service account. */
  readonly serviceAccountSub: string;
}

/** The token types of a realm: access, ID, userinfo, introspection, and variants for clients that differ. */
export function readTokenTypes(parts: TokenTypeParts): readonly TokenType[] {
  const { realm, clients, variants, system } = parts;
  const at = placeOfNode(member(realm, 'realm') ?? realm);
  const release = (ids: readonly string[]): readonly Release[] => ids.map((claim) => ({ claim, at }));
  const lifetime = seconds(text(realm, 'accessTokenLifespan')) ?? 300;
  const lifetimeAt = placeOfNode(member(realm, 'accessTokenLifespan') ?? member(realm, 'realm') ?? realm);
  const algorithms = [text(realm, 'defaultSignatureAlgorithm') ?? 'RS256'];
  const jwt = {
    profile: 'none',
    format: 'jwt',
    typ: 'JWT',
    lifetime,
    algorithms,
    requestable: [],
    at,
    keyPlaces: new Map([['lifetime', lifetimeAt]]),
  } as const;
  const access: TokenType = {
    ...jwt,
    name: 'access_token',
    kind: 'access_token',
    audience: audience(at),
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
    name: 'userinfo',
    kind: 'userinfo',
    format: 'json',
    profile: 'openid',
    releases: release(system.ids.userinfo),
    requestable: [],
    at,
  };
  const introspection: TokenType = {
    name: 'introspection',
    kind: 'introspection',
    format: 'json',
    profile: 'rfc7662',
    audience: audience(at),
    releases: release(system.ids.introspection),
    requestable: [],
    at,
  };
  return [
    access,
    ...variants.map((variant) => accessVariant(access, variant, parts, release)),
    id,
    ...clients.flatMap((client) => idVariant(id, client)),
    userinfo,
    ...clients.flatMap((client) => signedUserinfo(userinfo, client)),
    introspection,
  ];
}

/** Mappers and roles decide the audience; one alone is written as a string. */
function audience(at: Place): AudiencePolicy {
  return { from: 'scope', many: 'array', shape: 'either', values: [], at };
}

function accessVariant(
  general: TokenType,
  variant: AccessTokenVariant,
  parts: TokenTypeParts,
  release: (ids: readonly string[]) => readonly Release[],
): TokenType {
  const { system, owners, serviceAccountSub } = parts;
  const own = variant.lightweight ? system.ids.lightweight : system.ids.access;
  const ids = variant.subject === 'machine' ? [...own, serviceAccountSub] : own;
  return {
    ...general,
    ...(variant.settings ? ownSettings(general, variant.settings) : {}),
    name: variant.name,
    releases: release(ids),
    ...(variant.lightweight ? lightweightParts(general.at, ids, owners) : {}),
    for: { clients: variant.clients, subject: variant.subject, at: variant.settings?.at ?? general.at },
  };
}

/** A lightweight token keeps what is marked for it, audiences included. */
function lightweightParts(
  at: Place,
  system: readonly string[],
  owners: readonly OwnerEffects[],
): Partial<TokenType> {
  const audiences = owners.flatMap((owner) => owner.audiences.filter((added) => added.lightweight));
  const values = [...new Set(audiences.map((added) => added.audience))].sort();
  return {
    only: [...system, ...owners.flatMap(({ lightweight }) => lightweight)],
    audience: { ...audience(at), from: 'fixed', values },
  };
}

function ownSettings(general: TokenType, client: RealmClient): Partial<TokenType> {
  const lifetime = seconds(attribute(client, 'access.token.lifespan')) ?? general.lifetime;
  const algorithm = attribute(client, 'access.token.signed.response.alg');
  return {
    at: client.at,
    keyPlaces: attributePlaces(client, [['lifetime', 'access.token.lifespan']]),
    ...(lifetime === undefined ? {} : { lifetime }),
    ...(algorithm === undefined ? {} : { algorithms: [algorithm] }),
    ...(attribute(client, 'access.token.header.type.rfc9068') === 'true' ? { typ: 'at+jwt' } : {}),
  };
}

/** ID tokens live as long as access tokens, and may be signed otherwise. */
function idVariant(general: TokenType, client: RealmClient): readonly TokenType[] {
  const lifetime = seconds(attribute(client, 'access.token.lifespan'));
  const algorithm = attribute(client, 'id.token.signed.response.alg');
  if (client.bearerOnly || (lifetime === undefined && algorithm === undefined)) return [];
  const variant: TokenType = {
    ...general,
    name: `id_token of ${client.name}`,
    at: client.at,
    keyPlaces: attributePlaces(client, [['lifetime', 'access.token.lifespan']]),
    ...(lifetime === undefined ? {} : { lifetime }),
    ...(algorithm === undefined ? {} : { algorithms: [algorithm] }),
    for: { clients: [client.name], at: client.at },
  };
  return [variant];
}

function signedUserinfo(general: TokenType, client: RealmClient): readonly TokenType[] {
  const algorithm = attribute(client, 'user.info.response.signature.alg');
  if (client.bearerOnly || algorithm === undefined || algorithm === 'none') return [];
  const variant: TokenType = {
    ...general,
    name: `userinfo of ${client.name}`,
    format: 'jwt',
    algorithms: [algorithm],
    at: client.at,
    for: { clients: [client.name], at: client.at },
  };
  return [variant];
}

function attributePlaces(
  client: RealmClient,
  keys: readonly (readonly [string, string])[],
): ReadonlyMap<string, Place> {
  const attributes = member(client.node, 'attributes');
  return new Map(
    keys.flatMap(([key, name]) => {
      const node = attributes && member(attributes, name);
      return node ? [[key, placeOfNode(node)] as const] : [];
    }),
  );
}

/** Seconds as Keycloak writes them; 0 and less mean that the realm decides. */
function seconds(written: string | undefined): number | undefined {
  const value = Number(written);
  return written !== undefined && Number.isInteger(value) && value > 0 ? value : undefined;
}
