import type { ClaimSubject, PrivacyLevel } from './claim.ts';
import type { JsonSchema } from './json.ts';

/**
 * What the specifications say about a registered claim (IANA JSON Web Token Claims, OpenID Connect, the
 * members of RFC 7662 introspection), and what we judge about its privacy.
 */
export interface RegisteredClaim {
  readonly description: string;
  /** The specification and its section: `RFC 7519 section 4.1.2`. */
  readonly reference: string;
  readonly schema: JsonSchema;
  readonly about: ClaimSubject;
  readonly privacy: { readonly level: PrivacyLevel; readonly category: string };
  /** Whether the value may change for the same subject; absent where it belongs to one token or event. */
  readonly mutable?: boolean;
  /** Present when the value names one user, client, session, token, key or device. */
  readonly identifier?: true;
}

/**
 * A kind of data, by its Fideslang key, and what other vocabularies call it. A list is empty where a
 * vocabulary has no word for it.
 */
export interface PrivacyCategory {
  readonly description: string;
  /** Terms of the W3C Data Privacy Vocabulary (`dpv:`) and of its personal data extension (`pd:`). */
  readonly dpv: readonly string[];
  /** Entity types of Presidio. */
  readonly presidio: readonly string[];
  /** Built-in infoTypes of Google Sensitive Data Protection. */
  readonly google: readonly string[];
  /** The key since Fideslang 3.2.0, where that renamed it. */
  readonly replacedBy?: string;
}
