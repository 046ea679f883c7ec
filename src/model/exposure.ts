import type { PrivacyLevel } from './claim.ts';
import type { Releaser } from './contract.ts';
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
  /** Everything that releases it to this reader, sorted; the first of the line above is one of them. */
  readonly releasers: readonly Releaser[];
  /** Seconds that the token lives, where the definition says so. */
  readonly lifetime?: number;
  readonly at: Place;
}

/**
 * What a comparison does to an exposure:
 *
 * - `new`, `gone`: it is on one side only
 * - `raised`: the claim tells more than before
 * - `lowered`: the definition says that the claim tells less than it said before; its values are the same
 * - `wider`: its reader belongs to a third party now
 * - `longer`: the token that shows it lives longer
 */
export type ExposureChangeKind = 'new' | 'gone' | 'raised' | 'lowered' | 'wider' | 'longer';

/** One edit of what somebody can read. */
export interface ExposureChange {
  readonly kind: ExposureChangeKind;
  /** What tells most, to a third party if the edit concerns one. */
  readonly exposure: Exposure;
  /** Everything else that the same edit concerns: other readers, token types and claims, in the same order. */
  readonly others: readonly Exposure[];
  readonly beforeLevel?: PrivacyLevel;
  /** Seconds. */
  readonly beforeLifetime?: number;
  readonly beforeAt?: Place;
}

/** Everybody whom an edit concerns, once each, third parties first. */
export function readersOf({ exposure, others }: ExposureChange): readonly ExposedTo[] {
  const readers = [exposure, ...others].map(({ to }) => to);
  return [...new Map(readers.map((to) => [`${to.kind} ${to.name}`, to])).values()];
}
