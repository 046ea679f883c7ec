import { constants, createHash, createPrivateKey, type JsonWebKey, privateEncrypt } from 'node:crypto';

/** MGF1 (RFC 8017 appendix B.2.1): as many bytes as wanted from a seed. */
function maskFrom(seed: Buffer, length: number, hash: string): Buffer {
  const blocks: Buffer[] = [];
  for (let counter = 0; blocks.length * seed.length < length; counter += 1) {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(counter);
    blocks.push(createHash(hash).update(seed).update(bytes).digest());
  }
  return Buffer.concat(blocks).subarray(0, length);
}

/** EMSA-PSS-ENCODE (RFC 8017 section 9.1.1), with a salt as long as the hash (RFC 7518 section 3.5). */
function encoded(data: string, bits: number, hash: string): Buffer {
  const digest = createHash(hash).update(data).digest();
  const salt = createHash(hash).update('salt').update(digest).digest();
  const sealed = createHash(hash).update(Buffer.alloc(8)).update(digest).update(salt).digest();
  const block = Buffer.alloc(Math.ceil(bits / 8) - digest.length - 1);
  block[block.length - salt.length - 1] = 1;
  salt.copy(block, block.length - salt.length);
  const mask = maskFrom(sealed, block.length, hash);
  const masked = block.map((byte, at) => byte ^ (mask[at] ?? 0));
  masked[0] = (masked[0] ?? 0) & (0xff >> (8 * Math.ceil(bits / 8) - bits));
  return Buffer.concat([masked, sealed, Buffer.from([0xbc])]);
}

/**
 * Signs with RSASSA-PSS so that the same message has the same signature: OpenSSL's own takes a random salt, and a
 * sample that changes with every run can't be compared. The salt need not be secret (RFC 8017 section 9.1).
 */
export function signPss(hash: string, jwk: JsonWebKey): (data: string) => Buffer {
  const key = createPrivateKey({ key: jwk, format: 'jwk' });
  const bits = (key.asymmetricKeyDetails?.modulusLength ?? 0) - 1;
  return (data) => privateEncrypt({ key, padding: constants.RSA_NO_PADDING }, encoded(data, bits, hash));
}
