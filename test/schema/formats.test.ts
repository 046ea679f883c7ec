import { fullFormats } from 'ajv-formats/dist/formats.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { includes } from '../../src/schema/index.ts';
import { codePoints } from '../../src/schema/json.ts';
import { Automata } from '../../src/schema/language/automata.ts';
import { FORMATS, type Language, type StringFormat } from '../../src/schema/language/formats.ts';
import { readableWords } from '../../src/schema/language/words.ts';

const automata = new Automata(15_000);

const ANY_LENGTH = { min: 0, max: Number.POSITIVE_INFINITY };

const stringFormats = [...FORMATS].filter(
  (entry): entry is [string, StringFormat] => entry[1].kind === 'string',
);

function contains({ all, none }: Language, text: string): boolean {
  const matches = (regex: Language['all'][number]) => automata.of(regex).test(codePoints(text));
  return all.every(matches) && !none.some(matches);
}

/** Texts that are or nearly are of a format: its examples with one character changed, and words of its bounds. */
function probes([, format]: [string, StringFormat]): string[] {
  const changed = format.examples.flatMap((example) =>
    [...example].flatMap((_, index) =>
      ['', '0', '9', 'Z', '-', ':', '.', ' ', '\n', 'é', 'ſ'].map(
        (other) => example.slice(0, index) + other + example.slice(index + 1),
      ),
    ),
  );
  const words = [format.atLeast, format.atMost].flatMap(({ all }) =>
    all.flatMap((regex) => [...readableWords(automata.of(regex), 50, ANY_LENGTH)]),
  );
  return [...format.examples, ...changed, ...words];
}

describe.each(stringFormats)('the format %s', (name, format) => {
  test('lies between its bounds', () => {
    for (const text of probes([name, format])) {
      const accepted = format.accepts(text);
      if (contains(format.atLeast, text)) expect([text, accepted]).not.toEqual([text, false]);
      if (accepted === true) expect([text, contains(format.atMost, text)]).toEqual([text, true]);
    }
  });

  test('has the examples that it shows', () => {
    expect(format.examples.map((example) => format.accepts(example))).toEqual(
      format.examples.map(() => true),
    );
  });
});

test('days are those of the calendar', () => {
  const isDate = (text: string) => contains((FORMATS.get('date') as StringFormat).atMost, text);
  const year = fc.constantFrom(0, 4, 100, 400, 1900, 2000, 2023, 2024, 2100, 9999);
  fc.assert(
    fc.property(year, fc.nat(13), fc.nat(32), (years, month, day) => {
      const two = (part: number) => String(part).padStart(2, '0');
      const text = `${String(years).padStart(4, '0')}-${two(month)}-${two(day)}`;
      const { validate } = fullFormats.date as { validate: (value: string) => boolean };
      expect(isDate(text)).toBe(validate(text));
    }),
    { seed: 7, numRuns: 2_000 },
  );
});

test('every format of ajv-formats is known', () => {
  expect(Object.keys(fullFormats).filter((name) => !FORMATS.has(name))).toEqual([]);
});

test.each([
  ['uri', 'uri-reference', 'included'],
  ['email', 'idn-email', 'included'],
  ['uri', 'iri', 'included'],
  ['hostname', 'idn-hostname', 'included'],
  ['iso-date-time', 'date-time', 'not-included'],
  ['date-time', 'iso-date-time', 'undecided'],
  ['idn-email', 'email', 'not-included'],
  ['date', 'time', 'not-included'],
  ['password', 'binary', 'included'],
])('%s in %s is %s', (one, other, verdict) => {
  expect(includes({ type: 'string', format: one }, { type: 'string', format: other }).verdict).toBe(verdict);
});

test('a format of texts that have to be long', () => {
  const text = { type: 'string', format: 'email' };
  const inclusion = includes({ ...text, maxLength: 500 }, { ...text, maxLength: 254 });
  expect(inclusion).toMatchObject({ verdict: 'not-included', witness: expect.stringMatching(/^.{255}$/) });
  expect(includes({ ...text, maxLength: 254 }, { ...text, maxLength: 500 })).toEqual({ verdict: 'included' });
});
