import { canonicalText, type JsonValue } from '../json.ts';

/**
 * Chooses a different value for each position out of its candidates, by augmenting paths; undefined
 * if there is no such choice.
 */
export function matchDistinct(candidates: readonly (readonly JsonValue[])[]): JsonValue[] | undefined {
  const ownerOf = new Map<string, number>();
  const chosen: JsonValue[] = [];
  const assign = (position: number, seen: Set<string>): boolean => {
    for (const value of candidates[position] ?? []) {
      const text = canonicalText(value);
      if (seen.has(text)) continue;
      seen.add(text);
      const owner = ownerOf.get(text);
      if (owner !== undefined && !assign(owner, seen)) continue;
      ownerOf.set(text, position);
      chosen[position] = value;
      return true;
    }
    return false;
  };
  const all = candidates.every((_, position) => assign(position, new Set()));
  return all ? chosen : undefined;
}
