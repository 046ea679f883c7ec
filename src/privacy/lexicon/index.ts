import { longestPhrase, meanings, phrasesByStart } from '../../generated/lexicon.ts';
import type { Phrase } from './lexicon.ts';

export type { Phrase } from './lexicon.ts';

/** The letters that tell the parts of the lexicon apart. */
const START = 2;

const parts = new Map<string, ReadonlyMap<string, Phrase>>();

/** Phrases are made into maps a part at a time: a lint asks for a few words, and all take longer than it. */
function partOf(start: string): ReadonlyMap<string, Phrase> | undefined {
  const known = parts.get(start);
  const written = phrasesByStart.get(start);
  if (known !== undefined || written === undefined) return known;
  const part = new Map<string, Phrase>();
  for (const entry of written.split(',')) {
    const [phrase = '', at] = entry.split('=');
    const meaning = meanings[Number(at)];
    if (meaning !== undefined) part.set(phrase, meaning);
  }
  parts.set(start, part);
  return part;
}

/**
 * What a phrase stands for, by its letters and digits, folded and joined.
 *
 * @example phraseFor('dateofbirth')?.concept // 'birth date'
 */
export function phraseFor(joined: string): Phrase | undefined {
  return joined.length > longestPhrase ? undefined : partOf(joined.slice(0, START))?.get(joined);
}
