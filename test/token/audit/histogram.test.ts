import { expect, test } from 'vitest';
import { distributionOf, Histogram } from '../../../src/token/audit/histogram.ts';

test('numbers below a thousand are exact, larger ones to three digits', () => {
  const histogram = new Histogram();
  for (const value of [0, 999, 12_345, 12_399, -5, 1e30, Number.NaN]) histogram.add(value);
  expect(histogram.toJson()).toEqual({
    counts: [
      [-5, 1],
      [0, 1],
      [999, 1],
      [12_300, 2],
      [1e12, 1],
    ],
    min: -5,
    max: 1e12,
  });
});

test('the least and the most are exact, and nothing is told beyond them, also when parts are added up', () => {
  const [one, other] = [new Histogram(), new Histogram()];
  one.add(5_861);
  other.add(31_536_000);
  other.add(5_869);
  one.include(other.toJson());
  const expected = { count: 3, min: 5_861, p50: 5_861, p90: 31_500_000, p99: 31_500_000, max: 31_536_000 };
  expect(distributionOf(one.toJson())).toEqual(expected);
});

test('percentiles are the smallest value that so many do not exceed', () => {
  const histogram = new Histogram();
  for (let value = 1; value <= 100; value += 1) histogram.add(value);
  expect(distributionOf(histogram.toJson())).toEqual({
    count: 100,
    min: 1,
    p50: 50,
    p90: 90,
    p99: 99,
    max: 100,
  });
  expect(distributionOf(new Histogram().toJson())).toBeUndefined();
});
