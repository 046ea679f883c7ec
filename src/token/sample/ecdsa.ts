import { createECDH, createHash, createHmac } from 'node:crypto';

/** A curve with the hash that JOSE uses on it (RFC 7518 section 3.4). */
export interface Curve {
  readonly crv: string;
  /** As OpenSSL names it. */
  readonly name: string;
  readonly hash: string;
  /** Bytes of a coordinate. */
  readonly size: number;
  readonly order: bigint;
}

export const CURVES: ReadonlyMap<string, Curve> = new Map(
  Object.entries({
    ES256: {
      crv: 'P-256',
      name: 'prime256v1',
      hash: 'sha256',
      size: 32,
      order: 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
    },
    ES384: {
      crv: 'P-384',
      name: 'secp384r1',
      hash: 'sha384',
      size: 48,
      order:
        0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
    },
    ES512: {
      crv: 'P-521',
      name: 'secp521r1',
      hash: 'sha512',
      size: 66,
      order:
        0x01fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409n,
    },
  }),
);

const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex') || '0'}`);

export const bytesOf = (number: bigint, size: number): Buffer =>
  Buffer.from(number.toString(16).padStart(size * 2, '0'), 'hex');

const modulo = (number: bigint, by: bigint): bigint => ((number % by) + by) % by;

/** The number that gives 1 when it is multiplied (extended Euclid). */
export function inverse(number: bigint, by: bigint): bigint {
  let [before, now] = [by, modulo(number, by)];
  let [first, second] = [0n, 1n];
  while (now !== 0n) {
    const times = before / now;
    [before, now] = [now, before - times * now];
    [first, second] = [second, first - times * second];
  }
  return modulo(first, by);
}

/** The public point of a private number, as two coordinates. */
export function pointOf({ name, size }: Curve, secret: bigint): { readonly x: Buffer; readonly y: Buffer } {
  const ecdh = createECDH(name);
  ecdh.setPrivateKey(bytesOf(secret, size));
  const point = ecdh.getPublicKey();
  return { x: point.subarray(1, 1 + size), y: point.subarray(1 + size) };
}

/** A private number from random bytes: neither zero nor the order. */
export const secretFrom = ({ order }: Curve, bytes: Uint8Array): bigint =>
  (numberOf(bytes) % (order - 1n)) + 1n;

/** The nonces of RFC 6979 section 3.2: as good as random, and the same for the same message. */
function* nonces({ hash, size, order }: Curve, secret: bigint, digest: Buffer): Generator<bigint> {
  const mac = (key: Buffer, ...parts: Uint8Array[]): Buffer =>
    createHmac(hash, key).update(Buffer.concat(parts)).digest();
  const message = Buffer.concat([bytesOf(secret, size), bytesOf(modulo(numberOf(digest), order), size)]);
  let value: Buffer = Buffer.alloc(digest.length, 1);
  let key: Buffer = Buffer.alloc(digest.length, 0);
  for (const step of [0, 1]) {
    key = mac(key, value, Buffer.from([step]), message);
    value = mac(key, value);
  }
  for (;;) {
    const blocks: Buffer[] = [];
    for (let length = 0; length < size; length += value.length) {
      value = mac(key, value);
      blocks.push(value);
    }
    const text = Buffer.concat(blocks);
    const nonce = numberOf(text) >> BigInt(text.length * 8 - order.toString(2).length);
    if (nonce > 0n && nonce < order) yield nonce;
    key = mac(key, value, Buffer.from([0]));
    value = mac(key, value);
  }
}

/**
 * Signs with ECDSA so that the same message has the same signature (RFC 6979). OpenSSL's own takes random
 * nonces, and a sample that changes with every run can't be compared. The hashes here are no longer than the orders of
 * their curves, so that none is cut.
 */
export function signEcdsa(curve: Curve, secret: bigint, data: string): Buffer {
  const { hash, size, order } = curve;
  const digest = createHash(hash).update(data).digest();
  for (const nonce of nonces(curve, secret, digest)) {
    const r = modulo(numberOf(pointOf(curve, nonce).x), order);
    const s = modulo(inverse(nonce, order) * (numberOf(digest) + r * secret), order);
    if (r !== 0n && s !== 0n) return Buffer.concat([bytesOf(r, size), bytesOf(s, size)]);
  }
  throw new RangeError('there is always a nonce');
}
