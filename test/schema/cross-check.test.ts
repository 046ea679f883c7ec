import { describe, expect, test } from 'vitest';
import { crossCheck, forSecondEngine, includes, type JsonSchema } from '../../src/schema/index.ts';
import { ownJudgements } from './own-judgements.ts';

describe('json-schema-diff as second engine', () => {
  test('agrees wherever it can judge', { timeout: 120_000 }, async () => {
    const answerable = ownJudgements().filter(({ a, b }) =>
      [a, b].every((schema) => forSecondEngine(schema) !== undefined),
    );
    // It takes a twentieth of a second for each: every third shows all the kinds of schemas that it knows.
    const judged = answerable.filter((_, index) => index % 3 === 0);
    expect(judged.length).toBeGreaterThan(100);
    for (const { a, b, id } of judged) {
      const inclusion = includes(a, b);
      expect([id, await crossCheck(a, b, inclusion)]).toEqual([id, inclusion]);
    }
  });

  test('makes a verdict that it contradicts undecided', async () => {
    expect(await crossCheck({ type: 'string' }, { type: 'number' }, { verdict: 'included' })).toEqual({
      verdict: 'undecided',
      reason: 'json-schema-diff says the opposite of "included"',
      path: '',
    });
  });

  test('is not asked what it cannot judge', async () => {
    const wrong = { verdict: 'included' } as const;
    expect(await crossCheck({ type: 'string' }, { enum: ['a'] }, wrong)).toBe(wrong);
  });

  test.each<[JsonSchema, JsonSchema | undefined]>([
    [{ type: 'string', title: 'A' }, { type: 'string' }],
    [
      { $ref: '#/$defs/a', $defs: { a: { items: { $ref: '#/$defs/b' } }, b: { type: 'null' } } },
      { items: { type: 'null' } },
    ],
    [{ properties: { a: { $ref: 'https://x.example/' } } }, undefined],
    [{ $ref: '#' }, undefined],
    [{ $ref: '#/$defs/a', maxLength: 1, $defs: { a: true } }, undefined],
    [{ properties: { a: { pattern: 'a' } } }, undefined],
    [{ anyOf: [{ oneOf: [true, true, true] }, true] }, undefined],
    [{ allOf: [{ const: 1 }] }, undefined],
    [{ items: [true] }, undefined],
  ])('takes %j as %j', (schema, prepared) => {
    expect(forSecondEngine(schema)).toEqual(prepared);
  });
});
