/** What tells groups of tokens apart in tallies, as far as each is known. */
type GroupKey = readonly [
  mapper: string | null,
  tokenType: string,
  client: string,
  subject: string | null,
  resource: string | null,
  /** False for tokens whose signature did not verify: what they hold, anybody could have written. */
  isProven: boolean,
];

/** Keys of a group as they are in tallies of pairs. */
export function groupOf(key: string): GroupKey {
  return JSON.parse(key) as GroupKey;
}

/** A pair's group and the name that was counted in it. */
export function pairOf(key: string): readonly [group: GroupKey, name: string] {
  const [group, name] = JSON.parse(key) as [string, string];
  return [groupOf(group), name];
}
