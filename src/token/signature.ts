import { compactVerify, createLocalJWKSet, errors, importSPKI, type JSONWebKeySet } from 'jose';
import type { SignatureState } from '../model/index.ts';
import type { ParsedToken } from './decode.ts';

/** Keys that signatures are checked with. */
export type Keys = Parameters<typeof compactVerify>[1] & object;

/** Keys that can't be used, with the reason. */
export class UnusableKeys extends Error {
  override readonly name = 'UnusableKeys';
}

/** Asymmetric ones only: a public key set must never verify a token that was signed with it as a secret. */
const ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];

/**
 * Reads a JWK set (RFC 7517), one JWK, or a public key in PEM.
 *
 * @throws {UnusableKeys} when the text is none of them
 */
export async function readKeys(text: string): Promise<Keys> {
  if (text.includes('-----BEGIN PUBLIC KEY-----')) {
    return importPem(text);
  }
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    throw new UnusableKeys('it is neither a JWK set (JSON) nor a public key (PEM)');
  }
  const set =
    typeof document === 'object' && document !== null && 'kty' in document ? { keys: [document] } : document;
  try {
    return createLocalJWKSet(set as JSONWebKeySet);
  } catch {
    throw new UnusableKeys('it is JSON, but not a JWK set: expected {"keys": […]} (RFC 7517 section 5)');
  }
}

async function importPem(text: string): Promise<Keys> {
  for (const algorithm of ALGORITHMS) {
    try {
      return await importSPKI(text, algorithm);
    } catch {
      // a key fits one family of algorithms only: the next one may be it
    }
  }
  throw new UnusableKeys('its public key is of no kind that signs tokens');
}

function reasonOf(error: unknown): string {
  if (error instanceof errors.JWKSNoMatchingKey) return 'no key of the set matches its kid and alg';
  if (error instanceof errors.JWSSignatureVerificationFailed)
    return 'the signature does not match its content';
  if (error instanceof errors.JOSEAlgNotAllowed) return 'its alg is not one that public keys verify';
  if (error instanceof errors.JOSEError) return error.message;
  return 'its key and its alg do not fit together';
}

/**
 * Checks a signature (RFC 7515 section 5.2). What can't be checked says so; nothing is ever fetched.
 */
export async function verifySignature(token: ParsedToken, keys: Keys | undefined): Promise<SignatureState> {
  if (keys === undefined || token.form !== 'jws' || token.signature.state === 'unsigned')
    return token.signature;
  try {
    const { protectedHeader } = await verifyWithAny(token.raw, keys);
    const keyId = protectedHeader.kid;
    return { state: 'verified', algorithm: protectedHeader.alg, ...(keyId === undefined ? {} : { keyId }) };
  } catch (error) {
    return { state: 'invalid', reason: reasonOf(error) };
  }
}

async function verifyWithAny(raw: string, keys: Keys): ReturnType<typeof compactVerify> {
  const options = { algorithms: ALGORITHMS };
  try {
    return await (typeof keys === 'function'
      ? compactVerify(raw, keys, options)
      : compactVerify(raw, keys, options));
  } catch (error) {
    // A token without kid may have been signed by any of several keys: try each (RFC 7515 appendix D).
    if (!(error instanceof errors.JWKSMultipleMatchingKeys)) throw error;
    for await (const key of error) {
      try {
        return await compactVerify(raw, key, options);
      } catch (inner) {
        if (!(inner instanceof errors.JWSSignatureVerificationFailed)) throw inner;
      }
    }
    throw new errors.JWSSignatureVerificationFailed();
  }
}
