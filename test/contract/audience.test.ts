import { describe, expect, test } from 'vitest';
import { audienceSchema } from '../../src/contract/audience.ts';
import type { EffectiveAudience } from '../../src/model/index.ts';
import { accepts } from './schemas.ts';

type Case = readonly [
  shape: EffectiveAudience['shape'],
  many: EffectiveAudience['many'],
  values: readonly string[],
  certain: readonly string[],
  accepted: readonly unknown[],
  rejected: readonly unknown[],
];

const cases: readonly Case[] = [
  ['string', 'reject', ['x'], ['x'], ['x'], [['x'], 'y', []]],
  ['array', 'reject', ['x'], ['x'], [['x']], ['x', [], ['x', 'x'], ['y']]],
  ['either', 'reject', ['x'], ['x'], ['x', ['x']], ['y', ['y'], []]],
  ['string', 'array', ['x', 'y'], ['x'], ['x', ['x', 'y']], ['y', ['x'], ['y'], ['y', 'y']]],
  ['array', 'array', ['x', 'y'], ['x'], [['x'], ['y', 'x']], ['x', ['y'], []]],
  ['either', 'array', ['x', 'y'], ['x', 'y'], [['x', 'y']], ['x', ['x']]],
  ['either', 'reject', ['x', 'y'], [], ['x', 'y', ['y']], [['x', 'y'], 'z']],
  ['string', 'reject', [], [], ['whatever'], [['x'], 1]],
  ['string', 'array', [], [], ['whatever', ['whatever', 'else']], [['x'], 1]],
  ['array', 'array', [], [], [['whatever', 'else']], ['x', []]],
];

describe('audienceSchema', () => {
  test.each(cases)('%s, %s, of %j with %j', (shape, many, values, certain, accepted, rejected) => {
    const schema = audienceSchema({ values, many, shape }, certain);
    expect(accepted.filter((value) => !accepts(schema, value))).toEqual([]);
    expect(rejected.filter((value) => accepts(schema, value))).toEqual([]);
  });
});
