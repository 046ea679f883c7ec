import type { PrivacyLevel } from './claim.ts';
import type { Bump } from './comparison.ts';
import type { Releaser } from './contract.ts';
import type { ExposedTo } from './exposure.ts';
import type { AffectedConsumer } from './finding.ts';
import type { Place } from './place.ts';
import type { TokenKind } from './token-type.ts';

/** What releases personal data, and what people are told that it is for. */
export interface ReleasePurpose {
  readonly by: Releaser;
  /** A scope's description. */
  readonly purpose?: string;
}

/** One kind of personal data in one token type, and those of one kind and party who can read it there. */
export interface PrivacyRow {
  readonly claim: string;
  readonly level: PrivacyLevel;
  /** A Fideslang key; empty where the level says everything. */
  readonly category: string;
  /** Absent: it is declared, and in no token that anybody can read. */
  readonly token?: {
    readonly type: string;
    readonly kind: TokenKind;
    /** Seconds. */
    readonly lifetime?: number;
  };
  /** At least one, of the same kind and party, sorted by name; the issuer where nobody else can read it. */
  readonly readers: readonly ExposedTo[];
  readonly releases: readonly ReleasePurpose[];
  readonly at: Place;
}

/** What an alternative does to one who declared what it reads. */
export interface AlternativeEffect {
  readonly consumer: AffectedConsumer;
  /** `may`: it could not be decided, or depends on what becomes of values. */
  readonly certainty: 'certain' | 'may';
  /** What fails, in words: `requires "email"`, `the decision "adults only" closes`. */
  readonly what: string;
}

/** A way to show less, and what it would break. */
export interface Alternative {
  /**
   * - `userinfo`: let clients ask for it instead of keeping it in a token
   * - `reference-token`: give third parties an opaque token instead of one that they can read
   * - `age-over-18`: say that somebody is of age instead of when they were born
   * - `pairwise-subject`: know nobody under the same name as others do
   */
  readonly kind: 'userinfo' | 'reference-token' | 'age-over-18' | 'pairwise-subject';
  /** The claims that fewer would read, sorted. */
  readonly claims: readonly string[];
  /** The token type that would show less; absent where it is all of them. */
  readonly tokenType?: string;
  /** The clients that it is about, where it is not all of them; sorted. */
  readonly clients: readonly string[];
  readonly at: Place;
  /** What a comparison with the edited definition says about those who declare what they read. */
  readonly effects: readonly AlternativeEffect[];
  /** What the edit asks of the version. */
  readonly requiredBump: Bump;
}

/** Who can read which personal data in which tokens, by which scope and for what. */
/** A claim that a definition says tells less about a person than its name does. */
export interface LoweredClaim {
  readonly claim: string;
  readonly level: PrivacyLevel;
  /** What its name says. */
  readonly named: PrivacyLevel;
  /** Why, in the words of who lowered it; absent where nobody said. */
  readonly reason?: string;
  readonly at: Place;
}

export interface PrivacyMatrix {
  readonly mapper: { readonly name: string; readonly version?: string };
  /** The most sensitive first, then by claim, token type and reader. */
  readonly rows: readonly PrivacyRow[];
  /** What the rows would show otherwise, sorted by claim. */
  readonly lowered: readonly LoweredClaim[];
  readonly alternatives: readonly Alternative[];
  /** How many consumers were asked what an alternative breaks. */
  readonly consumers: number;
  /** How many contracts were looked at: silence must be told from not having looked. */
  readonly contracts: number;
}
