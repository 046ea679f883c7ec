import { describe, expect, test } from 'vitest';
import { explain, type JsonSchema } from '../../src/schema/index.ts';

const included = { verdict: 'included' };

function objectOf(
  properties: Record<string, JsonSchema>,
  required: string[] = [],
  rest: JsonSchema = false,
): JsonSchema {
  return { type: 'object', properties, required, additionalProperties: rest };
}

/** Path, kind, and the two directions as a sign each: `=` included, `!` not, `?` undecided. */
function outline(before: JsonSchema, after: JsonSchema): string[] {
  const sign = { included: '=', 'not-included': '!', undecided: '?' } as const;
  return explain(before, after).map(
    ({ path, change, afterInBefore, beforeInAfter }) =>
      `${path} ${change} ${sign[afterInBefore.verdict]}${sign[beforeInAfter.verdict]}`,
  );
}

const text = { type: 'string' };

describe('one entry per claim path', () => {
  test('with fragments, directions and a witness of its own', () => {
    const before = objectOf({ sub: text, status: { enum: ['active'] }, tier: text }, ['sub', 'tier']);
    const after = objectOf({ sub: text, status: { enum: ['active', 'suspended'] }, tier: text }, ['sub']);
    expect(explain(before, after)).toEqual([
      {
        path: '/status',
        change: 'changed',
        before: { enum: ['active'] },
        after: { enum: ['active', 'suspended'] },
        afterInBefore: {
          verdict: 'not-included',
          witness: { status: 'suspended', sub: 'text', tier: 'text' },
          path: '/status',
        },
        beforeInAfter: included,
      },
      {
        path: '/tier',
        change: 'presence',
        before: text,
        after: text,
        afterInBefore: { verdict: 'not-included', witness: { sub: 'text' }, path: '/tier' },
        beforeInAfter: included,
      },
    ]);
  });

  test.each<[string, JsonSchema, JsonSchema, string[]]>([
    ['nothing', objectOf({ a: text }), { ...(objectOf({ a: text }) as object), title: 'new' }, []],
    ['another notation', { enum: ['a', 'b'] }, { type: 'string', pattern: '^[ab]$' }, []],
    ['a new claim', objectOf({}), objectOf({ a: text }), ['/a added !=']],
    ['a lost claim', objectOf({ a: text }), objectOf({}), ['/a removed =!']],
    ['a claim that becomes certain', objectOf({ a: text }), objectOf({ a: text }, ['a']), ['/a presence =!']],
    [
      'a claim of another type',
      objectOf({ a: text }),
      objectOf({ a: { type: 'integer' } }),
      ['/a changed !!'],
    ],
    ['a narrower claim', objectOf({ a: text }), objectOf({ a: { const: 'x' } }), ['/a changed =!']],
    [
      'a nested claim',
      objectOf({ a: objectOf({ b: text }) }),
      objectOf({ a: objectOf({ b: { maxLength: 3, ...text } }) }),
      ['/a/b changed =!'],
    ],
    ['items', objectOf({ a: { items: text } }), objectOf({ a: { items: true } }), ['/a/* changed !=']],
    [
      'one item of a tuple',
      { type: 'array', prefixItems: [text, text] },
      { type: 'array', prefixItems: [text, true] },
      ['/1 changed !='],
    ],
    [
      'a longer tuple',
      { type: 'array', prefixItems: [text] },
      { type: 'array', prefixItems: [text, text] },
      [' changed =!'],
    ],
    ['undeclared claims', objectOf({ a: text }), objectOf({ a: text }, [], true), [' changed !=']],
    [
      'a bound of the whole',
      { type: 'object', maxProperties: 2 },
      { type: 'object', maxProperties: 3 },
      [' changed !='],
    ],
    [
      'several claims',
      objectOf({ a: text, b: text }),
      objectOf({ b: { type: 'null' }, c: text }),
      ['/a removed =!', '/b changed !!', '/c added !='],
    ],
    ['a scalar', { type: 'integer' }, { type: 'number' }, [' changed !=']],
    [
      'what is not understood',
      objectOf({ a: text }),
      objectOf({ a: { ...text, format: 'iban' } }),
      ['/a changed =?'],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(outline(before, after)).toEqual(expected);
  });

  test('through references and allOf', () => {
    const before = { $ref: '#/$defs/token', $defs: { token: { allOf: [objectOf({ a: text }, [], true)] } } };
    const after = {
      allOf: [{ $ref: '#/$defs/t' }],
      $defs: { t: objectOf({ a: { $ref: '#/$defs/short' } }, [], true), short: { ...text, maxLength: 2 } },
    };
    expect(explain(before, after)).toEqual([
      {
        path: '/a',
        change: 'changed',
        before: text,
        after: { $ref: '#/$defs/short' },
        afterInBefore: included,
        beforeInAfter: { verdict: 'not-included', witness: { a: 'text' }, path: '/a' },
      },
    ]);
  });

  test('a difference that no single change makes is told once, as a whole', () => {
    const before = {
      type: 'object',
      properties: { a: { const: 1 }, b: { const: 1 } },
      minProperties: 1,
      additionalProperties: false,
    };
    const after = { ...before, properties: { a: false, b: false } };
    const entries = explain(before, after);
    expect(entries.filter(({ change }) => change === 'together')).toEqual([]);
    expect(outline(before, after)).toEqual(['/a changed =!', '/b changed =!']);
  });

  test('a schema that is none is undecided as a whole', () => {
    expect(explain({ type: 'text' }, {})).toEqual([
      {
        path: '',
        change: 'together',
        before: { type: 'text' },
        after: {},
        afterInBefore: { verdict: 'undecided', reason: '"text" is no type', path: '/type' },
        beforeInAfter: { verdict: 'undecided', reason: '"text" is no type', path: '/type' },
      },
    ]);
  });
});
