import { describe, expect, test } from 'vitest';
import {
  createEngine,
  explain,
  includes,
  type JsonSchema,
  sample,
  validate,
} from '../../src/schema/index.ts';

/** Objects told apart by which member they have: no discriminator helps. */
function byPresence(count: number): JsonSchema {
  const variants = Array.from({ length: count }, (_, index) => ({
    type: 'object',
    required: [`p${index}`],
    properties: { [`p${index}`]: { type: 'string' } },
  }));
  return { oneOf: variants };
}

function nested(depth: number): JsonSchema {
  let schema: JsonSchema = { type: 'string' };
  for (let level = 0; level < depth; level += 1) schema = { items: schema };
  return schema;
}

describe('what costs too much ends as undecided', () => {
  test('branches', () => {
    const engine = createEngine({ budgets: { branches: 3 } });
    expect(engine.includes(byPresence(6), byPresence(7))).toEqual({
      verdict: 'undecided',
      reason: 'too many cases to compare within the branch budget',
      path: '',
    });
  });

  test('time', () => {
    const engine = createEngine({ budgets: { milliseconds: -1 } });
    expect(engine.includes({ type: 'string' }, { maxLength: 1 })).toEqual({
      verdict: 'undecided',
      reason: 'not decided within the time budget',
      path: '',
    });
  });

  test('states of an automaton', () => {
    const engine = createEngine({ budgets: { states: 100 } });
    const inclusion = engine.includes(
      { type: 'string', pattern: '(a|b)*a(a|b){20}' },
      { pattern: '(a|b)*b(a|b){20}' },
    );
    expect(inclusion).toMatchObject({
      verdict: 'undecided',
      reason: expect.stringContaining('cannot be made an automaton'),
    });
  });

  test.each<[string, JsonSchema, JsonSchema, string]>([
    ['nesting', nested(5_000), nested(5_001), 'nested deeper than 200 levels'],
    [
      'long strings',
      { type: 'string', maxLength: 1e9 },
      { maxLength: 1e6 },
      'a string of 1000001 characters is not written out',
    ],
    [
      'long patterns',
      { type: 'string', pattern: '^[ab]*$', minLength: 4e6 },
      { pattern: '^a' },
      'patterns of 4000000 characters are not counted',
    ],
    [
      'long lists',
      { type: 'array', minItems: 1e6 },
      { maxItems: 5 },
      'the array is too long to be written out',
    ],
    [
      'large objects',
      { type: 'object', minProperties: 1e6 },
      { maxProperties: 5 },
      'more than 500 members are not written out',
    ],
    [
      'large multiples',
      { type: 'integer', allOf: [{ multipleOf: 99999989 }, { multipleOf: 99999971 }] },
      { maximum: 3 },
      'the common multiple is too large',
    ],
    ['many patterns of names', manyPatterns(7), { maxProperties: 0 }, 'too many patterns of member names'],
    [
      'many conditions',
      manyConditions(7),
      { maxProperties: 0 },
      'what is evaluated depends on too many conditions',
    ],
    [
      'many different items',
      { type: 'array', uniqueItems: true, minItems: 41 },
      { maxItems: 1 },
      'more than 40 different items',
    ],
  ])('%s', (_, a, b, reason) => {
    expect(includes(a, b)).toMatchObject({ verdict: 'undecided', reason });
  });
});

function manyPatterns(count: number): JsonSchema {
  const patterns = Array.from({ length: count }, (_, index) => [`^x${index}`, { type: 'string' }]);
  return { type: 'object', patternProperties: Object.fromEntries(patterns), minProperties: 1 };
}

function manyConditions(count: number): JsonSchema {
  const anyOf = Array.from({ length: count }, (_, index) => ({
    properties: { [`p${index}`]: { const: index } },
  }));
  return { type: 'object', anyOf, unevaluatedProperties: false };
}

test('schemas that double at each level cost no more than their text', () => {
  const levels = Array.from({ length: 40 }, (_, index) => {
    const next = { $ref: `#/$defs/d${index + 1}` };
    return [`d${index}`, { allOf: [next, { title: 'the same again', ...next }] }];
  });
  const doubling = {
    $ref: '#/$defs/d0',
    $defs: { ...Object.fromEntries(levels), d40: { properties: { a: { type: 'string' } } } },
  };
  expect(includes(doubling, { type: 'object' })).toMatchObject({ verdict: 'undecided' });
  expect(includes({ type: 'object', properties: { a: { type: 'string' } } }, doubling)).toEqual({
    verdict: 'included',
  });
  expect(explain(doubling, { properties: { a: true } }).map(({ path }) => path)).toEqual(['/a']);
  expect(sample(doubling)).toEqual([]);
});

describe('catastrophic regular expressions', () => {
  test('are decided, not run', () => {
    expect(includes({ type: 'string', pattern: '^(a+)+$' }, { pattern: '^(a|aa)+$' })).toEqual({
      verdict: 'included',
    });
    expect(includes({ type: 'string', minLength: 60, maxLength: 60 }, { pattern: '^(a+)+$' })).toMatchObject({
      verdict: 'not-included',
      witness: 'text'.repeat(15),
    });
  });

  test('do not stop the validation of a value', () => {
    expect(validate({ pattern: '^(a+)+$' }, `${'a'.repeat(10_000)}!`)).toEqual([
      { path: '', keyword: 'pattern', message: 'must match pattern "^(a+)+$"' },
    ]);
  });

  test('that no automaton can run are refused', () => {
    expect(() => validate({ pattern: '^(?!b)(a+)+$' }, `${'a'.repeat(60)}!`)).toThrow('uses an assertion');
    expect(validate({ pattern: '^(?!b)a+$' }, 'aaa')).toEqual([]);
  });
});

describe('sizes of real contracts', () => {
  test('sixteen variants of a claim', () => {
    const variants = (last: number): JsonSchema => ({
      oneOf: Array.from({ length: 16 }, (_, index) => ({
        type: 'object',
        properties: { kind: { const: `k${index}` }, id: { maxLength: index === 15 ? last : 9 } },
        required: ['kind', 'id'],
      })),
    });
    expect(includes(variants(5), variants(6))).toEqual({ verdict: 'included' });
    expect(includes(variants(6), variants(5))).toMatchObject({
      verdict: 'not-included',
      witness: { kind: 'k15' },
    });
  });

  test('two thousand claims, of which one changed', () => {
    const contract = (length: number): JsonSchema => ({
      type: 'object',
      properties: Object.fromEntries(
        Array.from({ length: 2_000 }, (_, index) => [
          `c${index}`,
          { type: 'string', maxLength: index === 7 ? length : 9 },
        ]),
      ),
      required: ['c1'],
      additionalProperties: false,
    });
    expect(includes(contract(8), contract(9))).toEqual({ verdict: 'included' });
    expect(includes(contract(9), contract(8))).toEqual({
      verdict: 'not-included',
      witness: { c1: 'text', c7: 'texttextt' },
      path: '/c7',
    });
  });
});
