import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fingerprint } from '../../src/check/index.ts';

it('is 16 hexadecimal digits that stay the same for years', () => {
  expect(fingerprint('scope/name-syntax', { mapper: 'shop', scope: 'orders read' })).toMatchInlineSnapshot(
    `"3c64d798c236db9c"`,
  );
});

it('does not depend on the order of coordinates', () => {
  const name = fc.string();
  fc.assert(
    fc.property(name, name, (mapper, claim) => {
      expect(fingerprint('a/b', { mapper, claim })).toBe(fingerprint('a/b', { claim, mapper }));
    }),
  );
});

it('tells rules, coordinates and details apart', () => {
  const prints = [
    fingerprint('a/b', { claim: 'x' }),
    fingerprint('a/c', { claim: 'x' }),
    fingerprint('a/b', { scope: 'x' }),
    fingerprint('a/b', { claim: 'x' }, 'one'),
    fingerprint('a/b', {}),
  ];
  expect(new Set(prints).size).toBe(prints.length);
});
