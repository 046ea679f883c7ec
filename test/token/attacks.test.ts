import { describe, expect, test } from 'vitest';
import { decodeToken, isMalformed, verifySignature } from '../../src/token/index.ts';
import { ATTACKS, KEYS, SIGNING_ALGORITHMS, signed } from './attacks.ts';
import { AT } from './shop.ts';

function stateOf(text: string): string {
  const token = decodeToken(text, AT);
  return isMalformed(token) ? 'malformed' : verifySignature(token, KEYS).state;
}

describe('published attacks', () => {
  test.each(SIGNING_ALGORITHMS)('an honest %s token is verified', (alg) => {
    expect(stateOf(signed(alg))).toBe('verified');
  });

  test.each(ATTACKS.map(({ name, token }) => [name, token] as const))('%s', (_, token) => {
    expect(['malformed', 'invalid', 'unsigned', 'unchecked']).toContain(stateOf(token));
    expect(stateOf(token)).not.toBe('verified');
  });

  test('names of prototypes in a token are names like any other', () => {
    const text = signed(
      'ES256',
      {},
      '{"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}',
    );
    const token = decodeToken(text, AT);
    expect(isMalformed(token)).toBe(false);
    expect(({} as Record<string, unknown>).admin).toBeUndefined();
  });
});
