import { describe, expect, test } from 'vitest';
import { closeObjects, openObjects, openValues } from '../../src/contract/openness.ts';

describe('closeObjects', () => {
  test('closes objects that list their members, at any depth', () => {
    const address = {
      type: 'object',
      properties: { country: { type: 'object', properties: { code: true } } },
    };
    expect(closeObjects({ type: 'array', items: address })).toEqual({
      type: 'array',
      items: {
        type: 'object',
        properties: { country: { type: 'object', properties: { code: true }, additionalProperties: false } },
        additionalProperties: false,
      },
    });
  });

  test.each([
    ['lists no members', { type: 'object' }],
    ['says so', { type: 'object', properties: {}, additionalProperties: true }],
    ['has patterns', { type: 'object', properties: {}, patternProperties: { '^x': true } }],
    ['is described in parts', { properties: {}, allOf: [{ properties: { a: true } }] }],
    ['is one of several', { oneOf: [{ properties: { a: true } }, { properties: { b: true } }] }],
    ['has alternatives beside its members', { properties: {}, anyOf: [{ properties: { a: true } }] }],
    ['is under a condition', { not: { properties: { a: true } } }],
  ])('leaves an object alone that %s', (_case, schema) => {
    expect(closeObjects(schema)).toEqual(schema);
  });

  test('closes each alternative where nothing stands beside them', () => {
    expect(closeObjects({ anyOf: [{ properties: { a: true } }, true] })).toEqual({
      anyOf: [{ properties: { a: true }, additionalProperties: false }, true],
    });
  });
});

describe('openObjects', () => {
  test('opens closed objects, and keeps what is said about other members', () => {
    const closed = { properties: { a: { additionalProperties: false } }, additionalProperties: false };
    expect(openObjects(closed)).toEqual({ properties: { a: {} } });
    expect(openObjects({ unevaluatedProperties: false })).toEqual({});
    const map = { additionalProperties: { type: 'string' } };
    expect(openObjects(map)).toEqual(map);
    expect(openObjects(true)).toBe(true);
  });

  test('opens what $defs hold, unless a place where wider means narrower may refer to it', () => {
    const $defs = { a: { additionalProperties: false } };
    expect(openObjects({ $ref: '#/$defs/a', $defs })).toEqual({ $ref: '#/$defs/a', $defs: { a: {} } });
    const negated = { not: { $ref: '#/$defs/a' }, $defs };
    expect(openObjects(negated)).toEqual(negated);
  });

  test('leaves the branches of oneOf as they are', () => {
    const schema = { oneOf: [{ properties: {}, additionalProperties: false }] };
    expect(openObjects(schema)).toEqual(schema);
  });
});

describe('openValues', () => {
  test.each([
    [{ enum: ['a', 'b'] }, { type: 'string' }],
    [{ const: 1 }, { type: 'integer' }],
    [{ enum: [1, 2.5] }, { type: 'number' }],
    [{ type: 'string', enum: ['a'] }, { type: 'string' }],
    [
      { enum: ['a', null, [], {}, true] },
      { anyOf: ['array', 'boolean', 'null', 'object', 'string'].map((type) => ({ type })) },
    ],
    [
      { type: 'array', items: { enum: ['a'] } },
      { type: 'array', items: { type: 'string' } },
    ],
    [{ oneOf: [{ const: 'a' }, { const: 'b' }] }, { anyOf: [{ type: 'string' }, { type: 'string' }] }],
    [{ not: { const: 'a' } }, { not: { const: 'a' } }],
    [
      { anyOf: [{ const: 'a' }], oneOf: [{ const: 'b' }] },
      { anyOf: [{ type: 'string' }], allOf: [{ anyOf: [{ type: 'string' }] }] },
    ],
    [
      { items: { $ref: '#/$defs/role' }, $defs: { role: { enum: ['a'] } } },
      { items: { $ref: '#/$defs/role' }, $defs: { role: { type: 'string' } } },
    ],
    [true, true],
  ])('%j becomes %j', (schema, opened) => {
    expect(openValues(schema)).toEqual(opened);
  });
});
