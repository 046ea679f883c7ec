import { expect, test } from 'vitest';
import { describeSchema } from '../../src/contract/index.ts';
import type { JsonSchema } from '../../src/model/index.ts';

test.each<[JsonSchema, string]>([
  [true, 'anything'],
  [false, 'nothing'],
  [{}, 'anything'],
  [{ type: 'string' }, 'string'],
  [{ type: 'string', format: 'uuid' }, 'string (uuid)'],
  [{ type: 'string', pattern: '^[a-z]$' }, 'string (pattern ^[a-z]$)'],
  [{ type: 'string', pattern: 'x'.repeat(61) }, 'string (pattern)'],
  [{ type: 'string', minLength: 1, maxLength: 255 }, 'string (1 to 255 characters)'],
  [{ type: 'string', maxLength: 5 }, 'string (at most 5 characters)'],
  [{ type: 'integer', minimum: 0 }, 'integer (at least 0)'],
  [{ type: 'number' }, 'number'],
  [{ const: 'a' }, '"a"'],
  [{ enum: ['a', 1, null] }, '"a" | 1 | null'],
  [{ enum: [1, 2, 3, 4, 5, 6, 7, 8] }, '1 | 2 | 3 | 4 | 5 | 6 | 2 more'],
  [{ type: 'array' }, 'array'],
  [{ type: 'array', items: { enum: ['admin', 'sales'] } }, 'array of "admin" | "sales"'],
  [{ type: 'object' }, 'object'],
  [{ properties: { b: true, a: true } }, 'object (a, b)'],
  [{ anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] }, 'string | array of string'],
  [{ oneOf: [{ type: 'string' }, { type: 'string' }] }, 'string'],
  [{ type: ['string', 'null'], format: 'date' }, 'string (date) | null'],
])('%j reads %j', (schema, words) => {
  expect(describeSchema(schema)).toBe(words);
});
