import { describe, expect, test } from 'vitest';
import { includes, isSatisfiable, type JsonSchema } from '../../src/schema/index.ts';
import { ajvSays } from './independent-ajv.ts';
import { ownJudgements } from './own-judgements.ts';

describe('our own judgements', () => {
  test.each(ownJudgements())('$id is $truth', ({ a, b, truth }) => {
    const inclusion = includes(a, b);
    expect(inclusion.verdict).toBe(truth ? 'included' : 'not-included');
    if (inclusion.verdict !== 'not-included') return;
    expect([ajvSays(a)(inclusion.witness), ajvSays(b)(inclusion.witness)]).toEqual([true, false]);
  });

  test('there are enough of them', () => {
    expect(ownJudgements().length).toBeGreaterThanOrEqual(300);
  });
});

describe('witnesses', () => {
  const token = {
    type: 'object',
    properties: {
      sub: { type: 'string' },
      jti: { type: 'string', format: 'uuid' },
      email: { type: 'string', format: 'email' },
      exp: { type: 'integer', minimum: 0 },
      status: { enum: ['active', 'suspended'] },
      groups: { type: 'array', items: { enum: ['admin', 'sales'] }, maxItems: 3 },
      address: { type: 'object', properties: { country: { type: 'string' } }, required: ['country'] },
    },
    required: ['sub', 'jti', 'exp', 'status'],
    additionalProperties: false,
  } satisfies JsonSchema;
  const base = { sub: 'text', jti: '123e4567-e89b-12d3-a456-426614174000', exp: 1, status: 'active' };

  function tokenWith(changes: Record<string, JsonSchema>, required = token.required): JsonSchema {
    return { ...token, properties: { ...token.properties, ...changes }, required };
  }

  test.each<[string, JsonSchema, unknown, string]>([
    [
      'a value too many',
      tokenWith({ status: { const: 'active' } }),
      { ...base, status: 'suspended' },
      '/status',
    ],
    ['a claim no longer there', tokenWith({}, [...token.required, 'email']), base, '/email'],
    ['a claim too many', tokenWith({ email: false }), { ...base, email: 'ada@example.com' }, '/email'],
    ['a type', tokenWith({ exp: { type: 'string' } }), base, '/exp'],
    [
      'a list that may be longer',
      tokenWith({ groups: { maxItems: 1 } }),
      { ...base, groups: ['admin', 'admin'] },
      '/groups',
    ],
    [
      'a value in a list',
      tokenWith({ groups: { items: { const: 'sales' } } }),
      { ...base, groups: ['admin'] },
      '/groups/0',
    ],
    [
      'a nested claim',
      tokenWith({ address: { properties: { country: { maxLength: 2 } } } }),
      { ...base, address: { country: 'text' } },
      '/address/country',
    ],
    ['a format', tokenWith({ sub: { format: 'email' } }), base, '/sub'],
    ['a length', tokenWith({ sub: { maxLength: 9 } }), { ...base, sub: 'texttextte' }, '/sub'],
    ['a pattern', tokenWith({ sub: { pattern: '^[a-z]{1,3}$' } }), base, '/sub'],
  ])('show %s in an otherwise minimal token', (_, accepting, witness, path) => {
    expect(includes(token, accepting)).toEqual({ verdict: 'not-included', witness, path });
  });

  test('prefer what a schema offers as examples', () => {
    const named = { type: 'string', examples: ['ada'] };
    expect(
      includes({ required: ['sub'], properties: { sub: named }, type: 'object' }, { maxProperties: 0 }),
    ).toEqual({
      verdict: 'not-included',
      witness: { sub: 'ada' },
      path: '',
    });
  });

  test('do not depend on what was asked before', () => {
    const ask = () => includes(token, tokenWith({ sub: { pattern: '^[a-z]{1,3}$' } }));
    const first = ask();
    includes({ type: 'string', default: 'zzz' }, { pattern: '^a' });
    expect(ask()).toEqual(first);
  });
});

describe('what is not understood', () => {
  test.each<[string, JsonSchema, JsonSchema, string, string]>([
    [
      'a keyword',
      { type: 'string' },
      { maxlength: 3 },
      'the keyword "maxlength" is not understood in 2020-12',
      '/maxlength',
    ],
    ['a format', { type: 'string' }, { format: 'iban' }, 'the format "iban" is not known', '/format'],
    [
      'a dialect',
      { $schema: 'http://json-schema.org/draft-04/schema#' },
      {},
      'the dialect "http://json-schema.org/draft-04/schema#" is not supported',
      '/$schema',
    ],
    [
      'an external reference',
      {},
      { $ref: 'https://x.example/a.json' },
      '"https://x.example/a.json" is outside of this schema, and nothing is fetched',
      '/$ref',
    ],
    [
      'a file',
      {},
      { $ref: '../a.json' },
      '"../a.json" is outside of this schema, and nothing is fetched',
      '/$ref',
    ],
    [
      'a lookaround',
      { type: 'string', pattern: '^(?!a)(?:b|c)+$' },
      { pattern: '^[bc]+$' },
      '"^(?!a)(?:b|c)+$" uses an assertion that automata cannot express',
      '',
    ],
    [
      'a backreference',
      { type: 'string', pattern: '^(a+)\\1$' },
      { pattern: '^(?:aa)+$' },
      '"^(a+)\\1$" cannot be made an automaton (Backreferences are not supported)',
      '',
    ],
    [
      'a dynamic reference',
      {},
      { $dynamicRef: '#a' },
      'the keyword "$dynamicRef" is not understood in 2020-12',
      '/$dynamicRef',
    ],
    [
      'a schema within itself',
      {},
      { $ref: '#' },
      'a schema refers to itself without going into the value',
      '',
    ],
    [
      'an inner base',
      {},
      { allOf: [{ $id: 'https://x.example/', $ref: '#/a' }] },
      'an inner "$id" changes what references mean',
      '/allOf/0/$ref',
    ],
  ])('%s makes the answer undecided', (_, a, b, reason, path) => {
    expect(includes(a, b)).toEqual({ verdict: 'undecided', reason, path });
  });

  test.each<[JsonSchema, string, string]>([
    [{ type: 'str' }, '"str" is no type', '/type'],
    [{ type: [] }, '"type" must name at least one type', '/type'],
    [{ enum: 'a' }, '"enum" must be an array', '/enum'],
    [{ minLength: -1 }, '"minLength" must be a whole number, 0 or more', '/minLength'],
    [{ minimum: '1' }, '"minimum" must be a number', '/minimum'],
    [{ multipleOf: 0 }, '"multipleOf" must be greater than 0', '/multipleOf'],
    [{ pattern: '[' }, '"[" is no regular expression', '/pattern'],
    [{ pattern: '^[\\w-.]+$' }, '"^[\\w-.]+$" is no regular expression', '/pattern'],
    [{ format: 1 }, '"format" must be a string', '/format'],
    [{ required: 'a' }, 'must be an array of strings', '/required'],
    [{ properties: [] }, '"properties" must be an object', '/properties'],
    [{ anyOf: [] }, '"anyOf" must be an array of at least one schema', '/anyOf'],
    [{ prefixItems: {} }, '"prefixItems" must be an array', '/prefixItems'],
    [{ items: [{}] }, 'a schema must be an object or a boolean', '/items'],
    [{ $ref: 1 }, '"$ref" must be a string', '/$ref'],
    [{ $ref: '#/$defs/a' }, 'a reference leads nowhere', '/$defs/a'],
  ])('%j is no schema', (schema, reason, path) => {
    expect(includes(schema, schema)).toEqual({ verdict: 'undecided', reason, path });
    expect(isSatisfiable(schema)).toEqual({ verdict: 'undecided', reason, path });
  });

  test('is certain to include itself all the same', () => {
    const schema = { format: 'iban', pattern: '^(?!a)', unknownKeyword: 1, $ref: 'https://x.example/a.json' };
    expect(includes(schema, { ...schema, title: 'the same' })).toEqual({ verdict: 'included' });
  });

  test('does not hide a difference that lies elsewhere', () => {
    expect(includes({ type: 'integer' }, { type: 'string', format: 'iban' })).toEqual({
      verdict: 'not-included',
      witness: 1,
      path: '',
    });
  });

  test('unknown keywords are annotations on demand, disputed ones never', () => {
    const options = { unknownKeywords: 'annotation' } as const;
    expect(includes({}, { 'x-owner': 'team' }, options)).toEqual({ verdict: 'included' });
    expect(includes({}, { nullable: true }, options).verdict).toBe('undecided');
  });

  test('formats are annotations on demand', () => {
    expect(includes({ type: 'string' }, { format: 'email' }, { formats: 'annotation' })).toEqual({
      verdict: 'included',
    });
  });

  test('draft-07 ignores what it does not know, and disputes keywords beside $ref', () => {
    const draft07 = { dialect: 'draft-07', unknownKeywords: 'annotation' } as const;
    expect(includes({}, { prefixItems: [false], dependentRequired: { a: ['b'] } }, draft07)).toEqual({
      verdict: 'included',
    });
    const beside = { $ref: '#/definitions/a', maxLength: 1, definitions: { a: { type: 'string' } } };
    expect(includes({ type: 'string' }, beside, draft07)).toEqual({
      verdict: 'undecided',
      reason: 'validators disagree about keywords beside "$ref" in draft-07',
      path: '/$ref',
    });
  });
});

describe('satisfiability', () => {
  test.each<[JsonSchema, unknown]>([
    [
      { type: 'string', format: 'email' },
      { verdict: 'satisfiable', witness: 'ada@example.com' },
    ],
    [{ type: 'string', enum: [1] }, { verdict: 'unsatisfiable' }],
    [{ required: ['a'], properties: { a: false }, type: 'object' }, { verdict: 'unsatisfiable' }],
    [{ type: 'integer', format: 'int32', minimum: 2 ** 31 }, { verdict: 'unsatisfiable' }],
    [
      { format: 'iban', type: 'string' },
      { verdict: 'undecided', reason: 'the format "iban" is not known', path: '/format' },
    ],
  ])('of %j', (schema, expected) => {
    expect(isSatisfiable(schema)).toEqual(expected);
  });
});
