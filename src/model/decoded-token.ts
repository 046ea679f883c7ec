import type { EffectiveContract, Grant } from './contract.ts';
import type { MapperDefinition } from './definition.ts';
import type { JsonObject, JsonValue } from './json.ts';
import type { Place } from './place.ts';
import type { TokenKind } from './token-type.ts';

/** What is known about a token's signature. */
export type SignatureState =
  | { readonly state: 'verified'; readonly keyId?: string; readonly algorithm: string }
  | { readonly state: 'invalid'; readonly reason: string }
  /** No key was given, so nobody looked. */
  | { readonly state: 'unchecked' }
  /** `alg: none`, or a JSON response without a signature. */
  | { readonly state: 'unsigned' };

/** One way in which a token and its contract disagree. */
export interface ContractViolation {
  readonly kind: 'missing' | 'undeclared' | 'not-released' | 'mismatch';
  readonly path: readonly string[];
  /** What was expected, in words: `string (uuid)`. */
  readonly expected: string;
  /** What was found, in words: `integer`, `a string that is no uuid`; never the value itself. */
  readonly found: string;
  /** How often, where more than one element of a list disagrees. */
  readonly count?: number;
}

/** A value that an SD-JWT discloses beside the signed part (RFC 9901). */
export interface Disclosure {
  /** Where it belongs, when the signed part asks for it. */
  readonly path?: readonly string[];
  /** Why it counts for nothing. */
  readonly problem?: string;
}

/** A hash in an ID token that binds it to what was issued with it (OpenID Connect Core section 3.1.3.6). */
export interface HashCheck {
  readonly claim: 'at_hash' | 'c_hash';
  /** Absent where the token has no such claim, so that nobody can say. */
  readonly matches?: boolean;
}

/** A member whose value is personal data although nobody said so: neither its name nor its definition. */
export interface DetectedData {
  readonly path: readonly string[];
  /** A Fideslang key such as `user.contact.email`. */
  readonly category: string;
}

/** A token as it was issued, taken apart. Values are whole here: every output masks them. */
export interface DecodedToken {
  readonly form: 'jws' | 'jwe' | 'opaque' | 'json';
  readonly at: Place;
  /** Encoded size in bytes. */
  readonly size: number;
  readonly header?: JsonObject;
  /** Absent for an opaque token, and for a JWE without its key. */
  readonly payload?: JsonObject;
  /** The claims of a signed introspection response, of which the payload is `token_introspection` (RFC 9701 section 5). */
  readonly response?: JsonObject;
  /** Member names that occur twice in one object, as `header.alg` or `payload.sub`. */
  readonly duplicates: readonly string[];
  readonly signature: SignatureState;
  /** Headers of the tokens around it, encrypted or signed, outermost first (RFC 7519 section 5.2). */
  readonly envelopes?: readonly JsonObject[];
  /** Why the encryption could not be taken off. */
  readonly sealed?: string;
  /** What an SD-JWT discloses; the payload has these values in their places. */
  readonly disclosures?: readonly Disclosure[];
  /** Seconds since 1970: when its holder presented an SD-JWT, by its key binding (RFC 9901 section 4.3). */
  readonly presentedAt?: number;
  /** Hashes that were held against the other tokens of the same response, where these were given. */
  readonly hashes?: readonly HashCheck[];
  /** Personal data by its values, where somebody looked. */
  readonly detected?: readonly DetectedData[];
  /** True when a word of the given dictionary is its HMAC secret. */
  readonly guessable?: boolean;
  /** Recognised from `typ` and claims, or given. */
  readonly kind?: TokenKind;
  /** What the token was held against, where a definition was given. */
  readonly mapper?: MapperDefinition;
  readonly contract?: EffectiveContract;
  readonly grant?: Grant;
  /** Why no contract was found, where a definition was given. */
  readonly uncontracted?: string;
  readonly violations: readonly ContractViolation[];
  /** Milliseconds since 1970, as JavaScript counts: when it was looked at. */
  readonly now: number;
  /** Tolerance for clocks that differ, in seconds. */
  readonly tolerance: number;
}

/** Headers of the signatures of a token: of its own, and of those around it. */
export const signatureHeaders = ({ header, envelopes = [] }: DecodedToken): readonly JsonObject[] =>
  [...envelopes, ...(header === undefined ? [] : [header])].filter((one) => !Object.hasOwn(one, 'enc'));

/** A problem that stops a token from being taken apart. */
export interface MalformedToken {
  readonly at: Place;
  readonly reason: string;
  readonly found?: JsonValue;
}
