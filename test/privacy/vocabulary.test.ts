import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { type ConceptName, concepts } from '../../src/privacy/concepts.ts';
import { allPhrases } from '../../src/privacy/lexicon/all-phrases.ts';
import { phraseFor } from '../../src/privacy/lexicon/index.ts';

const registry = (name: string): Record<string, Record<string, unknown>> =>
  JSON.parse(readFileSync(new URL(`../../contracts/registry/${name}`, import.meta.url), 'utf8'));

const phrases = allPhrases();

test('every phrase is found as it was written', () => {
  expect(phrases.size).toBeGreaterThan(6000);
  expect([...phrases].filter(([phrase, meaning]) => !isDeepStrictEqual(phraseFor(phrase), meaning))).toEqual(
    [],
  );
  expect(phraseFor('zzz')).toBeUndefined();
});

test('every category that is given is one that is mapped', () => {
  const mapped = Object.keys(registry('privacy-categories.json').categories ?? {});
  const claims = Object.values(registry('claims.json').claims ?? {}) as {
    privacy: { category: string };
  }[];
  const given = [...Object.values(concepts), ...claims.map((claim) => claim.privacy)].map(
    ({ category }) => category,
  );
  expect([...new Set(given)].filter((category) => !mapped.includes(category))).toEqual([]);
});

test('mappings are written as their vocabularies write them', () => {
  const mapped = Object.entries(registry('privacy-categories.json').categories ?? {}) as [
    string,
    { dpv: string[]; presidio: string[]; google: string[]; replacedBy?: string },
  ][];
  const odd = mapped.filter(
    ([key, { dpv, presidio, google, replacedBy = 'user' }]) =>
      ![key, replacedBy].every((one) => /^(user|system)(\.[a-z_]+)*$/.test(one)) ||
      !dpv.every((term) => /^(dpv|pd):[A-Z][A-Za-z]+$/.test(term)) ||
      ![...presidio, ...google].every((name) => /^[A-Z][A-Z_]+$/.test(name)),
  );
  expect(odd).toEqual([]);
});

test('every kind of data has words, or is only found by value', () => {
  const spoken = new Set([...phrases.values()].map((phrase) => phrase.concept));
  expect((Object.keys(concepts) as ConceptName[]).filter((name) => !spoken.has(name))).toEqual([]);
});

test('twelve languages speak of every special category and of crime', () => {
  const wanted: ConceptName[] = [
    'health',
    'biometrics',
    'genetics',
    'religion',
    'politics',
    'union membership',
    'ethnicity',
    'crime',
  ];
  const languages = new Set([...phrases.values()].map(({ language }) => language));
  expect(languages.size).toBe(13);
  const missing = [...languages]
    .filter((language) => language !== 'numbers of other countries')
    .flatMap((language) =>
      wanted
        .filter(
          (concept) =>
            ![...phrases.values()].some((one) => one.language === language && one.concept === concept),
        )
        .map((concept) => `${language}: ${concept}`),
    );
  expect(missing).toEqual([]);
});
