import { BoundedTally, type TallyJson } from './bounded-tally.ts';
import { type FindingsJson, FindingTally } from './finding-tally.ts';
import { Histogram, type HistogramJson } from './histogram.ts';

/** Keys counted one by one in a dimension, before the rest is counted together. */
const KEYS = 10_000;
/** The same for pairs of two dimensions, such as client and claim. */
const PAIRS = 100_000;

/**
 * What is counted, and how many keys of it are told apart. Keys of several parts are JSON lists.
 *
 * - `groups`: a `GroupKey`
 * - `claims`, `scopes`: a group and a claim or scope in its tokens
 * - `values`: a group, an enumerated claim, and a value
 * - `personal`: a group, a claim, the level and category that values had where the name does not tell
 * - `members`: members of JSON records that hold a token which nobody asked for
 * - `requests`: a group, `scope` or `claim`, its name, and a `RequestState`
 */
const DIMENSIONS = {
  forms: KEYS,
  tokenTypes: KEYS,
  clients: KEYS,
  scopeSets: KEYS,
  keys: KEYS,
  signatures: KEYS,
  verdicts: KEYS,
  users: KEYS,
  members: KEYS,
  groups: KEYS,
  claims: PAIRS,
  scopes: PAIRS,
  values: PAIRS,
  personal: PAIRS,
  requests: PAIRS,
} as const;

export type Dimension = keyof typeof DIMENSIONS;

const NAMES = Object.keys(DIMENSIONS) as readonly Dimension[];

/** Plain counts. */
export interface Counts {
  lines: number;
  /** Lines without a token: empty ones, comments, other lines of a log. */
  passedOver: number;
  tokens: number;
  /** What looks like a token and is none. */
  malformed: number;
  /** Lines with a token whose time is in no known form. */
  unreadTimes: number;
  bytes: number;
}

/** A tally as JSON: the partial result of one part. */
export interface AuditTallyJson {
  readonly counts: Readonly<Counts>;
  readonly dimensions: Readonly<Record<Dimension, TallyJson>>;
  /** By token type. */
  readonly sizes: readonly (readonly [tokenType: string, sizes: HistogramJson])[];
  readonly lifetimes: readonly (readonly [tokenType: string, lifetimes: HistogramJson])[];
  readonly findings: FindingsJson;
}

/** Histograms by token type; token types come from definitions, so there are few. */
class Histograms {
  private readonly byType = new Map<string, Histogram>();

  of(tokenType: string): Histogram {
    const known = this.byType.get(tokenType);
    if (known !== undefined) return known;
    const histogram = new Histogram();
    this.byType.set(tokenType, histogram);
    return histogram;
  }

  toJson(): AuditTallyJson['sizes'] {
    return [...this.byType]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([type, histogram]) => [type, histogram.toJson()]);
  }

  include(other: AuditTallyJson['sizes']): void {
    for (const [type, histogram] of other) this.of(type).include(histogram);
  }
}

/** Everything that an audit counts. Tallies of the parts of some input add up to the tally of all of it. */
export class AuditTally {
  readonly counts: Counts = { lines: 0, passedOver: 0, tokens: 0, malformed: 0, unreadTimes: 0, bytes: 0 };
  readonly dimensions: Readonly<Record<Dimension, BoundedTally>> = Object.fromEntries(
    NAMES.map((name) => [name, new BoundedTally(DIMENSIONS[name])]),
  ) as Record<Dimension, BoundedTally>;
  readonly sizes = new Histograms();
  readonly lifetimes = new Histograms();
  readonly findings = new FindingTally();

  include(other: AuditTallyJson): void {
    for (const name of Object.keys(this.counts) as (keyof Counts)[]) this.counts[name] += other.counts[name];
    for (const name of NAMES) this.dimensions[name].include(other.dimensions[name]);
    this.sizes.include(other.sizes);
    this.lifetimes.include(other.lifetimes);
    this.findings.include(other.findings);
  }

  toJson(): AuditTallyJson {
    return {
      counts: this.counts,
      dimensions: Object.fromEntries(
        NAMES.map((name) => [name, this.dimensions[name].toJson()]),
      ) as unknown as AuditTallyJson['dimensions'],
      sizes: this.sizes.toJson(),
      lifetimes: this.lifetimes.toJson(),
      findings: this.findings.toJson(),
    };
  }
}
