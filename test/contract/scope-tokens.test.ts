import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isGranted, isTemplate, scopeListSchema, scopeToken } from '../../src/contract/scope-tokens.ts';
import type { JsonSchema } from '../../src/model/index.ts';
import { definitionOf } from './definition.ts';
import { accepts, compile } from './schemas.ts';

function scope(name: string, parameters: Record<string, JsonSchema> = {}) {
  const found = definitionOf({ tokens: {}, scopes: { [name]: { parameters } } }).scopes.get(name);
  if (found === undefined) throw new Error('no scope');
  return found;
}

const pay = (schema: JsonSchema) => scopeToken(scope('pay:{id}', { id: schema }));

describe('scopeToken', () => {
  test('a plain scope is its name', () => {
    expect(scopeToken(scope('orders.read'))).toEqual({ const: 'orders.read' });
  });

  test.each<[string, JsonSchema, string]>([
    ['an anchored pattern', { type: 'string', pattern: '^[0-9]+$' }, '^pay:(?:[0-9]+)$'],
    ['values', { enum: ['a.b', 'c'] }, '^pay:(?:a\\.b|c)$'],
    ['one value', { const: '+' }, '^pay:\\+$'],
    ['an integer', { type: 'integer' }, '^pay:-?[0-9]+$'],
    ['alternatives, which no anchor holds together', { pattern: '^a|b$' }, '^pay:[!#-\\[\\]-~]+$'],
    ['an open end', { pattern: '^a' }, '^pay:[!#-\\[\\]-~]+$'],
    ['anything', true, '^pay:[!#-\\[\\]-~]+$'],
  ])('a parameter with %s', (_case, schema, pattern) => {
    expect(pay(schema)).toEqual({ type: 'string', pattern });
  });

  test('a parameter without a schema is one scope-token', () => {
    const token = scopeToken(scope('pay:{id}:now'));
    expect(accepts(token, 'pay:1:now')).toBe(true);
    expect(accepts(token, 'pay:1 2:now')).toBe(false);
  });
});

describe('isGranted', () => {
  test('by name, and by an instance of a template', () => {
    expect(isTemplate('pay:{id}')).toBe(true);
    expect(isGranted('read', new Set(['read']))).toBe(true);
    expect(isGranted('read', new Set(['reads']))).toBe(false);
    expect(isGranted('pay:{id}', new Set(['pay:17']))).toBe(true);
    expect(isGranted('pay:{id}', new Set(['pay:{id}']))).toBe(true);
    expect(isGranted('pay:{id}', new Set(['play:17', 'pay:']))).toBe(false);
  });
});

describe('scopeListSchema', () => {
  test('one scope, several, none', () => {
    expect(scopeListSchema([{ const: 'a' }], false)).toEqual({ type: 'string', pattern: '^a(?: a)*$' });
    expect(scopeListSchema([{ const: 'b' }, { const: 'a' }], true)).toEqual({
      type: 'string',
      pattern: '^(?:(?:a|b)(?: (?:a|b))*)?$',
    });
    expect(scopeListSchema([], false)).toEqual({ type: 'string' });
  });

  test('allows exactly lists of its scopes', () => {
    const name = fc.stringMatching(/^[!#-[\]-~]{1,6}$/).filter((text) => !isTemplate(text));
    const property = fc.property(
      fc.uniqueArray(name, { minLength: 2, maxLength: 5 }),
      ([other, ...names]) => {
        const tokens = names.map((one) => ({ const: one }));
        const validate = compile(scopeListSchema(tokens, false));
        expect(validate(names.join(' '))).toBe(true);
        expect(validate([...names, other].join(' '))).toBe(false);
        expect(validate(`${names.join(' ')} `)).toBe(false);
        expect(validate(names.join('  '))).toBe(names.length === 1);
      },
    );
    fc.assert(property, { numRuns: 50 });
  });
});
