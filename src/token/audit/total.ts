import type { TallyJson } from './bounded-tally.ts';

/** Names with their counts, the most frequent first; `other` counts what is not told one by one. */
export interface Total {
  readonly rows: readonly { readonly name: string; readonly count: number }[];
  readonly other?: number;
}

/** The order of names in reports. */
export const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Counts as rows. */
export function totalOf(counts: ReadonlyMap<string, number>, other = 0): Total {
  const rows = [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((one, two) => two.count - one.count || byText(one.name, two.name));
  return { rows, ...(other === 0 ? {} : { other }) };
}

/** What a tally kept, and what it counted together. */
export function total({ kept, other }: TallyJson, nameOf: (key: string) => string = (key) => key): Total {
  return totalOf(new Map(kept.map(([key, { count }]) => [nameOf(key), count])), other?.count);
}
