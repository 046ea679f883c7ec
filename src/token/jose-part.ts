import { isAscii, isUtf8 } from 'node:buffer';
import type { JsonObject } from '../model/index.ts';
import { parseObject } from './json-text.ts';

/** Far above every header limit that servers have; a longer text is not looked at. */
export const LONGEST_TOKEN = 256 * 1024;

/** Where parts are decoded, one after the other: of a million buffers, most would wait to be collected. */
const decoded = Buffer.allocUnsafe(LONGEST_TOKEN);

const BASE64URL = /^[A-Za-z0-9_-]*$/;

interface Unreadable {
  readonly ok: false;
  readonly reason: string;
}

type Text = { readonly ok: true; readonly text: string } | Unreadable;

type Part =
  | { readonly ok: true; readonly value: JsonObject; readonly duplicates: readonly string[] }
  | Unreadable;

/** One character alone in its group of four holds six bits, which is no byte. */
export const isBase64url = (part: string): boolean => BASE64URL.test(part) && part.length % 4 !== 1;

/** The text that a part is in base64url. */
export function textOf(name: string, part: string): Text {
  if (!isBase64url(part)) return { ok: false, reason: `its ${name} is not base64url (RFC 7515 section 2)` };
  const bytes = decoded.subarray(0, decoded.write(part, 'base64url'));
  const isPlain = isAscii(bytes);
  if (!isPlain && !isUtf8(bytes)) return { ok: false, reason: `its ${name} is not UTF-8` };
  return { ok: true, text: bytes.toString(isPlain ? 'latin1' : 'utf8') };
}

/** The object that a part is, with its members that occur twice. */
export function readObject(name: string, text: string): Part {
  const parsed = parseObject(text);
  if (!parsed.ok) return { ok: false, reason: `its ${name} ${parsed.reason}` };
  return {
    ok: true,
    value: parsed.value,
    duplicates: parsed.duplicates.map((member) => `${name}.${member}`),
  };
}

const headers = new Map<string, Part>();
const KEPT_HEADERS = 500;

/** The header in a part. Equal ones are one object: an issuer has a handful of them. */
export function readHeader(part: string): Part {
  const known = headers.get(part);
  if (known !== undefined) return known;
  const json = textOf('header', part);
  const read = json.ok ? readObject('header', json.text) : json;
  if (headers.size >= KEPT_HEADERS) headers.clear();
  headers.set(part, read);
  return read;
}
