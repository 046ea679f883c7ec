import { phraseFor } from '../lexicon/index.ts';
import { modifierWords } from './modifiers.ts';
import { ownerWords } from './owners.ts';

const MIN_WORD = 6;
const MAX_WORD = 48;
const MIN_PART = 3;
/** Shorter phrases are in too many words: `lat` is in `latvia`. */
const MIN_PHRASE = 4;
/** More parts than this are a coincidence. */
const MAX_PARTS = 4;

const others: ReadonlySet<string> = new Set(
  [...ownerWords(), ...modifierWords()].filter((word) => word.length >= MIN_PART),
);

function isKnown(word: string): boolean {
  return others.has(word) || (word.length >= MIN_PHRASE && phraseFor(word) !== undefined);
}

/**
 * Takes a joined word apart when every part is known: `kundenemail` is `kunden`, `email`. German and the
 * Nordic languages join with an `s`, which is dropped. The fewest parts win.
 *
 * @example segment('legallastname') // ['legal', 'lastname']
 * @example segment('platform')      // ['platform']
 */
export function segment(word: string): readonly string[] {
  if (word.length < MIN_WORD || word.length > MAX_WORD) return [word];
  if (isKnown(word)) return [word];
  const best: (readonly string[] | undefined)[] = [[]];
  for (let end = 1; end <= word.length; end += 1) {
    for (let start = Math.max(0, end - 30); start <= end - MIN_PART; start += 1) {
      const before = best[start];
      if (before === undefined || before.length >= MAX_PARTS) continue;
      const part = word.slice(start, end);
      const plain = isKnown(part) ? part : start > 0 ? withoutLink(part) : undefined;
      if (plain === undefined) continue;
      const shortest = best[end];
      if (shortest === undefined || before.length + 1 < shortest.length) best[end] = [...before, plain];
    }
  }
  return best[word.length] ?? [word];
}

/** A part after a linking `s`: `wohnung-s-adresse`. */
function withoutLink(part: string): string | undefined {
  const plain = part.slice(1);
  return part.startsWith('s') && plain.length > MIN_PART && isKnown(plain) ? plain : undefined;
}
