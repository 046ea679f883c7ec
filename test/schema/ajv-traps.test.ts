import { describe, expect, test } from 'vitest';
import { includes, type JsonSchema, type JsonValue, validate, validator } from '../../src/schema/index.ts';

function isValid(schema: JsonSchema, value: JsonValue): boolean {
  return validate(schema, value).length === 0;
}

/** What went wrong, or would have, with Ajv as it comes. Each line is a schema, a value and the truth. */
describe('values are judged by what JSON Schema says where Ajv needs help', () => {
  test.each<[string, JsonSchema, JsonValue, boolean]>([
    ['an inherited method is no member', { required: ['toString'] }, {}, false],
    ['a member may be called like a method', { required: ['toString'] }, { toString: 1 }, true],
    ['nor is a constructor', { properties: { constructor: { type: 'string' } } }, {}, true],
    [
      'a constructor of its own is judged',
      { properties: { constructor: { type: 'string' } } },
      { constructor: 1 },
      false,
    ],
    ['__proto__ can be required', { required: ['__proto__'] }, {}, false],
    ['lengths count code points', { maxLength: 1 }, '😀', true],
    ['1.0 is an integer', { type: 'integer' }, 1.0, true],
    ['\\d is ASCII only', { pattern: '^\\d$' }, '٣', false],
    ['a dot is no line break', { pattern: '^.$' }, '\n', false],
    ['decimal fractions are rounded', { multipleOf: 0.01 }, 4.35, false],
    [
      'an empty list contains nothing, also beside a tuple',
      { not: { prefixItems: [{ type: 'string' }], contains: { type: 'string' } } },
      [],
      true,
    ],
    [
      'and in draft-07',
      {
        $schema: 'http://json-schema.org/draft-07/schema#',
        not: { items: [{ type: 'string' }], contains: { type: 'string' } },
      },
      [],
      true,
    ],
    [
      'prefixItems means nothing in draft-07',
      { $schema: 'http://json-schema.org/draft-07/schema#', prefixItems: [false] },
      [1],
      true,
    ],
    ['an identifier may be a URN', { $id: 'urn:example:r0', type: 'string' }, 'a', true],
    ['and may be used twice', { $id: 'urn:example:r0', type: 'integer' }, 1, true],
    [
      'an anchor leads to its schema',
      { $ref: '#id', $defs: { a: { $anchor: 'id', type: 'string' } } },
      1,
      false,
    ],
    [
      'draft-07 names anchors by $id',
      {
        $schema: 'http://json-schema.org/draft-07/schema#',
        $ref: '#id',
        definitions: { a: { $id: '#id', type: 'string' } },
      },
      1,
      false,
    ],
    [
      '$id and $ref are names too',
      { properties: { $id: { type: 'string' }, $ref: { type: 'integer' } } },
      { $id: 'a', $ref: 1 },
      true,
    ],
    [
      'constants are left alone',
      { const: { $ref: '#nowhere', $id: 'a' } },
      { $ref: '#nowhere', $id: 'a' },
      true,
    ],
    ['nothing is in an empty enumeration', { enum: [] }, 'a', false],
    ['an unknown format rejects nothing', { format: 'iban' }, 'a', true],
  ])('%s', (_, schema, value, valid) => {
    expect(isValid(schema, value)).toBe(valid);
  });

  test('what is evaluated is tracked only where it is asked for', () => {
    const schema = {
      anyOf: [{ required: ['c'] }, { properties: { a: false, b: { const: 1 } } }],
      patternProperties: { b: { type: 'integer' } },
    };
    expect(isValid(schema, { b: 'a' })).toBe(false);
    expect(isValid({ ...schema, unevaluatedProperties: false }, { b: 1, d: 1 })).toBe(false);
  });

  test('names like methods are told apart', () => {
    expect(includes({ type: 'object' }, { required: ['constructor'] })).toEqual({
      verdict: 'not-included',
      witness: {},
      path: '/constructor',
    });
  });

  test('a property called __proto__ is undecided, since Ajv ignores it', () => {
    const schema = JSON.parse('{ "properties": { "__proto__": { "type": "string" } } }');
    expect(includes({ type: 'object', required: ['__proto__'] }, schema)).toEqual({
      verdict: 'undecided',
      reason: 'Ajv ignores a property called "__proto__"',
      path: '/properties/__proto__',
    });
  });

  test('constants that Ajv compares wrongly are undecided', () => {
    const schema = JSON.parse('{ "const": { "a": [{ "constructor": {} }] } }');
    expect(includes({ type: 'object' }, schema)).toEqual({
      verdict: 'undecided',
      reason: 'Ajv compares objects with a member called "constructor", "valueOf" or "toString" wrongly',
      path: '/const',
    });
  });

  test('decimal fractions are undecided where only rounding could tell', () => {
    expect(includes({ multipleOf: 0.01, type: 'number' }, { multipleOf: 0.01 }).verdict).toBe('included');
    expect(includes({ multipleOf: 0.02, type: 'number' }, { multipleOf: 0.01 }).verdict).toBe('included');
    expect(includes({ type: 'integer' }, { multipleOf: 0.1 })).toEqual({
      verdict: 'undecided',
      reason: 'multiples of decimal fractions depend on rounding',
      path: '',
    });
  });

  test('the dialect makes a difference by itself', () => {
    const tuple = { prefixItems: [{ type: 'string' }] };
    const draft07 = { ...tuple, $schema: 'http://json-schema.org/draft-07/schema#' };
    const inclusion = includes(draft07, tuple, { unknownKeywords: 'annotation' });
    expect(inclusion).toEqual({ verdict: 'not-included', witness: [1], path: '/0' });
  });
});

describe('validate', () => {
  test('says where and what, all of it', () => {
    const schema = {
      properties: { sub: { type: 'string' }, 'a/b': { maximum: 1 } },
      required: ['iss'],
      additionalProperties: false,
    };
    expect(validate(schema, { sub: 1, 'a/b': 2, x: 3 })).toEqual([
      { path: '/iss', keyword: 'required', message: "must have required property 'iss'" },
      { path: '/x', keyword: 'additionalProperties', message: 'must NOT have additional properties' },
      { path: '/sub', keyword: 'type', message: 'must be string' },
      { path: '/a~1b', keyword: 'maximum', message: 'must be <= 1' },
    ]);
  });

  test('takes thousands of claims apart', () => {
    const names = Array.from({ length: 300 }, (_, index) => `claim_${index}`);
    const properties = Object.fromEntries(names.map((name) => [name, { $ref: '#/$defs/text' }]));
    const schema = {
      $defs: { text: { type: 'string' } },
      properties,
      required: ['claim_1'],
      additionalProperties: false,
    };
    expect(validate(schema, { claim_1: 'a', claim_299: 1, other: 1 })).toEqual([
      { path: '/other', keyword: 'additionalProperties', message: 'must NOT have additional properties' },
      { path: '/claim_299', keyword: 'type', message: 'must be string' },
    ]);
    const recursive = { ...schema, properties: { ...properties, act: { $ref: '#' } } };
    expect(validate(recursive, { claim_1: 'a', act: {} })).toEqual([
      { path: '/act/claim_1', keyword: 'required', message: "must have required property 'claim_1'" },
    ]);
  });

  test('throws on what is no schema', () => {
    expect(() => validate({ type: 'text' }, 1)).toThrow(new TypeError('"text" is no type at "/type"'));
  });

  test('judges many values with one validator', () => {
    const violations = validator({ required: ['sub'] });
    expect([violations({ sub: 'ada' }), violations({})].map(({ length }) => length)).toEqual([0, 1]);
    expect(() => validator({ type: 'text' })).toThrow(TypeError);
    const many = Object.fromEntries(
      Array.from({ length: 200 }, (_, index) => [`c${index}`, { type: 'string' }]),
    );
    expect(validator({ properties: many })({ c7: 1 })).toEqual([
      { path: '/c7', keyword: 'type', message: 'must be string' },
    ]);
  });
});
