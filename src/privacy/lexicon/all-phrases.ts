import { type ConceptName, concepts } from '../concepts.ts';
import { foldings } from '../name/fold.ts';
import { da } from './da.ts';
import { de } from './de.ts';
import { en } from './en/index.ts';
import { es } from './es.ts';
import { fi } from './fi.ts';
import { fr } from './fr.ts';
import { identityNumbers } from './identity-numbers.ts';
import { it } from './it.ts';
import type { Lexicon, Phrase } from './lexicon.ts';
import { withoutLinks } from './links.ts';
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

/**
 * Every phrase with what it stands for, folded and joined; the first language wins. Made when tokenpact is
 * built (scripts/generate.mjs): at run time, folding would take longer than a lint.
 */
export function allPhrases(): ReadonlyMap<string, Phrase> {
  const phrases = new Map<string, Phrase>();
  for (const [language, lexicon] of LANGUAGES) {
    for (const [concept, text] of Object.entries(lexicon)) {
      if (!isConcept(concept)) continue;
      const loose: Phrase = { concept, language, strict: false };
      const strict: Phrase = { concept, language, strict: true };
      for (const written of foldings(text).flatMap((folded) => folded.split(','))) {
        const meaning = written.includes('=') ? strict : loose;
        const words = written.split(/[^a-z0-9]+/).filter((word) => word !== '');
        for (const key of [words.join(''), withoutLinks(words).join('')]) {
          if (key !== '' && !phrases.has(key)) phrases.set(key, meaning);
        }
      }
    }
  }
  return phrases;
}

function isConcept(name: string): name is ConceptName {
  return Object.hasOwn(concepts, name);
}
