import { createHash } from 'node:crypto';
import type { DecodedToken, HashCheck } from '../model/index.ts';

/** What an ID token was issued with. */
export interface IssuedWith {
  readonly accessToken?: string;
  /** The authorization code. */
  readonly code?: string;
}

/** The hash that goes with an algorithm: that of its name's digits, SHA-512 for Ed25519. */
function hashOf(alg: string): string {
  return alg === 'EdDSA' || alg === 'Ed25519' ? 'sha512' : `sha${/(?:256|384|512)$/.exec(alg)?.[0] ?? '256'}`;
}

/** The left half of a hash, in base64url (OpenID Connect Core section 3.1.3.6). */
function leftHalf(alg: string, text: string): string {
  const digest = createHash(hashOf(alg)).update(text, 'latin1').digest();
  return digest.subarray(0, digest.length / 2).toString('base64url');
}

/** An ID token with its hashes held against what it was issued with, as far as that was given. */
export function withHashes(token: DecodedToken, { accessToken, code }: IssuedWith): DecodedToken {
  const alg = String(token.header?.alg);
  const check = (claim: HashCheck['claim'], text: string | undefined): HashCheck[] => {
    const stated = token.payload?.[claim];
    if (text === undefined || (stated === undefined && token.kind !== 'id_token')) return [];
    return stated === undefined ? [{ claim }] : [{ claim, matches: stated === leftHalf(alg, text) }];
  };
  const hashes = [...check('at_hash', accessToken), ...check('c_hash', code)];
  return hashes.length === 0 ? token : { ...token, hashes };
}
