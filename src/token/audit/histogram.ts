/** How often each number occurs: exactly up to three digits, rounded down to three digits above; the ends are exact. */
export interface HistogramJson {
  readonly counts: readonly (readonly [value: number, count: number])[];
  readonly min: number;
  readonly max: number;
}

/** Beyond this a number is a mistake, and as good as this one. */
const LARGEST = 1e12;

function rounded(value: number): number {
  const whole = Math.round(value);
  const size = Math.abs(whole);
  if (size < 1000) return whole;
  const unit = 10 ** (Math.floor(Math.log10(size)) - 2);
  return Math.sign(whole) * Math.floor(size / unit) * unit;
}

/** A distribution in bounded memory: at most 900 numbers per decade. */
export class Histogram {
  private readonly counts = new Map<number, number>();
  private min = LARGEST;
  private max = -LARGEST;

  add(value: number): void {
    if (!Number.isFinite(value)) return;
    const bounded = Math.min(Math.max(value, -LARGEST), LARGEST);
    if (bounded < this.min) this.min = bounded;
    if (bounded > this.max) this.max = bounded;
    const key = rounded(bounded);
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
  }

  include({ counts, min, max }: HistogramJson): void {
    this.min = Math.min(this.min, min);
    this.max = Math.max(this.max, max);
    for (const [value, count] of counts) this.counts.set(value, (this.counts.get(value) ?? 0) + count);
  }

  toJson(): HistogramJson {
    const { min, max } = this;
    return { counts: [...this.counts].sort(([one], [other]) => one - other), min, max };
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
export function distributionOf({ counts, min, max }: HistogramJson): Distribution | undefined {
  const count = counts.reduce((sum, [, times]) => sum + times, 0);
  if (count === 0) return undefined;
  const percentile = (part: number): number => {
    let below = 0;
    for (const [value, times] of counts) {
      below += times;
      // Rounding may have led out of what there was.
      if (below >= count * part) return Math.min(Math.max(value, min), max);
    }
    return max;
  };
  return { count, min, p50: percentile(0.5), p90: percentile(0.9), p99: percentile(0.99), max };
}
