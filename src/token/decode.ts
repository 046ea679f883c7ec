import type { Disclosure, JsonObject, MalformedToken, Place, SignatureState } from '../model/index.ts';
import { isBase64url, LONGEST_TOKEN, readHeader, readObject, textOf } from './jose-part.ts';
import { parseObject } from './json-text.ts';
import { disclose, presentationDigest } from './sd-jwt.ts';

/** The last part of an SD-JWT with a key binding. */
interface KeyBinding {
  readonly token: ParsedToken;
  /** The digest that it must have: that of the parts before it. */
  readonly digest: string | undefined;
}

/** A token taken apart, before it is held against anything. */
export interface ParsedToken {
  readonly form: 'jws' | 'jwe' | 'opaque' | 'json';
  readonly at: Place;
  /** The compact serialisation of what is signed or encrypted; never printed. */
  readonly raw: string;
  /** Bytes, encoded. */
  readonly size: number;
  readonly header?: JsonObject;
  readonly payload?: JsonObject;
  readonly duplicates: readonly string[];
  readonly signature: SignatureState;
  /** The token around it, signed or encrypted (RFC 7519 section 5.2). */
  readonly within?: ParsedToken;
  readonly sealed?: string;
  readonly disclosures?: readonly Disclosure[];
  /** What proves who holds an SD-JWT, unverified (RFC 9901 section 4.3). */
  readonly keyBinding?: KeyBinding;
}

/** A JOSE header is a JSON object, and `{"` in base64url starts with `eyJ` (`{` and space or line end: ewo, eyA). */
const JOSE_HEADER = /^(?:eyJ|eyA|ewo|ew0)/;
/** RFC 6750 section 2.1. */
const BEARER_TOKEN = /^[A-Za-z0-9\-._~+/]+=*$/;

/** What people paste around a token: an `Authorization` header, quotes, a fragment of a URL. */
export function stripWrapping(text: string): string {
  const whole = text.trim();
  // Nearly every line of a log: it starts like a JOSE header, and without a = it is no URL with a token in it.
  if (whole.startsWith('ey') && !whole.includes('=')) return whole;
  const trimmed = whole.replace(/^["'](.*)["'],?$/s, '$1');
  const inUrl = /[?&#](?:access_token|id_token|id_token_hint|token|assertion)=([^&#\s]+)/.exec(trimmed)?.[1];
  if (inUrl !== undefined) return inUrl;
  return trimmed.replace(/^(?:authorization\s*:\s*)?(?:bearer|dpop)\s+/i, '').trim();
}

function decodeJose(raw: string, at: Place, within?: ParsedToken): ParsedToken | MalformedToken {
  const parts = raw.split('.');
  const header = readHeader(parts[0] ?? '');
  if (!header.ok) return { at, reason: header.reason };
  const size = Buffer.byteLength(raw);
  const outer = within === undefined ? undefined : { within };
  const encrypted = Object.hasOwn(header.value, 'enc');
  if (encrypted && parts.length === 5) {
    const { value, duplicates } = header;
    const signature = { state: 'unchecked' } as const;
    return { form: 'jwe', at, raw, size, header: value, duplicates, signature, ...outer };
  }
  if (encrypted || parts.length !== 3) {
    const expected = encrypted ? 'an encrypted token (JWE) has 5' : 'a signed token (JWS) has 3';
    return {
      at,
      reason: `it has ${parts.length} parts separated by dots; ${expected} (RFC 7515 section 7.1)`,
    };
  }
  const content = textOf('payload', parts[1] ?? '');
  if (!content.ok) return { at, reason: content.reason };
  if (!isBase64url(parts[2] ?? ''))
    return { at, reason: 'its signature is not base64url (RFC 7515 section 2)' };
  const { alg } = header.value;
  const unsigned = parts[2] === '' || (typeof alg === 'string' && alg.toLowerCase() === 'none');
  const signature = { state: unsigned ? 'unsigned' : 'unchecked' } as const;
  if (JOSE_HEADER.test(content.text)) {
    const { value, duplicates } = header;
    return decodeNested(content.text, {
      form: 'jws',
      at,
      raw,
      size,
      header: value,
      duplicates,
      signature,
      ...outer,
    });
  }
  const payload = readObject('payload', content.text);
  if (!payload.ok) return { at, reason: payload.reason };
  return {
    form: 'jws',
    at,
    raw,
    size,
    header: header.value,
    payload: payload.value,
    duplicates: [...header.duplicates, ...payload.duplicates],
    signature,
    ...outer,
  };
}

/**
 * A token in a signed token. Each is a third longer than what is in it, so that the limit for tokens is one for how deep
 * they are nested, too.
 */
function decodeNested(text: string, within: ParsedToken): ParsedToken | MalformedToken {
  const inner = decodeStripped(text, within.at, within);
  return isMalformed(inner) ? { ...inner, reason: `what it signs is no token: ${inner.reason}` } : inner;
}

/** An SD-JWT (RFC 9901 section 4): the signed part, disclosures and perhaps a key binding, joined by tildes. */
function decodeSdJwt(raw: string, at: Place, within?: ParsedToken): ParsedToken | MalformedToken {
  const [signed = '', ...rest] = raw.split('~');
  const token = decodeJose(signed, at, within);
  if (isMalformed(token) || token.payload === undefined) return token;
  const { payload, disclosures } = disclose(token.payload, rest.slice(0, -1));
  const opened = { ...token, size: Buffer.byteLength(raw), payload, disclosures };
  const jwt = rest.at(-1) ?? '';
  if (jwt === '') return opened;
  const binding = decodeJose(jwt, at);
  if (isMalformed(binding)) return { at, reason: `its key binding is no signed token: ${binding.reason}` };
  const digest = presentationDigest(raw.slice(0, raw.length - jwt.length), token.payload);
  return { ...opened, keyBinding: { token: binding, digest } };
}

/** Whether JSON is a JWS or a JWE in their other serialisation (RFC 7515 section 7.2, RFC 7516 section 7.2). */
function isSerialised(value: JsonObject): boolean {
  const has = (name: string): boolean => Object.hasOwn(value, name);
  return has('ciphertext') || (has('payload') && (has('signature') || has('signatures')));
}

/**
 * Takes a token apart: a JWT in compact serialisation (RFC 7515 section 7.1), a JSON response of the UserInfo
 * or introspection endpoint, or an opaque token. Nothing is verified.
 *
 * @param text as people paste it: `Bearer ` prefixes, quotes and URLs around it are fine
 * @example decodeToken('Bearer eyJhbGciOi…', at)
 */
export function decodeToken(text: string, at: Place): ParsedToken | MalformedToken {
  return decodeStripped(stripWrapping(text), at);
}

/** Takes a token apart that nothing is around any more, but perhaps another token. */
export function decodeStripped(raw: string, at: Place, within?: ParsedToken): ParsedToken | MalformedToken {
  if (raw === '') return { at, reason: 'there is no token here' };
  if (raw.length > LONGEST_TOKEN) {
    return { at, reason: `it is ${raw.length} characters long; no token is longer than ${LONGEST_TOKEN}` };
  }
  if (raw.startsWith('{')) {
    const parsed = parseObject(raw);
    if (!parsed.ok) return { at, reason: `it looks like JSON, but ${parsed.reason}` };
    if (isSerialised(parsed.value)) {
      const cure = 'a JWT is compact, its parts joined by dots (RFC 7519 section 1)';
      return { at, reason: `it is in JSON serialisation, of which no reader of tokens knows: ${cure}` };
    }
    if (!Object.hasOwn(parsed.value, 'sub') && !Object.hasOwn(parsed.value, 'active')) {
      const lacks = 'it has neither the "sub" of a UserInfo response nor the "active" of an introspection';
      return { at, reason: `it is JSON, but ${lacks}` };
    }
    const duplicates = parsed.duplicates.map((member) => `payload.${member}`);
    const size = Buffer.byteLength(raw);
    return {
      form: 'json',
      at,
      raw,
      size,
      payload: parsed.value,
      duplicates,
      signature: { state: 'unsigned' },
    };
  }
  if (JOSE_HEADER.test(raw))
    return raw.includes('~') ? decodeSdJwt(raw, at, within) : decodeJose(raw, at, within);
  if (!BEARER_TOKEN.test(raw)) {
    return { at, reason: 'it is neither a JWT, nor JSON, nor a bearer token (RFC 6750 section 2.1)' };
  }
  return {
    form: 'opaque',
    at,
    raw,
    size: Buffer.byteLength(raw),
    duplicates: [],
    signature: { state: 'unchecked' },
    ...(within && { within }),
  };
}

/** The tokens around a token, outermost first. */
export function around({ within }: ParsedToken): readonly ParsedToken[] {
  return within === undefined ? [] : [...around(within), within];
}

/** Tells a token that could be taken apart from one that could not. */
export function isMalformed<Token extends object>(token: Token | MalformedToken): token is MalformedToken {
  return 'reason' in token;
}
