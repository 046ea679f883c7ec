import { expect, it } from 'vitest';
import { refusal, splitClaimName } from '../../../src/providers/keycloak/claim-path.ts';

it.each([
  ['email', ['email']],
  ['realm_access.roles', ['realm_access', 'roles']],
  ['https://shop\\.example/tier', ['https://shop.example/tier']],
  ['ocis\\.user\\.uuid', ['ocis.user.uuid']],
  ['shop\\.example.tier', ['shop.example', 'tier']],
  ['tier\\\\', ['tier\\']],
  ['trailing\\', ['trailing\\']],
  ['a.', ['a']],
  ['a..b', ['a', '.b']],
  ['', []],
])('splits "%s"', (claimName, path) => {
  expect(splitClaimName(claimName)).toEqual(path);
});

it('knows which claims Keycloak keeps to itself', () => {
  expect(refusal(['iss'])).toBe('"iss" is written by Keycloak alone');
  expect(refusal(['sub', 'id'])).toBe('"sub" can\'t have members');
  expect(refusal(['sub'])).toBeUndefined();
  expect(refusal(['shop', 'iss'])).toBeUndefined();
});
