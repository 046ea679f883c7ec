import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BoundedTally } from '../../../src/token/audit/bounded-tally.ts';

type Event = readonly [key: string, time: number | undefined];

const events = fc.array(
  fc.tuple(
    fc.string({ maxLength: 2, unit: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', '_') }),
    fc.option(fc.integer({ min: 0, max: 1e6 }), { nil: undefined }),
  ),
  { maxLength: 200 },
);

function tallyOf(all: readonly Event[], limit: number): BoundedTally {
  const tally = new BoundedTally(limit);
  for (const [key, time] of all) tally.add(key, time);
  return tally;
}

describe('BoundedTally', () => {
  test('counts exactly while there is room', () => {
    const tally = tallyOf(
      [
        ['web', 5],
        ['app', undefined],
        ['web', 3],
      ],
      10,
    );
    expect(tally.toJson()).toEqual({
      kept: [
        ['app', { count: 1 }],
        ['web', { count: 2, first: 3, last: 5 }],
      ],
    });
  });

  test('counts what has no room together, and what is kept exactly', () => {
    fc.assert(
      fc.property(events, fc.integer({ min: 1, max: 8 }), (all, limit) => {
        const { kept, other } = tallyOf(all, limit).toJson();
        const exact = new Map<string, number>();
        for (const [key] of all) exact.set(key, (exact.get(key) ?? 0) + 1);
        expect(kept.length).toBe(Math.min(limit, exact.size));
        for (const [key, { count }] of kept) expect(count).toBe(exact.get(key));
        const sum = kept.reduce((total, [, { count }]) => total + count, other?.count ?? 0);
        expect(sum).toBe(all.length);
      }),
      { seed: 7 },
    );
  });

  test('parts add up to one run, however they are cut and in whatever order they come', () => {
    fc.assert(
      fc.property(
        events,
        fc.integer({ min: 1, max: 8 }),
        fc.array(fc.nat(3), { maxLength: 200 }),
        fc.boolean(),
        (all, limit, deal, reverse) => {
          const parts = [0, 1, 2, 3].map((part) => all.filter((_, index) => (deal[index] ?? 0) === part));
          const merged = new BoundedTally(limit);
          for (const part of reverse ? parts.reverse() : parts) merged.include(tallyOf(part, limit).toJson());
          expect(merged.toJson()).toEqual(tallyOf(all, limit).toJson());
        },
      ),
      { seed: 8, numRuns: 300 },
    );
  });
});
