import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gathered, partOf, partsOf } from '../../src/contract/gathered-claims.ts';
import { contributionOf } from '../../src/contract/released.ts';

const at = { file: 'mapper.yaml', line: 1, column: 1, endLine: 1, endColumn: 2 };

const contributions = fc
  .record({
    name: fc.constantFrom('sub', 'email', 'groups', '$' + '{client}'),
    scope: fc.constantFrom('a', 'b', 'c'),
    presence: fc.constantFrom('always' as const, 'sometimes' as const),
  })
  .map(({ name, scope, presence }) =>
    contributionOf([name], 'user', { by: { kind: 'scope', name: scope }, at, presence, schema: true, scope }),
  );
const parts = fc.array(fc.array(contributions, { maxLength: 4 }).map(partOf), { maxLength: 5 });

test('a claim by itself is the same object as among all, whichever is asked for first', () => {
  fc.assert(
    fc.property(parts, (some) => {
      const { claims, bound } = gathered(some);
      const keys = ['"sub"', ...some.flatMap(({ byKey }) => [...byKey.keys()])];
      const alone = keys.map((key) => claims.get(key));
      const present = keys.map((key) => claims.has(key));
      const all = new Map(claims);
      expect([...all.keys()]).toEqual([...new Set(keys)].filter((key) => all.has(key)).sort());
      expect(keys.map((key) => all.has(key))).toEqual(present);
      for (const [index, key] of keys.entries()) {
        expect(all.get(key)).toBe(alone[index]);
        expect(claims.get(key)).toBe(alone[index]);
      }
      expect(bound).toEqual([...all.keys()].filter((key) => key.includes('{client}')));
      const ways = some.flatMap((part) => part.claims);
      for (const { key, releases } of all.values()) {
        const brought = ways.filter((way) => way.key === key).flatMap((way) => way.releases);
        expect(brought).toEqual(expect.arrayContaining([...releases]));
        expect(new Set(releases.map((one) => JSON.stringify(one))).size).toBe(
          new Set(brought.map((one) => JSON.stringify(one))).size,
        );
      }
    }),
    { seed: 1 },
  );
});

test('what is no sum of parts is one part', () => {
  const claim = contributionOf(['sub'], 'user', {
    by: { kind: 'profile', name: 'openid' },
    at,
    presence: 'always',
    schema: true,
  });
  const claims = new Map([[claim.key, claim]]);
  expect(partsOf(claims)).toEqual([partOf([claim])]);
  expect(partsOf(claims)).toBe(partsOf(claims));
});
