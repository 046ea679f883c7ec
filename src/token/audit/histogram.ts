/** How often each number occurs: exactly up to three digits, rounded down to three digits above. */
export type HistogramJson = readonly (readonly [value: number, count: number])[];

/** Beyond this a number is a mistake, and as good as this one. */
const LARGEST = 1e12;

function rounded(value: number): number {
  const whole = Math.round(Math.min(Math.max(value, -LARGEST), LARGEST));
  const size = Math.abs(whole);
  if (size < 1000) return whole;
  const unit = 10 ** (Math.floor(Math.log10(size)) - 2);
  return Math.sign(whole) * Math.floor(size / unit) * unit;
}

/** A distribution in bounded memory: at most 900 numbers per decade. */
export class Histogram {
  private readonly counts = new Map<number, number>();

  add(value: number): void {
    if (!Number.isFinite(value)) return;
    const key = rounded(value);
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
  }

  include(other: HistogramJson): void {
    for (const [value, count] of other) this.counts.set(value, (this.counts.get(value) ?? 0) + count);
  }

  toJson(): HistogramJson {
    return [...this.counts].sort(([one], [other]) => one - other);
  }
}

/** What a distribution looks like. */
export interface Distribution {
  readonly count: number;
  readonly min: number;
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
  readonly max: number;
}

/** The smallest value that so many of them do not exceed, and its like; undefined for none at all. */
export function distributionOf(histogram: HistogramJson): Distribution | undefined {
  const count = histogram.reduce((sum, [, times]) => sum + times, 0);
  const [first] = histogram;
  const last = histogram.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const percentile = (part: number): number => {
    let below = 0;
    for (const [value, times] of histogram) {
      below += times;
      if (below >= count * part) return value;
    }
    return last[0];
  };
  return {
    count,
    min: first[0],
    p50: percentile(0.5),
    p90: percentile(0.9),
    p99: percentile(0.99),
    max: last[0],
  };
}
