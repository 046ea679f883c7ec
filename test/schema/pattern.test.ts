import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Automata } from '../../src/schema/language/automata.ts';
import { backtracksLittle, isSafeToBacktrack } from '../../src/schema/language/backtracking.ts';
import { hasWord, readableWords } from '../../src/schema/language/words.ts';
import { Undecided } from '../../src/schema/verdict.ts';

const automata = new Automata(15_000);

const ANY_LENGTH = { min: 0, max: Number.POSITIVE_INFINITY };

/** Random expressions over two letters, with anchors where people put them and where they do not. */
const expressions: fc.Arbitrary<string> = fc.letrec<{ part: string; whole: string }>((tie) => ({
  part: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\w', '^', '$', '\\d'),
    fc.tuple(tie('part'), tie('part')).map((parts) => parts.join('')),
    fc.tuple(tie('part'), tie('part')).map(([one, other]) => `(?:${one}|${other})`),
    fc
      .tuple(tie('part'), fc.constantFrom('*', '+', '?', '{2}', '{1,2}'))
      .map(([part, times]) => `(${part})${times}`),
  ),
  whole: fc.oneof(
    tie('part'),
    tie('part').map((part) => `^${part}$`),
    tie('part').map((part) => `^${part}`),
  ),
})).whole;

const texts = fc.string({ unit: fc.constantFrom('a', 'b', '1', '\n', '😀'), maxLength: 6 });

test('automata match what regular expressions match', () => {
  fc.assert(
    fc.property(expressions, fc.array(texts, { minLength: 20, maxLength: 20 }), (source, samples) => {
      const native = new RegExp(source, 'u');
      try {
        for (const text of samples)
          expect([
            text,
            automata.ofPattern(source).test(Array.from(text, (c) => c.codePointAt(0) ?? 0)),
          ]).toEqual([text, native.test(text)]);
      } catch (error) {
        if (!(error instanceof Undecided)) throw error;
      }
    }),
    { seed: 11, numRuns: 2_000 },
  );
});

describe('anchors', () => {
  test.each([
    ['^a$', 'a', true],
    ['^a$', 'ba', false],
    ['a', 'bab', true],
    ['^a|b$', 'ac', true],
    ['^a|b$', 'cb', true],
    ['^a|b$', 'ca', false],
    ['(^a|b)c', 'xbc', true],
    ['(^a|b)c', 'xac', false],
    ['^', 'anything', true],
    ['^$', '', true],
    ['^$', 'a', false],
    ['', 'a', true],
  ])('%s on %j', (source, text, matches) => {
    expect(automata.matches(source, text)).toBe(matches);
  });

  test.each(['a^', '\\ba', '(?=a)b*', '(?<!a)b*', '(?:^a)?(?:b|c)+d^'])(
    'in "%s" are undecided as an automaton',
    (source) => {
      expect(() => automata.ofPattern(source)).toThrow(Undecided);
    },
  );
});

test.each([
  ['^[a-z]+$', true],
  ['^[0-9a-f]{8}-[0-9a-f]{4}$', true],
  ['^a|b$', true],
  ['^(a+)+$', false],
  ['^(a|b)*$', false],
  ['^(a?){30}$', false],
  ['.*.*.*.*x', false],
  ['a?a?a?a?aaaa', false],
  ['(a+)\\1*', false],
  ['[', false],
])('"%s" is safe to backtrack: %s', (source, safe) => {
  expect(isSafeToBacktrack(source)).toBe(safe);
});

test.each([
  ['^\\S+ \\S+ (?<user>\\S+) \\[(?<time>[^\\]]+)\\] .*"Bearer (?<token>[^"]+)"', true],
  ['(?<token>ey[\\w.-]+)', true],
  ['^(?:GET|POST) \\/ token=(?<token>[^&]*)&(?: user=(?<user>\\w+);)?', true],
  ['^.*token=(?<token>\\S+)$', false],
  ['.* .* (?<token>\\S+) ', false],
  ['^(\\S+ ?)*$', false],
  ['(?:a+)+(?<token>.)', false],
  ['(?:a|a)*(?<token>.)', false],
  ['(?=.*x)(?=.*y)(?<token>.)', false],
  ['(a)\\1(?<token>.)', false],
  ['(', false],
])('"%s" backtracks little: %s', (source, little) => {
  expect(backtracksLittle(source)).toBe(little);
});

test('words are short, readable and different', () => {
  expect([...readableWords(automata.ofPattern('^[a-z]{2}-\\d$'), 3, ANY_LENGTH)]).toEqual([
    'aa-0',
    'aa-1',
    'aa-2',
  ]);
  expect([...readableWords(automata.ofPattern('^\\p{Lu}$'), 2, ANY_LENGTH)]).toEqual(['A', 'B']);
  expect([...readableWords(automata.ofPattern('[0-9a-f]{64}'), 1, ANY_LENGTH)]).toEqual(['a'.repeat(64)]);
});

test('words are as long as they have to be', () => {
  const [word] = readableWords(automata.ofPattern('^[a-z]+@[a-z]{1,63}$'), 1, { min: 255, max: 500 });
  expect(word).toMatch(/^[a-z]+@[a-z]{1,63}$/);
  expect(word).toHaveLength(255);
  expect([...readableWords(automata.ofPattern('^(?:ab)*$'), 9, { min: 3, max: 7 })]).toEqual([
    'abab',
    'ababab',
  ]);
});

test.each([
  ['^(?:ab)*$', 3, 3, false],
  ['^(?:ab)*$', 3, 4, true],
  ['^a{7}$', 0, 6, false],
  ['^a{7}$', 8, Number.POSITIVE_INFINITY, false],
  ['^a{7,}$', 90, Number.POSITIVE_INFINITY, true],
  ['^a{7,9}b?$', 10, 10, true],
])('"%s" has a word of %d to %d characters: %s', (source, min, max, expected) => {
  expect(hasWord(automata.ofPattern(source), { min, max })).toBe(expected);
});
