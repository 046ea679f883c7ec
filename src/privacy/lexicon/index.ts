import { type ConceptName, concepts } from '../concepts.ts';
import { foldings } from '../name/fold.ts';
import { da } from './da.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fi } from './fi.ts';
import { fr } from './fr.ts';
import { identityNumbers } from './identity-numbers.ts';
import { it } from './it.ts';
import type { Lexicon } from './lexicon.ts';
import { nl } from './nl.ts';
import { no } from './no.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';
import { sv } from './sv.ts';

/** The languages in the order that decides between them: English first, since most claims are English. */
const LANGUAGES: readonly (readonly [language: string, lexicon: Lexicon])[] = [
  ['English', en],
  ['German', de],
  ['French', fr],
  ['Spanish', es],
  ['Italian', it],
  ['Portuguese', pt],
  ['Dutch', nl],
  ['Swedish', sv],
  ['Danish', da],
  ['Norwegian', no],
  ['Finnish', fi],
  ['Polish', pl],
  ['numbers of other countries', identityNumbers],
];

/** A phrase of the lexicon. */
export interface Phrase {
  readonly concept: ConceptName;
  readonly language: string;
  /** Whether it counts only where the rest of the name speaks of a person or says nothing. */
  readonly strict: boolean;
}

interface Index {
  /** Phrases by their letters and digits, folded and joined: `dateofbirth`. */
  readonly phrases: ReadonlyMap<string, Phrase>;
  readonly longest: number;
}

/** Whole entries are folded and joined at once: phrase by phrase would double the time that a lint takes. */
function buildIndex(): Index {
  const phrases = new Map<string, Phrase>();
  let longest = 0;
  for (const [language, lexicon] of LANGUAGES) {
    for (const [concept, text] of Object.entries(lexicon)) {
      if (!isConcept(concept)) continue;
      const loose: Phrase = { concept, language, strict: false };
      const strict: Phrase = { concept, language, strict: true };
      for (const folded of foldings(text)) {
        for (const written of folded.replace(/[^a-z0-9,=]+/g, '').split(',')) {
          const isStrict = written.startsWith('=');
          const key = isStrict ? written.slice(1) : written;
          if (key === '' || phrases.has(key)) continue;
          phrases.set(key, isStrict ? strict : loose);
          longest = Math.max(longest, key.length);
        }
      }
    }
  }
  return { phrases, longest };
}

function isConcept(name: string): name is ConceptName {
  return Object.hasOwn(concepts, name);
}

let index: Index | undefined;

/** The index of all languages, made when it is first needed: most commands never ask. */
export function lexicon(): Index {
  index ??= buildIndex();
  return index;
}
