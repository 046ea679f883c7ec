import {
  type DecodedToken,
  isObject,
  type JsonObject,
  type JsonValue,
  type TokenKind,
} from '../model/index.ts';
import { around, type ParsedToken } from './decode.ts';

/** Media types of the header's `typ`, without `application/`, and the kind that each names; some name none of ours. */
const KIND_OF_TYP: ReadonlyMap<string | undefined, TokenKind | undefined> = new Map([
  ['at+jwt', 'access_token'],
  ['logout+jwt', 'logout_token'],
  ['token-introspection+jwt', 'introspection'],
  // RFC 8417 section 2.3, RFC 9101 section 10.8, RFC 9449 section 4.2: their claims look like those of tokens.
  ['secevent+jwt', undefined],
  ['oauth-authz-req+jwt', undefined],
  ['dpop+jwt', undefined],
]);

/** The `typ` of a header as it is compared: lower case, without `application/` (RFC 7515 section 4.1.9). */
export function typOf(header: JsonObject | undefined): string | undefined {
  const typ = header?.typ;
  return typeof typ === 'string' ? typ.toLowerCase().replace(/^application\//, '') : undefined;
}

function has(payload: JsonObject, ...names: readonly string[]): boolean {
  for (const name of names) if (Object.hasOwn(payload, name)) return true;
  return false;
}

/** What Keycloak writes into the payload; its other tokens, which get access tokens, are judged like these. */
const KIND_IN_PAYLOAD: ReadonlyMap<JsonValue | undefined, TokenKind> = new Map([
  ['Bearer', 'access_token'],
  ['DPoP', 'access_token'],
  ['ID', 'id_token'],
]);

function kindOfClaims(payload: JsonObject): TokenKind | undefined {
  if (has(payload, 'events') && !has(payload, 'nonce')) return 'logout_token';
  const stated = KIND_IN_PAYLOAD.get(payload.typ);
  if (stated !== undefined) return stated;
  if (has(payload, 'scope', 'scp', 'client_id', 'cnf', 'act', 'authorization_details')) return 'access_token';
  if (has(payload, 'nonce', 'at_hash', 'c_hash', 's_hash', 'auth_time')) return 'id_token';
  // OpenID Connect Core section 2: an ID token is for its client, and an access token for an API.
  const { azp, aud } = payload;
  if (typeof azp === 'string' && (Array.isArray(aud) ? aud.includes(azp) : aud === azp)) return 'id_token';
  return has(payload, 'azp', 'appid', 'cid') ? 'access_token' : undefined;
}

/**
 * The kind of a token, from its form, its `typ` and its claims; `undefined` when they do not tell: a bare
 * subject and audience may be those of an ID token, a job or a service account.
 */
export function recogniseKind(token: ParsedToken): TokenKind | undefined {
  const { payload } = token;
  if (token.form === 'opaque') return 'reference_token';
  if (payload === undefined) return undefined;
  if (token.form === 'json') return has(payload, 'active') ? 'introspection' : 'userinfo';
  const typ = typOf(token.header);
  return KIND_OF_TYP.has(typ) ? KIND_OF_TYP.get(typ) : kindOfClaims(payload);
}

/** A decoded token while it is put together: spreading a million of them costs more than checking them. */
export type Draft = { -readonly [Member in keyof DecodedToken]: DecodedToken[Member] };

/** A signed introspection response holds in one member what another one is (RFC 9701 section 5). */
function openResponse(draft: Draft, payload: JsonObject): void {
  const { token_introspection: inside } = payload;
  if (!isObject(inside)) return;
  draft.response = payload;
  draft.payload = inside;
}

/** Adds what is around a token: readers get it whole. */
function wrap(draft: Draft, layers: readonly ParsedToken[]): void {
  draft.envelopes = layers.map(({ header = {} }) => header);
  draft.duplicates = [...layers.flatMap(({ duplicates }) => duplicates), ...draft.duplicates];
  draft.size = layers[0]?.size ?? draft.size;
}

/**
 * Everything that is known of a token by itself, but its text: it is held against nothing.
 *
 * @param now milliseconds since 1970
 * @param tolerance seconds
 * @example recogniseToken(token, Date.now(), 60).kind // 'id_token'
 */
export function recogniseToken(token: ParsedToken, now: number, tolerance: number): Draft {
  const { form, at, size, duplicates, signature, header, payload, sealed, disclosures, keyBinding } = token;
  const draft: Draft = { form, at, size, duplicates, signature, violations: [], now, tolerance };
  if (header !== undefined) draft.header = header;
  if (payload !== undefined) draft.payload = payload;
  if (token.within !== undefined) wrap(draft, around(token));
  if (sealed !== undefined) draft.sealed = sealed;
  if (disclosures !== undefined) draft.disclosures = disclosures;
  const presentedAt = keyBinding?.token.payload?.iat;
  if (typeof presentedAt === 'number') draft.presentedAt = presentedAt;
  const kind = recogniseKind(token);
  if (kind !== undefined) draft.kind = kind;
  if (kind === 'introspection' && payload !== undefined) openResponse(draft, payload);
  return draft;
}
