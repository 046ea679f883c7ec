import { type Concept, conceptOf } from '../concepts.ts';
import { type Phrase, phraseFor } from '../lexicon/index.ts';
import { isLink, withoutLinks } from '../lexicon/links.ts';
import { phraseOfStem } from '../lexicon/stems.ts';
import { segment } from './segment.ts';

/** A phrase of the lexicon, found in the words of a name. */
export interface Hit {
  readonly from: number;
  /** The index after its last word. */
  readonly to: number;
  readonly phrase: Phrase;
  readonly concept: Concept;
  /** The words as the name has them. */
  readonly text: string;
}

/** A name whose words have been looked up. */
export interface Reading {
  readonly words: readonly string[];
  readonly hits: readonly Hit[];
  /** The indexes of the words that no phrase covers. */
  readonly rest: readonly number[];
  /** Whether words had to be taken apart to be understood. */
  readonly segmented: boolean;
}

const MAX_PHRASE_WORDS = 6;
/** Shorter words around a link are letters of something else: `cb_to_u`. */
const MIN_LINKED = 3;

/**
 * Looks the words of one name up, longest phrases first, then takes apart the words that nothing covers.
 *
 * @example readWords(['user', 'email']).hits[0]?.phrase.concept // 'email'
 */
export function readWords(words: readonly string[]): Reading {
  const plain = findHits(words, false);
  if (plain.rest.length === 0) return plain;
  const uncovered = new Set(plain.rest);
  const split = words.flatMap((word, at) => (uncovered.has(at) ? segment(word) : [word]));
  return split.length === words.length ? plain : findHits(split, true);
}

function findHits(words: readonly string[], segmented: boolean): Reading {
  const hits: Hit[] = [];
  const rest: number[] = [];
  let at = 0;
  while (at < words.length) {
    const hit = hitAt(words, at);
    if (hit === undefined) {
      rest.push(at);
      at += 1;
    } else {
      hits.push(hit);
      at = hit.to;
    }
  }
  return { words, hits, rest, segmented };
}

function hitAt(words: readonly string[], from: number): Hit | undefined {
  for (let to = Math.min(words.length, from + MAX_PHRASE_WORDS); to > from; to -= 1) {
    const phrase = phraseOfWords(words.slice(from, to));
    if (phrase === undefined) continue;
    return { from, to, phrase, concept: conceptOf(phrase.concept), text: words.slice(from, to).join(' ') };
  }
  return undefined;
}

/** Some words as a phrase, also without what links them; one word also by how it begins. */
function phraseOfWords(words: readonly string[]): Phrase | undefined {
  const [word = ''] = words;
  if (words.length === 1) {
    const whole = phraseOf(word);
    return whole?.strict === false ? whole : (phraseOfStem(word) ?? whole);
  }
  const found = phraseOf(words.join(''));
  if (found !== undefined || !words.slice(1, -1).some(isLink)) return found;
  const linked = withoutLinks(words);
  return linked.every((one) => one.length >= MIN_LINKED) ? phraseOf(linked.join('')) : undefined;
}

/** A phrase, also when the name has it in the plural. */
function phraseOf(joined: string): Phrase | undefined {
  const found = phraseFor(joined);
  if (found !== undefined || joined.length < 5 || !joined.endsWith('s')) return found;
  return (
    phraseFor(joined.slice(0, -1)) ?? (joined.endsWith('es') ? phraseFor(joined.slice(0, -2)) : undefined)
  );
}
