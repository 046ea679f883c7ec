import { describe, expect, test } from 'vitest';
import { type JsonSchema, sample } from '../../src/schema/index.ts';

describe('samples', () => {
  test.each<[string, JsonSchema, unknown[]]>([
    ['of a format', { type: 'string', format: 'date' }, ['2024-02-29', '2023-01-31']],
    ['of an enumeration are its values', { enum: ['gold', 'none'] }, ['gold', 'none']],
    [
      'of each alternative',
      { oneOf: [{ const: 1 }, { type: 'string', format: 'uuid' }, { type: 'null' }] },
      ['123e4567-e89b-12d3-a456-426614174000', 1, null],
    ],
    ['of what a schema offers', { type: 'string', examples: ['ada', 'bob'] }, ['ada', 'bob']],
    ['of nothing', { type: 'string', enum: [1] }, []],
    ['of what is no schema', { type: 'text' }, []],
    ['of what is not understood', { type: 'string', format: 'iban' }, []],
  ])('%s', (_, schema, expected) => {
    expect(sample(schema).slice(0, expected.length || 4)).toEqual(expected);
  });

  test('of an object are the fullest and the barest first', () => {
    const schema = {
      type: 'object',
      properties: {
        sub: { type: 'string' },
        email: { type: 'string', format: 'email' },
        address: { $ref: '#/$defs/address' },
        never: false,
      },
      required: ['sub'],
      additionalProperties: false,
      $defs: {
        address: { type: 'object', properties: { country: { type: 'string', minLength: 2, maxLength: 2 } } },
      },
    };
    expect(sample(schema, { limit: 2 })).toEqual([
      { sub: 'text', email: 'ada@example.com', address: { country: 'te' } },
      { sub: 'text' },
    ]);
  });

  test('are as many as asked for', () => {
    expect(sample({ type: 'integer' }, { limit: 3 })).toHaveLength(3);
  });
});
