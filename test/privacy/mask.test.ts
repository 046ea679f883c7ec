import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JsonValue } from '../../src/model/index.ts';
import {
  classifyName,
  isMasked,
  isPersonal,
  mask,
  masked,
  maskedName,
  maskedTokens,
  PRIVACY_LEVELS,
  privacyRank,
} from '../../src/privacy/index.ts';

test.each([
  ['alice@example.com', 'a…@e….com'],
  ['al@b.io', '…@….io'],
  ['+447700900123', '…23'],
  ['131052-308T', '…08'],
  ['HEGGMVZR04', 'H…'],
  ['Alice Adams', 'A…'],
  ['Bo', '…'],
  ['', '…'],
  ['DE89370400440532013000', '…00'],
])('%s is shown as %s', (value, expected) => {
  expect(mask(value)).toBe(expected);
});

test.each([
  ['orders.read', 'orders.read'],
  ['openid user:alice@example.com', 'openid user:a…@e….com'],
  ['tel:+46 70 123 45 67 (home)', 'tel:…67 (home)'],
  ['https://shop.example/?for=bob@shop.org&at=1', 'https://shop.example/?for=b…@s….org&at=1'],
  ['patient/078-05-1120.read', 'patient/…20.read'],
  ['release-2026-11-22', 'release-2026-11-22'],
  ['@type', '@type'],
  [`scope:${Buffer.from('{\n  "alg": "ES256"\n}').toString('base64url')}.e30.c2ln`, 'scope:(a token)'],
  ['C++', 'C++'],
])('as a name, %s is shown as %s', (name, expected) => {
  expect(maskedName(name)).toBe(expected);
});

test('long names take no longer than they are long', () => {
  for (const name of [`${'a'.repeat(500_000)}+`, '@a'.repeat(200_000), '+1'.repeat(200_000)]) {
    expect(maskedName(name).length).toBeLessThanOrEqual(name.length);
  }
}, 5_000);

test('a mask shows at most a hint', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 3 }), (value) => {
      const shown = mask(value)
        .replace(/…/g, '')
        .replace(/\.[a-z]{2,6}$/i, '')
        .replace('@', '');
      expect(shown.length).toBeLessThanOrEqual(Math.max(2, Math.ceil(value.length / 3)));
    }),
    { seed: 20261122 },
  );
});

test('what is personal, pseudonymous, secret or internal is masked', () => {
  expect(PRIVACY_LEVELS.filter((level) => isMasked({ level }))).toEqual([
    'confidential-infrastructure',
    'secret',
    'pseudonymous-identifier',
    'quasi-identifier',
    'personal',
    'special-category',
    'criminal-offence',
  ]);
  expect(isMasked(classifyName(['email']))).toBe(true);
});

test('only what must be masked is, at any depth', () => {
  expect(
    masked([], {
      iss: 'https://id.shop.example',
      email: 'alice@example.com',
      roles: ['admin'],
      email_verified: true,
      address: { country: 'FI', postal_code: '00100' },
      'bob@example.com': { role: 'viewer' },
    }),
  ).toEqual({
    iss: 'https://id.shop.example',
    email: 'a…@e….com',
    roles: ['admin'],
    email_verified: true,
    address: { country: '…', postal_code: '…' },
    'b…@e….com5': { role: 'viewer' },
  });
});

test('what has several words is no identifier, whatever its claim is called', () => {
  expect(
    masked([], {
      azp: 'Ada Lovelace',
      note: 'call Ada Lovelace',
      roles: ['Ada Lovelace', 'admin'],
      ts: '22 11 2026',
    }),
  ).toEqual({ azp: 'A…', note: 'c…', roles: ['A…', 'admin'], ts: '22 11 2026' });
  expect(masked(['scope'], 'openid orders.read')).toBe('openid orders.read');
});

test('a yes or a no about what a person is stays hidden', () => {
  expect(masked([], { is_pregnant: false, active: true, email: null })).toEqual({
    is_pregnant: '…',
    active: true,
    email: null,
  });
});

test('what is too deep is not shown', () => {
  const deep = Array.from({ length: 70 }).reduce<JsonValue>((inner) => ({ inner }), 'plain');
  expect(JSON.stringify(masked([], deep))).not.toContain('plain');
  expect(
    JSON.stringify(masked([], JSON.parse(`${'['.repeat(5000)}"plain"${']'.repeat(5000)}`))),
  ).not.toContain('plain');
});

test('levels rise from what anyone may see to what the law protects', () => {
  expect(privacyRank('special-category')).toBeGreaterThan(privacyRank('personal'));
  expect(PRIVACY_LEVELS.filter(isPersonal)).toEqual(['personal', 'special-category', 'criminal-offence']);
});

test('a token in a message is hidden, and a path is not one, however random its folders are called', () => {
  const token = '9Yc3Rk0Vt7Hq2Ls5Wd8Zf1Xg4Mb6NpJaEoTuQiUyC';
  expect(maskedTokens(`"${token}": it is a folder`)).toBe('"(a token)": it is a folder');
  expect(maskedTokens(`"/tmp/${token}/out"`)).toBe('"/tmp/(a token)/out"');
  expect(maskedTokens('"/tmp/tokenpact-a1B2c3/d4E5f6/out"')).toBe('"/tmp/tokenpact-a1B2c3/d4E5f6/out"');
});
