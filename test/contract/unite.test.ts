import { describe, expect, test } from 'vitest';
import { anyOf, unite } from '../../src/contract/unite.ts';
import type { JsonSchema } from '../../src/model/index.ts';

const always = (schema: JsonSchema) => ({ schema, isCertain: true });
const sometimes = (schema: JsonSchema) => ({ schema, isCertain: false });

describe('unite', () => {
  test('nothing says nothing, one speaks for itself', () => {
    expect(unite([])).toBe(true);
    expect(unite([sometimes({ type: 'string' })])).toEqual({ type: 'string' });
  });

  test('arrays unite: items of any, lengths added, as many as a certain one has', () => {
    const staff = { type: 'array', items: { enum: ['b', 'a'] }, minItems: 1, maxItems: 2, uniqueItems: true };
    const guests = { type: 'array', items: { const: 'c' }, minItems: 3, maxItems: 4 };
    const items = { enum: ['a', 'b', 'c'] };
    expect(unite([always(staff), sometimes(guests)])).toEqual({
      type: 'array',
      items,
      minItems: 1,
      maxItems: 6,
    });
    expect(unite([always(staff), always(guests)])).toEqual({
      type: 'array',
      items,
      minItems: 3,
      maxItems: 6,
    });
    expect(unite([sometimes(staff), sometimes(guests)])).toEqual({
      type: 'array',
      items,
      minItems: 1,
      maxItems: 6,
    });
  });

  test('an array without a limit leaves the united one without', () => {
    const tuple = { type: 'array', prefixItems: [{ type: 'string' }], items: { type: 'integer' } };
    expect(unite([always(tuple), always({ type: 'array', items: { const: 1 }, maxItems: 1 })])).toEqual({
      type: 'array',
      items: { anyOf: [{ const: 1 }, { type: 'string' }, { type: 'integer' }] },
    });
    expect(unite([always(tuple), always({ type: 'array' })])).toEqual({ type: 'array' });
  });

  test('objects merge: members of all, required where certain', () => {
    const name = { type: 'object', properties: { first: { type: 'string' } }, required: ['first'] };
    const age = { type: 'object', properties: { age: { type: 'integer' } }, required: ['age'] };
    const properties = { age: { type: 'integer' }, first: { type: 'string' } };
    expect(unite([always(name), sometimes(age)])).toEqual({
      type: 'object',
      properties,
      required: ['first'],
    });
    expect(unite([sometimes(name), sometimes(age)])).toEqual({ type: 'object', properties });
  });

  test('the same member of two objects is united in turn', () => {
    const roles = (role: string) => ({
      type: 'object',
      properties: { roles: { type: 'array', items: { const: role } } },
      required: ['roles'],
      additionalProperties: false,
    });
    expect(unite([sometimes(roles('a')), sometimes(roles('b'))])).toEqual({
      type: 'object',
      properties: { roles: { type: 'array', items: { enum: ['a', 'b'] } } },
      required: ['roles'],
      additionalProperties: false,
    });
  });

  test('an object that says more than its members makes the merged one open', () => {
    const closed = { type: 'object', properties: { a: true }, additionalProperties: false };
    for (const other of [
      { type: 'object' },
      { type: 'object', properties: {}, minProperties: 1 },
      { type: 'object', additionalProperties: { type: 'string' } },
    ]) {
      expect(unite([always(closed), always(other)])).toEqual({
        type: 'object',
        properties: { a: true },
        additionalProperties: true,
      });
    }
  });

  test('anything else allows one or the other', () => {
    expect(unite([always({ type: 'string' }), always({ type: 'array' })])).toEqual({
      anyOf: [{ type: 'string' }, { type: 'array' }],
    });
    expect(unite([always({ type: 'string' }), always(true)])).toBe(true);
  });
});

describe('anyOf', () => {
  test('drops what adds nothing', () => {
    expect(anyOf([])).toBe(false);
    expect(anyOf([false, { type: 'string' }, { type: 'string' }])).toEqual({ type: 'string' });
    expect(anyOf([{ const: 1 }, { enum: [1] }])).toEqual({ const: 1 });
  });

  test('takes nested alternatives apart and gathers listed values', () => {
    expect(anyOf([{ anyOf: [{ const: 'b' }, { type: 'array' }] }, { enum: ['a'] }])).toEqual({
      anyOf: [{ enum: ['a', 'b'] }, { type: 'array' }],
    });
  });
});
