import type { Deprecation, Release } from './claim.ts';
import type { JsonSchema } from './json.ts';
import type { Located } from './place.ts';

/** The kinds of tokens that readers meet. */
export const TOKEN_KINDS = [
  'access_token',
  'id_token',
  'userinfo',
  'introspection',
  'reference_token',
  'wrapper_token',
  'logout_token',
  'assertion',
] as const;

/**
 * - `access_token`: read by resources (RFC 6749, RFC 9068)
 * - `id_token`: read by clients (OpenID Connect Core section 2)
 * - `userinfo`: the response of the UserInfo endpoint (OpenID Connect Core section 5.3)
 * - `introspection`: the response of the introspection endpoint (RFC 7662)
 * - `reference_token`: opaque, the phantom token that clients hold
 * - `wrapper_token`: a JWT around a reference token, read by gateways
 * - `logout_token`: OpenID Connect Back-Channel Logout
 * - `assertion`: a workload identity token, such as a CI job's or a service account's (RFC 7523)
 */
export type TokenKind = (typeof TOKEN_KINDS)[number];

/** Who reads a kind of token: who it was issued to, the API that it is sent to, or a gateway in between. */
export const READ_BY: Readonly<Record<TokenKind, 'client' | 'resource' | 'gateway'>> = {
  access_token: 'resource',
  id_token: 'client',
  userinfo: 'client',
  introspection: 'resource',
  reference_token: 'gateway',
  wrapper_token: 'gateway',
  logout_token: 'client',
  assertion: 'resource',
};

/** How a token is written: signed (RFC 7519), as a reference that says nothing, or as the JSON of a response. */
export type TokenFormat = 'jwt' | 'opaque' | 'json';

/** A specification whose claims and header a token type follows. */
export type ProfileName = 'rfc9068' | 'openid' | 'rfc7662' | 'none';

/** Who a token is about: a person, or the client itself. */
export type SubjectKind = 'user' | 'machine';

/** Where the audience comes from, and in which shape it is written. */
export interface AudiencePolicy extends Located {
  /** `scope`: the resources of the granted scopes; `parameter`: `resource` (RFC 8707); `fixed`: `values`. */
  readonly from: 'scope' | 'parameter' | 'fixed';
  /** What happens when more than one audience applies. */
  readonly many: 'array' | 'reject';
  readonly shape: 'string' | 'array' | 'either';
  /** For `fixed`. */
  readonly values: readonly string[];
}

/** Narrows a token type to some grants: it is then a variant, used instead of the general token type. */
export interface VariantCondition extends Located {
  readonly clients?: readonly string[];
  readonly resources?: readonly string[];
  readonly subject?: SubjectKind;
}

/** One token type, or a variant of one. */
export interface TokenType extends Located {
  readonly name: string;
  readonly kind: TokenKind;
  readonly format: TokenFormat;
  readonly profile: ProfileName;
  /** Seconds from issuance to expiry. */
  readonly lifetime?: number;
  /** The largest encoded size, in bytes. */
  readonly maxBytes?: number;
  readonly audience?: AudiencePolicy;
  /** The header's `typ`, where it differs from the profile's. */
  readonly typ?: string;
  /** Signing algorithms that may appear in the header's `alg`. */
  readonly algorithms?: readonly string[];
  /** The issuer, where it differs from the definition's. */
  readonly issuer?: string;
  /** Released by every grant. */
  readonly releases: readonly Release[];
  readonly for?: VariantCondition;
  /** A filter on what is released: ids of claims; profile claims stay. */
  readonly only?: readonly string[];
  /** Claims that the `claims` request parameter may ask for (OpenID Connect Core section 5.5). */
  readonly requestable: readonly string[];
  /** The token type that an opaque token or an introspection response stands for. */
  readonly of?: string;
  /** The reference token that a wrapper token carries. */
  readonly wraps?: string;
  /** Facts across claims: a JSON Schema over the whole token. */
  readonly schema?: JsonSchema;
  readonly description?: string;
  readonly deprecated?: Deprecation;
  readonly owner?: string;
}
