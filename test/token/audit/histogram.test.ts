import { expect, test } from 'vitest';
import { distributionOf, Histogram } from '../../../src/token/audit/histogram.ts';

test('numbers below a thousand are exact, larger ones to three digits', () => {
  const histogram = new Histogram();
  for (const value of [0, 999, 12_345, 12_399, -5, 1e30, Number.NaN]) histogram.add(value);
  expect(histogram.toJson()).toEqual([
    [-5, 1],
    [0, 1],
    [999, 1],
    [12_300, 2],
    [1e12, 1],
  ]);
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
  expect(distributionOf([])).toBeUndefined();
});
