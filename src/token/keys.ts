import { createPublicKey, createSecretKey, type JsonWebKey, type KeyObject } from 'node:crypto';

/** One key that signatures are checked with. It can be handed to a worker thread. */
export interface VerificationKey {
  readonly keyId?: string;
  /** The algorithms that it may verify, and no others (RFC 8725 section 3.1). */
  readonly algorithms: ReadonlySet<string>;
  readonly key: KeyObject;
  /** Given by itself, not in a set: it is meant whatever `kid` a token names. */
  readonly isAlone: boolean;
}

export type Keys = readonly VerificationKey[];

/** Keys that can't be used, with the reason. */
export class UnusableKeys extends Error {
  override readonly name = 'UnusableKeys';
}

/** RFC 7518 section 3.3. */
const SHORTEST_RSA = 2048;

const RSA_PSS = ['PS256', 'PS384', 'PS512'];
const RSA = ['RS256', 'RS384', 'RS512', ...RSA_PSS];
const HMAC = ['HS256', 'HS384', 'HS512'];
const BY_CURVE: Readonly<Record<string, readonly string[]>> = {
  prime256v1: ['ES256'],
  secp384r1: ['ES384'],
  secp521r1: ['ES512'],
};

/** What a key can verify, by what it is: a public key never verifies an HMAC that was made with its text. */
function algorithmsOf(key: KeyObject): readonly string[] {
  if (key.type === 'secret') return HMAC;
  const { modulusLength = 0, namedCurve = '' } = key.asymmetricKeyDetails ?? {};
  switch (key.asymmetricKeyType) {
    case 'rsa':
      return modulusLength < SHORTEST_RSA ? [] : RSA;
    case 'rsa-pss':
      return modulusLength < SHORTEST_RSA ? [] : RSA_PSS;
    case 'ec':
      return Object.hasOwn(BY_CURVE, namedCurve) ? (BY_CURVE[namedCurve] ?? []) : [];
    case 'ed25519':
      return ['EdDSA', 'Ed25519'];
    default:
      return [];
  }
}

/** A JWK (RFC 7517) as far as it says what may be done with it. */
interface StatedJwk extends JsonWebKey {
  readonly kid?: unknown;
  readonly alg?: unknown;
  readonly use?: unknown;
  readonly key_ops?: unknown;
}

function mayVerify({ use, key_ops: operations }: StatedJwk): boolean {
  if (use !== undefined && use !== 'sig') return false;
  return !Array.isArray(operations) || operations.includes('verify') || operations.includes('sign');
}

/** One JWK; nothing where it is of a kind that signs no tokens (RFC 7517 section 5: such keys are passed over). */
function fromJwk(jwk: StatedJwk, isAlone: boolean): readonly VerificationKey[] {
  if (!mayVerify(jwk)) return [];
  let key: KeyObject;
  try {
    key =
      jwk.kty === 'oct'
        ? createSecretKey(Buffer.from(String(jwk.k), 'base64url'))
        : createPublicKey({ key: jwk, format: 'jwk' });
  } catch {
    return [];
  }
  const algorithms = algorithmsOf(key).filter((name) => jwk.alg === undefined || jwk.alg === name);
  if (algorithms.length === 0) return [];
  const keyId = typeof jwk.kid === 'string' ? { keyId: jwk.kid } : {};
  return [{ ...keyId, algorithms: new Set(algorithms), key, isAlone: isAlone && jwk.kid === undefined }];
}

function fromPem(text: string): Keys {
  let key: KeyObject;
  try {
    key = createPublicKey(text);
  } catch {
    throw new UnusableKeys('its PEM is not a public key or a certificate');
  }
  const algorithms = new Set(algorithmsOf(key));
  if (algorithms.size === 0) throw new UnusableKeys('its public key is of no kind that signs tokens');
  return [{ algorithms, key, isAlone: true }];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads a JWK set (RFC 7517), one JWK, or a public key or certificate in PEM. Of private keys, only the public
 * half is kept.
 *
 * @throws {UnusableKeys} when the text is none of them, or holds no key that signs tokens
 * @example readKeys('{"keys":[{"kty":"EC","crv":"P-256",…}]}')
 */
export function readKeys(text: string): Keys {
  if (text.includes('-----BEGIN ')) return fromPem(text);
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    throw new UnusableKeys('it is neither a JWK set (JSON) nor a public key (PEM)');
  }
  if (!isObject(document) || !('kty' in document || Array.isArray(document.keys))) {
    throw new UnusableKeys('it is JSON, but not a JWK set: expected {"keys": […]} (RFC 7517 section 5)');
  }
  const isAlone = 'kty' in document;
  const jwks: readonly unknown[] = isAlone ? [document] : (document.keys as readonly unknown[]);
  const keys = jwks.filter(isObject).flatMap((jwk) => fromJwk(jwk as StatedJwk, isAlone));
  if (keys.length === 0) throw new UnusableKeys('none of its keys is of a kind that signs tokens');
  return keys;
}

/** Words that somebody may have used as an HMAC secret, one per line. */
export function readSecrets(text: string): Keys {
  const words = text.split(/\r?\n/).filter((word) => word !== '');
  return words.map((word) => ({
    algorithms: new Set(HMAC),
    key: createSecretKey(Buffer.from(word)),
    isAlone: true,
  }));
}
