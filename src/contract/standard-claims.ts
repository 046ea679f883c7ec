import type { ClaimSubject, JsonSchema } from '../model/index.ts';
import { literal } from './scope-tokens.ts';

/** Stands for the client's name until a contract is bound to its client; the mapper format's own word. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder of the mapper format, replaced per client
export const CLIENT = '${client}';

/** Stands for a resource's name and audience while what is the same for all of them is worked out. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: as above
export const RESOURCE = '${resource}';

/** What a token's surroundings say about the values of its claims. */
export interface TokenFacts {
  readonly issuer: string;
  readonly audience: JsonSchema;
}

interface StandardClaim {
  readonly about: ClaimSubject;
  /** Known whatever the token, or from what surrounds it. */
  readonly schema: JsonSchema | ((facts: TokenFacts) => JsonSchema);
}

const STRING: JsonSchema = { type: 'string' };
/** Seconds since 1970, fractions allowed (NumericDate, RFC 7519 section 2). */
const NUMERIC_DATE: JsonSchema = { type: 'number' };
const HASH: JsonSchema = { type: 'string', pattern: '^[A-Za-z0-9_-]+$' };
const LOGOUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout';

const STANDARD: ReadonlyMap<string, StandardClaim> = new Map<string, StandardClaim>([
  ['active', { about: 'token', schema: { const: true } }],
  ['at_hash', { about: 'token', schema: HASH }],
  ['aud', { about: 'token', schema: ({ audience }) => audience }],
  ['azp', { about: 'client', schema: { const: CLIENT } }],
  ['client_id', { about: 'client', schema: { const: CLIENT } }],
  ['events', { about: 'token', schema: logoutEvents() }],
  ['exp', { about: 'token', schema: NUMERIC_DATE }],
  ['iat', { about: 'token', schema: NUMERIC_DATE }],
  ['iss', { about: 'token', schema: ({ issuer }) => issuerSchema(issuer) }],
  ['jti', { about: 'token', schema: STRING }],
  ['nbf', { about: 'token', schema: NUMERIC_DATE }],
  ['nonce', { about: 'session', schema: STRING }],
  ['scope', { about: 'token', schema: STRING }],
  ['sid', { about: 'session', schema: STRING }],
  ['sub', { about: 'user', schema: { type: 'string', minLength: 1, maxLength: 255 } }],
  ['token_type', { about: 'token', schema: STRING }],
]);

function logoutEvents(): JsonSchema {
  const event = { type: 'object', additionalProperties: false };
  return {
    type: 'object',
    properties: { [LOGOUT_EVENT]: event },
    required: [LOGOUT_EVENT],
    additionalProperties: false,
  };
}

/**
 * The `iss` claim: the issuer, or any that an issuer template makes.
 *
 * @example issuerSchema('https://login.example/{tenant}/v2.0')
 * // { type: 'string', pattern: '^https://login\\.example/[^/]+/v2\\.0$' }
 */
function issuerSchema(issuer: string): JsonSchema {
  const parts = issuer.split(/\{[^{}]*\}/);
  if (parts.length === 1) return { const: issuer };
  return { type: 'string', pattern: `^${parts.map(literal).join('[^/]+')}$` };
}

/**
 * What is known about a top-level claim before anybody declares it.
 *
 * @returns undefined for names that no profile brings
 */
export function standardClaim(
  name: string,
  facts: TokenFacts,
): { readonly about: ClaimSubject; readonly schema: JsonSchema } | undefined {
  const standard = STANDARD.get(name);
  if (standard === undefined) return undefined;
  const { about, schema } = standard;
  return { about, schema: typeof schema === 'function' ? schema(facts) : schema };
}

/** Whether something is known about a top-level claim before anybody declares it. */
export function isStandard(name: string): boolean {
  return STANDARD.has(name);
}
