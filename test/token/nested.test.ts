import { randomBytes } from 'node:crypto';
import { CompactEncrypt } from 'jose';
import { describe, expect, test } from 'vitest';
import { runRules, tokenJudge } from '../../src/check/index.ts';
import { rules } from '../../src/generated/rules.ts';
import { DEFAULT_CONFIG, type DecodedToken } from '../../src/model/index.ts';
import { Auditor } from '../../src/token/audit/index.ts';
import {
  decodeToken,
  isMalformed,
  type Keys,
  openToken,
  recogniseToken,
  verifySignature,
} from '../../src/token/index.ts';
import { KEYS, signed } from './attacks.ts';
import { AT, NOW } from './shop.ts';

const CLAIMS = { sub: 'u1', iss: 'https://id.example', aud: 'https://api.example', client_id: 'web' };
const INNER = signed('ES256', { typ: 'at+jwt' }, JSON.stringify({ ...CLAIMS, exp: NOW / 1000 + 60 }));
const CLAIMS_TEXT = JSON.stringify(CLAIMS);
const CTY = { cty: 'JWT' };
const NESTED = signed('RS256', CTY, INNER);
const SECRET = randomBytes(32);
const JWK = { kty: 'oct', k: SECRET.toString('base64url') };

const encrypted = (text: string): Promise<string> =>
  new CompactEncrypt(Buffer.from(text))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', ...CTY })
    .encrypt(SECRET);

const withoutSignature = (text: string): string => text.slice(0, text.lastIndexOf('.') + 1);
const spoilt = (text: string): string => `${withoutSignature(text)}${'A'.repeat(86)}`;
const unsigned = (text: string): string => withoutSignature(signed('ES256', { ...CTY, alg: 'none' }, text));

async function read(text: string, keys?: Keys): Promise<DecodedToken> {
  const parsed = decodeToken(text, AT);
  const opened = isMalformed(parsed) ? parsed : await openToken(parsed, { jwks: [JWK] });
  if (isMalformed(opened)) throw new Error(opened.reason);
  return recogniseToken({ ...opened, signature: verifySignature(opened, keys) }, NOW, 60);
}

async function rulesBrokenBy(text: string, keys?: Keys): Promise<readonly string[]> {
  const tokens = [await read(text, keys)];
  return runRules({ tokens }, DEFAULT_CONFIG, rules, { now: NOW }).map(({ rule }) => rule);
}

describe('a signed token in a signed one', async () => {
  const sealed = await encrypted(CLAIMS_TEXT);

  test('is read through, as its readers do', async () => {
    expect(await read(NESTED, KEYS)).toMatchObject({
      form: 'jws',
      kind: 'access_token',
      size: NESTED.length,
      header: { alg: 'ES256' },
      envelopes: [{ alg: 'RS256', cty: 'JWT' }],
      payload: CLAIMS,
      signature: { state: 'verified', algorithm: 'ES256' },
    });
    expect(await rulesBrokenBy(NESTED, KEYS)).toEqual([]);
  });

  test.each([
    ['the inner signature', signed('RS256', CTY, spoilt(INNER)), 'the signature does not match its content'],
    [
      'the outer signature',
      spoilt(NESTED),
      'the token around it is refused: the signature does not match its content',
    ],
    [
      'the outer one of an encrypted token',
      spoilt(signed('RS256', CTY, sealed)),
      'the token around it is refused: the signature does not match its content',
    ],
  ])('is refused for %s', async (_, text, reason) => {
    expect((await read(text, KEYS)).signature).toEqual({ state: 'invalid', reason });
  });

  test.each([
    ['the inner one', signed('RS256', CTY, unsigned(CLAIMS_TEXT))],
    ['the outer one', unsigned(INNER)],
    ['the outer one, cut off', withoutSignature(NESTED)],
    ['the one around an encrypted token', unsigned(sealed)],
    ['the one around an encrypted token, cut off', withoutSignature(signed('RS256', CTY, sealed))],
  ])('is unsigned where %s is', async (_, text) => {
    expect(await rulesBrokenBy(text, KEYS)).toContain('jose/alg-none');
    expect(await rulesBrokenBy(text)).toContain('jose/alg-none');
  });

  test('is told where nobody announces it', async () => {
    expect(await rulesBrokenBy(signed('RS256', {}, INNER), KEYS)).toEqual(['jose/nested-without-cty']);
  });

  test('brings no keys of its own, neither inside nor outside', async () => {
    const text = signed('RS256', { ...CTY, jku: 'https://id.example/keys' }, INNER);
    expect(await rulesBrokenBy(text, KEYS)).toEqual(['jose/embedded-key']);
  });

  test('may hold what is encrypted, which is signed with it', async () => {
    const text = signed('RS256', CTY, await encrypted(JSON.stringify({ ...CLAIMS, exp: NOW / 1000 + 60 })));
    expect(await read(text, KEYS)).toMatchObject({ payload: CLAIMS, signature: { algorithm: 'RS256' } });
    expect(await rulesBrokenBy(text, KEYS)).toEqual([]);
    expect(await rulesBrokenBy(await encrypted(text), KEYS)).toEqual([]);
  });

  test('that holds no token is told as what it is', () => {
    const token = decodeToken(signed('RS256', CTY, 'eyJhbGciOiJub25lIn0.e30'), AT);
    expect(token).toMatchObject({
      reason: expect.stringContaining('what it signs is no token: it has 2 parts'),
    });
  });

  test('may be as deep as it is long', async () => {
    const deep = Array.from({ length: 8 }).reduce<string>((text) => signed('ES256', CTY, text), INNER);
    expect((await read(deep, KEYS)).signature.state).toBe('verified');
  });

  test('is remembered whole by an audit: what was verified inside vouches for nothing around it', () => {
    const settings = {
      definitions: [],
      given: {},
      keys: KEYS,
      words: [],
      fields: {},
      now: NOW,
      tolerance: 60,
    };
    const auditor = new Auditor({ ...settings, cache: 10 }, tokenJudge(rules, DEFAULT_CONFIG, NOW));
    for (const line of [INNER, spoilt(NESTED), NESTED]) auditor.take(line, 'log', 1);
    const { dimensions } = auditor.finish().toJson();
    expect(dimensions.signatures.kept).toEqual([
      [expect.stringContaining('invalid: the token around it is refused'), { count: 1 }],
      ['verified', { count: 2 }],
    ]);
  });
});
