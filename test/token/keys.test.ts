import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readKeys } from '../../src/token/index.ts';

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-521' });
const algorithms = (text: string): string[][] => readKeys(text).map((key) => [...key.algorithms]);
const jwk = (key: typeof rsa.publicKey, more = {}): object => ({ ...key.export({ format: 'jwk' }), ...more });
const set = (...keys: object[]): string => JSON.stringify({ keys });

describe('keys verify what their kind allows, and no more', () => {
  test('PEM, also of a private key: its public half', () => {
    const all = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'];
    expect(algorithms(String(rsa.publicKey.export({ format: 'pem', type: 'spki' })))).toEqual([all]);
    const [key] = readKeys(String(rsa.privateKey.export({ format: 'pem', type: 'pkcs8' })));
    expect(key?.key.type).toBe('public');
  });

  test('all keys of a PEM, in all its forms', () => {
    const forms = [
      ec.publicKey.export({ format: 'pem', type: 'spki' }),
      ec.privateKey.export({ format: 'pem', type: 'sec1' }),
      rsa.privateKey.export({ format: 'pem', type: 'pkcs1' }),
      rsa.publicKey.export({ format: 'pem', type: 'pkcs1' }),
    ];
    expect(algorithms(forms.join('a comment\n')).map(([first]) => first)).toEqual([
      'ES512',
      'ES512',
      'RS256',
      'RS256',
    ]);
  });

  test('a JWK by itself and in a set, with the alg that it states', () => {
    expect(algorithms(JSON.stringify(jwk(ec.publicKey)))).toEqual([['ES512']]);
    expect(
      algorithms(set(jwk(rsa.publicKey, { alg: 'PS256' }), { kty: 'oct', k: 'c2VjcmV0', alg: 'HS256' })),
    ).toEqual([['PS256'], ['HS256']]);
  });

  test('keys for encryption, of another use, of unknown kinds and those that are spoilt are passed over', () => {
    const good = jwk(ec.publicKey);
    const others = [
      jwk(rsa.publicKey, { use: 'enc' }),
      jwk(rsa.publicKey, { key_ops: ['encrypt'] }),
      jwk(rsa.publicKey, { alg: 'ES256' }),
      { kty: 'unknown' },
      { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' },
    ];
    expect(algorithms(set(good, ...others))).toEqual([['ES512']]);
  });

  test.each([
    ['nothing', '', 'neither a JWK set (JSON) nor a public key (PEM)'],
    [
      'spoilt PEM',
      '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----',
      'not a public key or a certificate',
    ],
    [
      'a curve that signs no tokens',
      String(generateKeyPairSync('x25519').publicKey.export({ format: 'pem', type: 'spki' })),
      'keys of the kind x25519 have none',
    ],
    [
      'a small RSA key',
      String(
        generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ format: 'pem', type: 'spki' }),
      ),
      'it has 1024 bits, 2048 are needed (RFC 7518 section 3.3)',
    ],
    ...[undefined, null, 5, ''].map((k) => [
      `an HMAC key with the secret ${JSON.stringify(k)}`,
      set({ kty: 'oct', k, alg: 'HS256' }),
      'it has no secret ("k" in base64url',
    ]),
    ['an empty set', '{"keys":[]}', 'it holds no key'],
    ['other JSON', '[1]', 'not a JWK set'],
  ])('%s is refused', (_, text, reason) => {
    expect(() => readKeys(text)).toThrow(reason);
  });
});
