import type { JsonObject, JsonValue, SubjectKind, TokenKind } from '../model/index.ts';

/** What a token says about the grant that it was issued under; each part may be silent. */
export interface StatedGrant {
  readonly issuer?: string;
  readonly client?: string;
  /** `undefined` when the token does not carry its scopes. */
  readonly scopes?: readonly string[];
  readonly audiences: readonly string[];
  readonly subject?: SubjectKind;
}

const text = (value: JsonValue | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

const texts = (value: JsonValue | undefined): readonly string[] => {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
};

/** `scope` is one string (RFC 8693 section 4.2); Okta and Entra write `scp`, as a list or as a string. */
function scopesOf(payload: JsonObject): readonly string[] | undefined {
  const stated = payload.scope ?? payload.scp;
  if (stated === undefined) return undefined;
  return texts(stated).flatMap((item) => item.split(' ').filter((scope) => scope !== ''));
}

function clientOf(payload: JsonObject, kind: TokenKind | undefined): string | undefined {
  const named = text(payload.client_id) ?? text(payload.azp) ?? text(payload.appid) ?? text(payload.cid);
  if (named !== undefined || kind === 'access_token') return named;
  // OpenID Connect Core section 2: an ID token's audience is the client.
  return kind === 'id_token' || kind === 'logout_token' ? texts(payload.aud)[0] : undefined;
}

/** RFC 9068 section 2.2: without a user, `sub` is the client itself. */
function subjectOf(
  payload: JsonObject,
  client: string | undefined,
  kind: TokenKind | undefined,
): SubjectKind | undefined {
  if (kind === 'id_token' || kind === 'userinfo' || kind === 'logout_token') return 'user';
  // Entra says it outright.
  if (payload.idtyp === 'app') return 'machine';
  const subject = text(payload.sub);
  if (subject === undefined || client === undefined) return undefined;
  return subject === client ? 'machine' : 'user';
}

/** Reads client, scopes, audiences and subject out of a token, in the words of whichever product issued it. */
export function statedGrant(payload: JsonObject, kind: TokenKind | undefined): StatedGrant {
  const issuer = text(payload.iss);
  const client = clientOf(payload, kind);
  const scopes = scopesOf(payload);
  const subject = subjectOf(payload, client, kind);
  return {
    ...(issuer === undefined ? {} : { issuer }),
    ...(client === undefined ? {} : { client }),
    ...(scopes === undefined ? {} : { scopes }),
    audiences: texts(payload.aud),
    ...(subject === undefined ? {} : { subject }),
  };
}

/** A value in a key: its length goes before a text, so that none can look like the end of it and another one. */
function keyed(value: JsonValue | undefined): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? `${value.length} ${value}` : JSON.stringify(value);
}

/**
 * A name for what a token says about its grant: tokens with the same one state the same grant. Much cheaper
 * than reading the grant itself.
 */
export function grantKey(payload: JsonObject, kind: TokenKind | undefined): string {
  const { iss, client_id: clientId, azp, appid, cid, scope, scp, aud, idtyp } = payload;
  const subject = subjectOf(payload, clientOf(payload, kind), kind);
  const client = `${keyed(clientId)}\n${keyed(azp)}\n${keyed(appid)}\n${keyed(cid)}`;
  const scopes = `${keyed(scope)}\n${keyed(scp)}\n${keyed(idtyp)}`;
  return `${kind}\n${subject}\n${keyed(iss)}\n${keyed(aud)}\n${client}\n${scopes}`;
}
