import { constants, createHmac, timingSafeEqual, verify } from 'node:crypto';
import type { JsonObject, JsonValue, SignatureState } from '../model/index.ts';
import { around, type ParsedToken } from './decode.ts';
import { LONGEST_TOKEN } from './jose-part.ts';
import { type Keys, readKeys, UnusableKeys, type VerificationKey } from './keys.ts';

/** How one algorithm of RFC 7518 section 3.1 or RFC 8037 is verified. */
interface Algorithm {
  readonly digest?: string;
  readonly kind: 'rsa' | 'pss' | 'ecdsa' | 'eddsa' | 'hmac';
  /** Bytes that a signature has, where the algorithm says. */
  readonly length?: number;
}

const ALGORITHMS: ReadonlyMap<string, Algorithm> = new Map<string, Algorithm>([
  ['RS256', { kind: 'rsa', digest: 'sha256' }],
  ['RS384', { kind: 'rsa', digest: 'sha384' }],
  ['RS512', { kind: 'rsa', digest: 'sha512' }],
  ['PS256', { kind: 'pss', digest: 'sha256' }],
  ['PS384', { kind: 'pss', digest: 'sha384' }],
  ['PS512', { kind: 'pss', digest: 'sha512' }],
  ['ES256', { kind: 'ecdsa', digest: 'sha256', length: 64 }],
  ['ES384', { kind: 'ecdsa', digest: 'sha384', length: 96 }],
  ['ES512', { kind: 'ecdsa', digest: 'sha512', length: 132 }],
  ['EdDSA', { kind: 'eddsa', length: 64 }],
  ['Ed25519', { kind: 'eddsa', length: 64 }],
  ['HS256', { kind: 'hmac', digest: 'sha256', length: 32 }],
  ['HS384', { kind: 'hmac', digest: 'sha384', length: 48 }],
  ['HS512', { kind: 'hmac', digest: 'sha512', length: 64 }],
]);

/** Names of the algorithms whose signatures are verified. */
export const VERIFIED_ALGORITHMS: readonly string[] = [...ALGORITHMS.keys()];

/** The `alg` of a header; `["ES256"]` is not `ES256`, though it turns into that text. */
const algOf = (header: JsonObject | undefined): string => (typeof header?.alg === 'string' ? header.alg : '');

const invalid = (reason: string): SignatureState => ({ state: 'invalid', reason });

/** Whether a signature is that of a key over the data; what OpenSSL refuses to look at is not. */
function fits(algorithm: Algorithm, { key }: VerificationKey, data: Buffer, signature: Buffer): boolean {
  const { kind, digest, length } = algorithm;
  if (length !== undefined && signature.length !== length) return false;
  try {
    switch (kind) {
      case 'rsa':
        return verify(digest, data, key, signature);
      case 'pss': {
        const { RSA_PKCS1_PSS_PADDING: padding, RSA_PSS_SALTLEN_DIGEST: saltLength } = constants;
        return verify(digest, data, { key, padding, saltLength }, signature);
      }
      case 'ecdsa':
        return verify(digest, data, { key, dsaEncoding: 'ieee-p1363' }, signature);
      case 'eddsa':
        return verify(null, data, key, signature);
      case 'hmac':
        return timingSafeEqual(
          createHmac(digest ?? '', key)
            .update(data)
            .digest(),
          signature,
        );
    }
  } catch {
    return false;
  }
}

/** Keys that a header allows: by `alg` and, where it names one, by `kid` (RFC 7515 section 4.1.4). */
function candidates(header: JsonObject, keys: Keys): Keys {
  const alg = algOf(header);
  const { kid } = header;
  return keys.filter(
    ({ algorithms, keyId, isAlone }) =>
      algorithms.has(alg) && (typeof kid !== 'string' || isAlone || keyId === kid),
  );
}

function refusal(header: JsonObject): string | undefined {
  if (Object.hasOwn(header, 'crit'))
    return 'its header demands an extension (crit) that tokens do not have (RFC 7515 section 4.1.11)';
  if (Object.hasOwn(header, 'b64') && header.b64 !== true)
    return 'its payload is not base64url-encoded (b64), which tokens must be (RFC 7797 section 7)';
  if (ALGORITHMS.has(algOf(header))) return undefined;
  const how = typeof header.alg === 'string' ? 'its alg is not one of those' : 'it names no alg of those';
  return `${how} that are verified: ${VERIFIED_ALGORITHMS.join(', ')}`;
}

interface Signed {
  readonly data: Buffer;
  readonly signature: Buffer;
}

/** The bytes of one token after the other: they are looked at once. */
const bytes = Buffer.allocUnsafe(2 * LONGEST_TOKEN);

function signedPart(raw: string): Signed {
  const end = raw.lastIndexOf('.');
  bytes.write(raw, 0, end, 'latin1');
  const length = bytes.write(raw.slice(end + 1), end, 'base64url');
  return { data: bytes.subarray(0, end), signature: bytes.subarray(end, end + length) };
}

/** Whether one of these words is an HMAC secret of a token: whoever guesses it can write tokens. */
export function isGuessable(token: ParsedToken, words: Keys): boolean {
  return [...around(token), token].some((layer) => hasSecret(layer, words));
}

function hasSecret({ form, header, raw }: ParsedToken, words: Keys): boolean {
  const algorithm = ALGORITHMS.get(algOf(header));
  if (form !== 'jws' || algorithm?.kind !== 'hmac') return false;
  const { data, signature } = signedPart(raw);
  return words.some((word) => fits(algorithm, word, data, signature));
}

/** Claims of a key binding and their types (RFC 9901 section 4.3). */
const OF_BINDING = [
  ['iat', 'number'],
  ['aud', 'string'],
  ['nonce', 'string'],
  ['sd_hash', 'string'],
] as const;

/**
 * Why a key binding does not show that its holder presents an SD-JWT (RFC 9901 section 7.3, as far as it can be told
 * without knowing who asked for the presentation, and with which nonce).
 */
function bindingProblem({ payload, keyBinding }: ParsedToken): string | undefined {
  if (keyBinding === undefined) return undefined;
  const { token: binding, digest } = keyBinding;
  if (binding.header?.typ !== 'kb+jwt') return 'the typ of its key binding is not "kb+jwt"';
  const missing = OF_BINDING.filter(([name, type]) => typeof binding.payload?.[name] !== type);
  if (missing.length > 0) return `its key binding lacks ${missing.map(([name]) => name).join(', ')}`;
  if (binding.payload?.sd_hash !== digest) return 'its key binding is for another presentation';
  const { jwk } = (payload?.cnf ?? {}) as JsonObject;
  const keys = keysOfHolder(jwk);
  if (keys === undefined) return 'it has a key binding, and no key of its holder (cnf) that signs';
  const { state } = verifySignature(binding, keys);
  return state === 'verified' ? undefined : 'its key binding is not signed by its holder (cnf)';
}

/** A key in a token is one that its issuer vouches for; the signature of the issuer is checked before. */
function keysOfHolder(jwk: JsonValue | undefined): Keys | undefined {
  if (typeof jwk !== 'object' || jwk === null) return undefined;
  try {
    const keys = readKeys(JSON.stringify(jwk)).filter(({ key }) => key.type === 'public');
    return keys.map((key) => ({ ...key, isAlone: true }));
  } catch (error) {
    if (error instanceof UnusableKeys) return undefined;
    throw error;
  }
}

/**
 * Checks a signature (RFC 7515 section 5.2) against the given keys, and those of the tokens around it (RFC 7519 section
 * 7.2). Keys in the header are never used, and nothing is ever fetched.
 *
 * @param keys undefined: nobody looks
 */
export function verifySignature(token: ParsedToken, keys: Keys | undefined): SignatureState {
  const outer = around(token).map((layer) => verifyOne(layer, keys));
  const refused = outer.find(({ state }) => state === 'invalid' || state === 'unsigned');
  if (refused?.state === 'invalid') return invalid(`the token around it is refused: ${refused.reason}`);
  // What a signed token holds encrypted is signed with it.
  const signer = token.form === 'jwe' ? outer.find(({ state }) => state === 'verified') : undefined;
  return refused ?? signer ?? verifyOne(token, keys);
}

function verifyOne(token: ParsedToken, keys: Keys | undefined): SignatureState {
  const { form, header, payload, signature: state, raw } = token;
  // RFC 7516 section 1: encryption says nothing of who encrypted, and a public key is anybody's.
  if (keys !== undefined && form === 'jwe' && payload !== undefined)
    return invalid('nobody signed what it encrypts');
  if (keys === undefined || form !== 'jws' || header === undefined || state.state === 'unsigned')
    return state;
  const refused = refusal(header);
  if (refused !== undefined) return invalid(refused);
  const name = algOf(header);
  const algorithm = ALGORITHMS.get(name);
  const usable = candidates(header, keys);
  if (algorithm === undefined || usable.length === 0)
    return invalid('no key of the set matches its kid and alg');
  const { data, signature } = signedPart(raw);
  // Without a kid it may be any of them (RFC 7515 appendix D).
  const signer = usable.find((key) => fits(algorithm, key, data, signature));
  if (signer === undefined) return invalid('the signature does not match its content');
  const unbound = bindingProblem(token);
  if (unbound !== undefined) return invalid(unbound);
  const { keyId = typeof header.kid === 'string' ? header.kid : undefined } = signer;
  return { state: 'verified', algorithm: name, ...(keyId === undefined ? {} : { keyId }) };
}
