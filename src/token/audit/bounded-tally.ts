/** How often something was seen, and from when to when (milliseconds since 1970, where tokens tell). */
export interface Seen {
  count: number;
  first?: number;
  last?: number;
}

/** A tally as JSON: what was counted one by one, sorted by key, and everything else together. */
export interface TallyJson {
  readonly kept: readonly (readonly [key: string, seen: Seen])[];
  readonly other?: Seen;
}

/** FNV-1a: an order of keys that says nothing about them, equal on every machine. */
function orderOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

type Ordered = readonly [order: number, key: string];

const compare = ([one, first]: Ordered, [other, second]: Ordered): number =>
  one - other || (first < second ? -1 : first > second ? 1 : 0);

/** Adds what was seen elsewhere. */
function include(into: Seen, { count, first, last }: Seen): void {
  into.count += count;
  if (first !== undefined && !(into.first !== undefined && into.first <= first)) into.first = first;
  if (last !== undefined && !(into.last !== undefined && into.last >= last)) into.last = last;
}

/** Counts one more. */
export function mark(seen: Seen, time: number | undefined): void {
  seen.count += 1;
  if (time === undefined) return;
  if (seen.first === undefined || time < seen.first) seen.first = time;
  if (seen.last === undefined || time > seen.last) seen.last = time;
}

/**
 * Counts by key, exactly, for up to `limit` keys in bounded memory; the rest is counted together.
 *
 * Which keys are kept must not depend on the order in which they come, or n parts would not add up to one run.
 * So the keys that come first in a fixed order of hashes are kept: such a key is among the first of every part
 * that it occurs in, is never dropped, and its count is exact.
 */
export class BoundedTally {
  private readonly limit: number;
  private readonly entries = new Map<string, Seen>();
  /** The last key in order that is kept; undefined while all are. */
  private bound: Ordered | undefined;
  private rest: Seen | undefined;
  /** Rises whenever keys are dropped: entries that somebody holds on to may be dropped ones. */
  generation = 0;

  constructor(limit: number) {
    this.limit = limit;
  }

  /** The entry of a key, to be marked; undefined for a key that is not kept. */
  find(key: string): Seen | undefined {
    const known = this.entries.get(key);
    if (known !== undefined) return known;
    if (this.bound !== undefined && compare([orderOf(key), key], this.bound) > 0) return undefined;
    const entry: Seen = { count: 0 };
    this.entries.set(key, entry);
    // Twice the limit, so that sorting is rare.
    if (this.entries.size > this.limit * 2) this.prune();
    return this.entries.get(key);
  }

  add(key: string, time?: number): void {
    mark(this.find(key) ?? this.others(), time);
  }

  /** Everything that is not counted by itself. */
  others(): Seen {
    this.rest ??= { count: 0 };
    return this.rest;
  }

  private prune(): void {
    const ordered = [...this.entries.keys()].map((key): Ordered => [orderOf(key), key]).sort(compare);
    for (const [, key] of ordered.slice(this.limit)) {
      const dropped = this.entries.get(key);
      this.entries.delete(key);
      if (dropped !== undefined && dropped.count > 0) include(this.others(), dropped);
    }
    this.bound = ordered[Math.min(this.limit, ordered.length) - 1];
    this.generation += 1;
  }

  include({ kept, other }: TallyJson): void {
    for (const [key, seen] of kept) include(this.find(key) ?? this.others(), seen);
    if (other !== undefined) include(this.others(), other);
  }

  toJson(): TallyJson {
    if (this.entries.size > this.limit) this.prune();
    const kept = [...this.entries]
      .filter(([, { count }]) => count > 0)
      .sort(([one], [other]) => (one < other ? -1 : 1));
    return { kept, ...(this.rest === undefined ? {} : { other: this.rest }) };
  }
}
