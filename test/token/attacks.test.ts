import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decodeToken, isMalformed, verifySignature } from '../../src/token/index.ts';
import { run } from '../cli/run.ts';
import { temporaryFolder } from '../cli/temporary.ts';
import { ATTACKS, JWKS, KEYS, SIGNING_ALGORITHMS, signed } from './attacks.ts';
import { AT } from './shop.ts';

function stateOf(text: string): string {
  const token = decodeToken(text, AT);
  return isMalformed(token) ? 'malformed' : verifySignature(token, KEYS).state;
}

/** The exit code of the command that people run, and what it says of tokens that could be read. */
async function validated(token: string): Promise<readonly [code: number, rules: readonly string[]]> {
  const jwks = join(temporaryFolder({ 'jwks.json': JSON.stringify(JWKS) }), 'jwks.json');
  const { code, stdout } = await run(['validate', '-', '--jwks', jwks, '-f', 'json'], { stdin: token });
  const { findings } = JSON.parse(stdout || '{"findings":[]}');
  return [code, findings.map(({ rule }: { rule: string }) => rule)];
}

describe('published attacks', () => {
  test.each(SIGNING_ALGORITHMS)('an honest %s token is verified', (alg) => {
    expect(stateOf(signed(alg))).toBe('verified');
  });

  test.each(SIGNING_ALGORITHMS)('an honest %s token is valid', async (alg) => {
    expect((await validated(signed(alg)))[0]).toBe(0);
  });

  test.each(ATTACKS.map(({ name, token }) => [name, token] as const))('%s', async (_, token) => {
    expect(stateOf(token)).not.toBe('verified');
    expect((await validated(token))[0]).toBeGreaterThan(0);
  });

  test.each([
    ['no signature', `${signed('ES256').split('.').slice(0, 2).join('.')}.`],
    ['no alg and no signature', `${signed('ES256', { alg: undefined }).split('.').slice(0, 2).join('.')}.`],
    [
      'alg ["none"] and no signature',
      `${signed('ES256', { alg: ['none'] })
        .split('.')
        .slice(0, 2)
        .join('.')}.`,
    ],
  ])('%s is told as not signed', async (_, token) => {
    expect((await validated(token))[1]).toContain('jose/alg-none');
  });

  test('a token that names no algorithm is told as that', () => {
    const token = decodeToken(signed('ES256', { alg: undefined }), AT);
    const { reason } = isMalformed(token) ? token : { reason: undefined, ...verifySignature(token, KEYS) };
    expect(reason).toMatch(/^it names no alg of those that are verified: RS256, /);
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
