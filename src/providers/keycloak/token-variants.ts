import type { Place, TokenType } from '../../model/index.ts';
import type { AccessTokenVariant } from './access-tokens.ts';
import { member, placeOfNode } from './export-node.ts';
import type { OwnerEffects } from './owner-effects.ts';
import type { PlacedClient, PlacedScope } from './placed.ts';
import { attribute, type RealmClient } from './realm-client.ts';
import { SERVICE_ACCOUNT_SUB, type SystemClaims } from './system-claims.ts';

/** Seconds as Keycloak writes them; 0 and less mean that somebody else decides. */
export function seconds(written: string | undefined): number | undefined {
  const value = Number(written);
  return written !== undefined && Number.isInteger(value) && value > 0 ? value : undefined;
}

/** Access tokens of some clients; what the general ones have reaches them, so they release only what is more. */
export function accessTokenVariant(
  general: TokenType,
  variant: AccessTokenVariant,
  system: SystemClaims,
  owners: readonly OwnerEffects[],
): TokenType {
  const isMachine = variant.subject === 'machine';
  const kept = isMachine ? [...system.ids.lightweight, SERVICE_ACCOUNT_SUB] : system.ids.lightweight;
  return {
    ...general,
    ...(variant.settings ? accessTokenSettings(general, variant.settings) : {}),
    name: variant.name,
    releases: isMachine ? [{ claim: SERVICE_ACCOUNT_SUB, at: general.at }] : [],
    ...(variant.lightweight ? lightweightParts(general.at, kept, owners) : {}),
    for: { clients: variant.clients, subject: variant.subject, at: variant.settings?.at ?? general.at },
  };
}

/** A lightweight token keeps what is marked for it, audiences included. */
function lightweightParts(
  at: Place,
  kept: readonly string[],
  owners: readonly OwnerEffects[],
): Partial<TokenType> {
  const audiences = owners
    .flatMap((owner) => owner.audiences)
    .filter(({ sinks }) => sinks.has('lightweight'));
  const values = [...new Set(audiences.map(({ audience }) => audience))].sort();
  return {
    only: [...new Set([...kept, ...owners.flatMap(({ lightweight }) => lightweight)])],
    audience: { from: 'fixed', many: 'array', shape: 'either', values, at },
  };
}

function accessTokenSettings(general: TokenType, client: RealmClient): Partial<TokenType> {
  const algorithm = attribute(client, 'access.token.signed.response.alg');
  return {
    ...lifetimeOf(general, client),
    ...(algorithm === undefined ? {} : { algorithms: [algorithm] }),
    ...(attribute(client, 'access.token.header.type.rfc9068') === 'true' ? { typ: 'at+jwt' } : {}),
  };
}

/** ID tokens live as long as access tokens; they may be signed otherwise, and mappers may add audiences. */
export function idTokenVariant(
  general: TokenType,
  { client, effects, scopes: assigned }: PlacedClient,
  scopes: readonly PlacedScope[],
): readonly TokenType[] {
  const algorithm = attribute(client, 'id.token.signed.response.alg');
  const always = scopes.filter(({ scope }) => assigned.defaults.includes(scope.name));
  const audiences = [effects, ...always.map((placed) => placed.effects)]
    .flatMap((owner) => owner.audiences)
    .filter(({ sinks, audience }) => sinks.has('id') && audience !== client.name);
  const lifespan = seconds(attribute(client, 'access.token.lifespan'));
  if (algorithm === undefined && lifespan === undefined && audiences.length === 0) return [];
  const values = [...new Set([client.name, ...audiences.map(({ audience }) => audience)])].sort();
  const at = audiences[0]?.mapper.at ?? client.at;
  const variant: TokenType = {
    ...general,
    ...lifetimeOf(general, client),
    name: `id_token of ${client.name}`,
    releases: [],
    ...(algorithm === undefined ? {} : { algorithms: [algorithm] }),
    ...(audiences.length === 0
      ? {}
      : { audience: { from: 'fixed', many: 'array', shape: 'array', values, at } }),
    for: { clients: [client.name], at: client.at },
  };
  return [variant];
}

/** UserInfo is JSON unless the client asks for it signed. */
export function userinfoVariant(general: TokenType, client: RealmClient): readonly TokenType[] {
  const algorithm = attribute(client, 'user.info.response.signature.alg');
  if (algorithm === undefined || algorithm === 'none') return [];
  const { at } = client;
  const name = `userinfo of ${client.name}`;
  const variant = { ...general, name, format: 'jwt', algorithms: [algorithm], releases: [], at } as const;
  return [{ ...variant, for: { clients: [client.name], at } }];
}

/** A client's own lifetime of tokens, with the line that says it. */
function lifetimeOf(general: TokenType, client: RealmClient): Partial<TokenType> {
  const attributes = member(client.node, 'attributes');
  const written = attributes && member(attributes, 'access.token.lifespan');
  const lifetime = seconds(attribute(client, 'access.token.lifespan'));
  if (written === undefined || lifetime === undefined) return { at: client.at };
  return {
    at: client.at,
    lifetime,
    keyPlaces: new Map([...(general.keyPlaces ?? []), ['lifetime', placeOfNode(written)]]),
  };
}
