/** Longer names are typed by machines. */
const LONGEST = 64;
/** How many edits a typo has at most. */
const EDITS = 2;

/** The number of insertions, deletions, replacements and swaps between two words. */
function distance(one: string, other: string): number {
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, replaced);
      if (one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        least = Math.min(least, (before[j - 2] ?? Number.POSITIVE_INFINITY) + 1);
      }
      next.push(least);
    }
    before = row;
    row = next;
  }
  return row[other.length] ?? 0;
}

/** Candidates that a typo leads to: at most two edits away, and closer than half of their length. */
function* near(
  name: string,
  candidates: Iterable<string>,
): Generator<{ readonly candidate: string; readonly edits: number }> {
  if (name.length > LONGEST) return;
  const typed = name.toLowerCase();
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) > EDITS) continue;
    const edits = distance(typed, candidate.toLowerCase());
    if (edits <= EDITS && edits * 2 < Math.max(candidate.length, name.length)) yield { candidate, edits };
  }
}

/**
 * The name that was probably meant. Of equally near ones, the first in code-unit order.
 *
 * @example nearest('emial', ['email', 'name']) // 'email'
 */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  let best: { readonly candidate: string; readonly edits: number } | undefined;
  for (const one of near(name, candidates)) {
    const isBetter =
      best === undefined ||
      one.edits < best.edits ||
      (one.edits === best.edits && one.candidate < best.candidate);
    if (isBetter) best = one;
  }
  return best?.candidate;
}

/**
 * The name that must have been meant: no other one is near, or no other one differs in nothing but case.
 *
 * @example onlyNear('orders.raed', ['orders.read', 'orders.lead']) // undefined
 */
export function onlyNear(name: string, candidates: Iterable<string>): string | undefined {
  const all = [...near(name, candidates)];
  const least = all.some(({ edits }) => edits === 0) ? 0 : EDITS;
  const found = new Set(all.filter(({ edits }) => edits <= least).map(({ candidate }) => candidate));
  return found.size === 1 ? [...found][0] : undefined;
}

/** The first of some names, in code-unit order. */
export function whatThereIs(names: Iterable<string>): string {
  const sorted = [...names].sort();
  return sorted.length === 0
    ? ''
    : `there is ${sorted.slice(0, 12).join(', ')}${sorted.length > 12 ? ', …' : ''}`;
}

/**
 * A did-you-mean, or what there is instead.
 *
 * @example didYouMean('emial', ['email', 'name']) // 'did you mean "email"?'
 */
export function didYouMean(name: string, candidates: readonly string[]): string {
  const near = nearest(name, candidates);
  return near === undefined ? whatThereIs(candidates) : `did you mean "${near}"?`;
}
