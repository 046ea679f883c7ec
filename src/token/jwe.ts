import { createPrivateKey } from 'node:crypto';
import { type CryptoKey, compactDecrypt, errors, importJWK, importPKCS8, type JWK } from 'jose';
import type { JsonObject, MalformedToken } from '../model/index.ts';
import { around, decodeStripped, isMalformed, type ParsedToken } from './decode.ts';
import { parseObject } from './json-text.ts';
import { UnusableKeys } from './keys.ts';

/** Private keys that encrypted tokens are opened with, before it is known which algorithm asks for them. */
export interface DecryptionKeys {
  readonly jwks: readonly JWK[];
  /** PKCS #8. */
  readonly pem?: string;
}

/** A signed token in an encrypted one is usual (RFC 7519 section 5.2); more layers are not. */
const MOST_LAYERS = 4;

/** Also in the older forms of one kind of key only (PKCS #1, SEC 1). */
function pkcs8(pem: string): string {
  try {
    return String(createPrivateKey(pem).export({ format: 'pem', type: 'pkcs8' }));
  } catch {
    throw new UnusableKeys('its PEM is not a private key, or one with a password');
  }
}

/**
 * Reads a private key in PEM, a JWK, or a JWK set.
 *
 * @throws {UnusableKeys} when the text is none of them
 */
export function readDecryptionKeys(text: string): DecryptionKeys {
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)) return { jwks: [], pem: pkcs8(text) };
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    throw new UnusableKeys('it is neither a JWK set (JSON) nor a private key (PEM)');
  }
  if (typeof document !== 'object' || document === null) throw new UnusableKeys('it is not a JWK set');
  if ('kty' in document) return { jwks: [document as JWK] };
  if ('keys' in document && Array.isArray(document.keys)) return { jwks: document.keys as readonly JWK[] };
  throw new UnusableKeys('it is JSON, but not a JWK set: expected {"keys": […]} (RFC 7517 section 5)');
}

/** `dir` uses a key for the content's own algorithm (RFC 7518 section 4.5). */
const algorithmOf = ({ alg, enc }: JsonObject): string => String(alg === 'dir' ? enc : alg);

async function keysFor(
  header: JsonObject,
  keys: DecryptionKeys,
): Promise<readonly (CryptoKey | Uint8Array)[]> {
  const algorithm = algorithmOf(header);
  const fitting = keys.jwks.filter(
    ({ kid }) => header.kid === undefined || kid === undefined || kid === header.kid,
  );
  const attempts = [
    ...fitting.map((jwk) => importJWK(jwk, algorithm)),
    ...(keys.pem === undefined ? [] : [importPKCS8(keys.pem, algorithm)]),
  ];
  const settled = await Promise.allSettled(attempts);
  return settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
}

async function decrypt(raw: string, header: JsonObject, keys: DecryptionKeys): Promise<string | undefined> {
  for (const key of await keysFor(header, keys)) {
    try {
      const { plaintext } = await compactDecrypt(raw, key);
      return new TextDecoder().decode(plaintext);
    } catch (error) {
      // Another key may be the one; which step failed is nobody's business (RFC 7516 section 11.5).
      if (!(error instanceof errors.JOSEError || error instanceof TypeError)) throw error;
    }
  }
  return undefined;
}

/** What was inside: a token again, or claims as JSON. */
function contentOf(text: string, token: ParsedToken): ParsedToken | MalformedToken {
  if (!text.trimStart().startsWith('{')) {
    const inner = decodeStripped(text.trim(), token.at, token);
    return isMalformed(inner) ? { ...inner, reason: `what it encrypts is no token: ${inner.reason}` } : inner;
  }
  const parsed = parseObject(text);
  if (!parsed.ok) return { at: token.at, reason: `what it encrypts ${parsed.reason}` };
  const duplicates = parsed.duplicates.map((member) => `payload.${member}`);
  const state = around(token).some(({ form }) => form === 'jws') ? 'unchecked' : 'unsigned';
  return { ...token, within: token, payload: parsed.value, duplicates, signature: { state } };
}

/**
 * Takes the encryption off a token (RFC 7516 section 5.2), layer by layer; other tokens stay as they are.
 *
 * @returns the innermost token, with the headers of what was around it; or the token as it was, with the
 * reason why it stays closed
 */
export async function openToken(
  token: ParsedToken,
  keys: DecryptionKeys | undefined,
  layers = 1,
): Promise<ParsedToken | MalformedToken> {
  const { header } = token;
  if (token.form !== 'jwe' || token.payload !== undefined || header === undefined) return token;
  if (keys === undefined) return { ...token, sealed: 'no key was given that opens it' };
  if (layers > MOST_LAYERS) return { ...token, sealed: `it is encrypted more than ${MOST_LAYERS} times` };
  const text = await decrypt(token.raw, header, keys);
  if (text === undefined) return { ...token, sealed: 'none of the given keys opens it' };
  const content = contentOf(text, token);
  return isMalformed(content) ? content : openToken(content, keys, layers + 1);
}
