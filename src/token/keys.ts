import {
  createPublicKey,
  createSecretKey,
  type JsonWebKey,
  type KeyObject,
  X509Certificate,
} from 'node:crypto';

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
const BY_CURVE: ReadonlyMap<string, string> = new Map([
  ['prime256v1', 'ES256'],
  ['secp384r1', 'ES384'],
  ['secp521r1', 'ES512'],
]);

/** What a key can verify, or why it can't verify any token. */
type Ability = readonly string[] | { readonly reason: string };

/** A public key never verifies an HMAC that was made with its text: what a key may do follows from what it is. */
function abilityOf(key: KeyObject): Ability {
  if (key.type === 'secret') return HMAC;
  const { asymmetricKeyType: type = '', asymmetricKeyDetails: details = {} } = key;
  const { modulusLength = 0, namedCurve = '' } = details;
  const curve = BY_CURVE.get(namedCurve);
  if (type === 'ed25519') return ['EdDSA', 'Ed25519'];
  if (type === 'ec') return curve === undefined ? { reason: `the curve ${namedCurve} has none` } : [curve];
  if (type !== 'rsa' && type !== 'rsa-pss') return { reason: `keys of the kind ${type} have none` };
  if (modulusLength < SHORTEST_RSA)
    return { reason: `it has ${modulusLength} bits, ${SHORTEST_RSA} are needed (RFC 7518 section 3.3)` };
  return type === 'rsa' ? RSA : RSA_PSS;
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
  if (operations === undefined) return true;
  return Array.isArray(operations) && (operations.includes('verify') || operations.includes('sign'));
}

/** A key, or why there is none. */
type Read = VerificationKey | { readonly reason: string };

const isKey = (read: Read): read is VerificationKey => 'key' in read;

/** The secret of an HMAC (RFC 7518 section 6.4.1). Without one, anybody's signature would fit. */
function secretOf({ k }: StatedJwk): KeyObject {
  if (typeof k !== 'string' || !/^[A-Za-z0-9_-]{2,}$/.test(k))
    throw new UnusableKeys('it has no secret ("k" in base64url, RFC 7518 section 6.4.1)');
  return createSecretKey(Buffer.from(k, 'base64url'));
}

function fromJwk(jwk: StatedJwk, isAlone: boolean): Read {
  if (!mayVerify(jwk)) return { reason: 'it is for another use' };
  let key: KeyObject;
  try {
    key = jwk.kty === 'oct' ? secretOf(jwk) : createPublicKey({ key: jwk, format: 'jwk' });
  } catch (error) {
    return { reason: error instanceof UnusableKeys ? error.message : 'its members are no key' };
  }
  const ability = abilityOf(key);
  if ('reason' in ability) return ability;
  const algorithms = ability.filter((name) => jwk.alg === undefined || jwk.alg === name);
  if (algorithms.length === 0) return { reason: 'its alg is not one of its kind' };
  const keyId = typeof jwk.kid === 'string' ? { keyId: jwk.kid } : {};
  return { ...keyId, algorithms: new Set(algorithms), key, isAlone: isAlone && jwk.kid === undefined };
}

/** A certificate that vouches for another one of the same file is no key of the issuer. */
function withoutAuthorities(blocks: readonly string[]): readonly string[] {
  const certificates = new Map(
    blocks
      .filter((block) => block.includes('CERTIFICATE'))
      .map((block) => [block, new X509Certificate(block)]),
  );
  const all = [...certificates.values()];
  return blocks.filter((block) => {
    const one = certificates.get(block);
    return one === undefined || !all.some((other) => other !== one && other.checkIssued(one));
  });
}

/** Every key of a PEM: public, private, or in a certificate. */
function fromPem(text: string): readonly Read[] {
  const blocks = [...new Set(text.match(/-----BEGIN ([A-Z0-9 ]+)-----[^-]+-----END \1-----/g) ?? [])];
  try {
    return withoutAuthorities(blocks.filter((block) => !block.includes('EC PARAMETERS'))).map(
      (block): Read => {
        const key = createPublicKey(block);
        const ability = abilityOf(key);
        return 'reason' in ability ? ability : { algorithms: new Set(ability), key, isAlone: true };
      },
    );
  } catch {
    throw new UnusableKeys('its PEM is not a public key or a certificate');
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function fromJson(text: string): readonly Read[] {
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
  return jwks.filter(isObject).map((jwk) => fromJwk(jwk as StatedJwk, isAlone));
}

/**
 * Reads a JWK set (RFC 7517), one JWK, or public keys and certificates in PEM. Of private keys, only the public
 * half is kept; keys that sign no tokens are passed over (RFC 7517 section 5).
 *
 * @throws {UnusableKeys} when the text is none of them, or holds no key that signs tokens
 * @example readKeys('{"keys":[{"kty":"EC","crv":"P-256",…}]}')
 */
export function readKeys(text: string): Keys {
  const read = text.includes('-----BEGIN ') ? fromPem(text) : fromJson(text);
  if (read.length === 0) throw new UnusableKeys('it holds no key');
  const keys = read.filter(isKey);
  if (keys.length > 0) return keys;
  const reasons = [...new Set(read.flatMap((one) => (isKey(one) ? [] : [one.reason])))];
  throw new UnusableKeys(`none of its keys has an algorithm that signs tokens: ${reasons.join('; ')}`);
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
