import {
  checkPrimeSync,
  createHmac,
  createPrivateKey,
  type JsonWebKey,
  type KeyObject,
  sign,
} from 'node:crypto';
import { bytesOf, CURVES, type Curve, inverse, pointOf, secretFrom, signEcdsa } from './ecdsa.ts';
import { signPss } from './pss.ts';
import type { Seeded } from './seeded.ts';

/** A key that signs samples. */
export interface SampleKey {
  readonly keyId: string;
  readonly alg: string;
  /** What a JWK set says of it. */
  readonly publicJwk: JsonWebKey & { readonly kid: string; readonly alg: string; readonly use: 'sig' };
  sign(data: string): Buffer;
}

/** The hash in the name of an algorithm (RFC 7518 section 3.1). */
const hashOf = (alg: string): string => `sha${alg.slice(2)}`;
const isRsa = (alg: string): boolean => /^[RP]S\d/.test(alg);
const EXPONENT = 65_537n;
const RSA_SIZE = 256;

/** What samples are signed with: all that is verified, the first one first where a contract allows several. */
export const SAMPLE_ALGORITHMS: readonly string[] = [
  'ES256',
  'RS256',
  'EdDSA',
  'Ed25519',
  'ES384',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES512',
  'HS256',
  'HS384',
  'HS512',
];

/** A prime of a kilobit that goes with the exponent. */
function prime(seeded: Seeded, name: string): bigint {
  const bytes = seeded.bytes(name, RSA_SIZE / 2);
  // The two top bits make a product of full length; the lowest one makes it odd.
  bytes.writeUInt8(bytes.readUInt8(0) | 0xc0, 0);
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) | 1, bytes.length - 1);
  let candidate = BigInt(`0x${bytes.toString('hex')}`);
  while ((candidate - 1n) % EXPONENT === 0n || !checkPrimeSync(candidate)) candidate += 2n;
  return candidate;
}

const text = (number: bigint, size: number): string => bytesOf(number, size).toString('base64url');

function rsaJwk(seeded: Seeded): JsonWebKey {
  const [p, q] = [prime(seeded, 'rsa p'), prime(seeded, 'rsa q')];
  const half = RSA_SIZE / 2;
  const d = inverse(EXPONENT, (p - 1n) * (q - 1n));
  return {
    kty: 'RSA',
    n: text(p * q, RSA_SIZE),
    e: text(EXPONENT, 3),
    d: text(d, RSA_SIZE),
    p: text(p, half),
    q: text(q, half),
    dp: text(d % (p - 1n), half),
    dq: text(d % (q - 1n), half),
    qi: text(inverse(q, p), half),
  };
}

function ecJwk(curve: Curve, seeded: Seeded): JsonWebKey {
  const secret = secretFrom(curve, seeded.bytes(`ec ${curve.crv}`, curve.size + 8));
  const { x, y } = pointOf(curve, secret);
  const coordinates = { x: x.toString('base64url'), y: y.toString('base64url') };
  return { kty: 'EC', crv: curve.crv, ...coordinates, d: text(secret, curve.size) };
}

/** The header of an Ed25519 key in PKCS #8 (RFC 8410 section 7): 32 bytes of seed follow. */
const ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

function privateJwk(alg: string, seeded: Seeded): JsonWebKey {
  const curve = CURVES.get(alg);
  if (curve !== undefined) return ecJwk(curve, seeded);
  if (isRsa(alg)) return rsaJwk(seeded);
  if (alg.startsWith('HS')) return { kty: 'oct', k: seeded.bytes(alg, 64).toString('base64url') };
  const der = Buffer.concat([ED25519, seeded.bytes('ed25519', 32)]);
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }).export({ format: 'jwk' });
}

function signer(alg: string, jwk: JsonWebKey): (data: string) => Buffer {
  const curve = CURVES.get(alg);
  if (curve !== undefined) {
    const secret = BigInt(`0x${Buffer.from(String(jwk.d), 'base64url').toString('hex')}`);
    return (data) => signEcdsa(curve, secret, data);
  }
  if (jwk.kty === 'oct') {
    const secret = Buffer.from(String(jwk.k), 'base64url');
    return (data) => createHmac(hashOf(alg), secret).update(data).digest();
  }
  if (alg.startsWith('PS')) return signPss(hashOf(alg), jwk);
  const key: KeyObject = createPrivateKey({ key: jwk, format: 'jwk' });
  return (data) => sign(isRsa(alg) ? hashOf(alg) : null, Buffer.from(data), key);
}

/** A key from a private JWK, for one algorithm. */
export function sampleKey(alg: string, keyId: string, jwk: JsonWebKey): SampleKey {
  // A reader checks an HMAC with the secret that made it: these samples can't be without it.
  const { kty = '', crv, x, y, n, e, k } = jwk;
  const shown = Object.entries({ kty, crv, x, y, n, e, k }).filter(([, value]) => value !== undefined);
  const publicJwk = { ...Object.fromEntries(shown), kid: keyId, alg, use: 'sig' as const };
  return { keyId, alg, publicJwk, sign: signer(alg, jwk) };
}

/** A key for an algorithm, made from a seed; each algorithm's is made once. */
export function seededKeys(seeded: Seeded, name: string): (alg: string) => SampleKey {
  const made = new Map<string, SampleKey>();
  return (alg) => {
    const known = made.get(alg);
    if (known !== undefined) return known;
    const key = sampleKey(alg, `${name}-${alg.toLowerCase()}`, privateJwk(alg, seeded));
    made.set(alg, key);
    return key;
  };
}
