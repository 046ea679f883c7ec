import { expect, test } from 'vitest';
import { showDuration, showNumericDate } from '../../src/token/times.ts';

const NOW = Date.parse('2026-11-22T12:00:00Z');

test.each([
  [0, '0 seconds'],
  [1, '1 second'],
  [300, '5 minutes'],
  [3_661, '1 hour 1 minute'],
  [-90_000, '1 day 1 hour'],
  [86_405, '1 day 5 seconds'],
])('%s seconds are %s', (seconds, words) => {
  expect(showDuration(seconds)).toBe(words);
});

test.each([
  [NOW / 1000, '2026-11-22T12:00:00Z, now'],
  [NOW / 1000 + 300, '2026-11-22T12:05:00Z, in 5 minutes'],
  [NOW / 1000 - 60, '2026-11-22T11:59:00Z, 1 minute ago'],
  [NOW, 'not a time in seconds since 1970'],
])('%s is %s', (seconds, words) => {
  expect(showNumericDate(seconds, NOW)).toBe(words);
});
