import type { PrivacyLevel } from './claim.ts';
import type { Party } from './definition.ts';
import type { Place } from './place.ts';

/** Who can read a claim in a token. */
export interface ExposedTo {
  readonly kind: 'client' | 'resource' | 'gateway' | 'issuer';
  readonly name: string;
  readonly party: Party;
}

/** One kind of personal data that somebody can read in a token. */
export interface Exposure {
  readonly tokenType: string;
  readonly claim: string;
  readonly to: ExposedTo;
  readonly level: PrivacyLevel;
  /** A Fideslang key. */
  readonly category: string;
  /** What releases it: `scope "email"`, `token type "id_token"`. */
  readonly releasedBy: string;
  readonly at: Place;
}

/** An exposure that is on one side of a comparison only, or whose level rose. */
export interface ExposureChange {
  readonly kind: 'new' | 'gone' | 'raised';
  readonly exposure: Exposure;
  /** The others whom the same edit concerns, sorted by name. */
  readonly alsoTo: readonly ExposedTo[];
  readonly beforeLevel?: PrivacyLevel;
  readonly beforeAt?: Place;
}
