import { Buffer } from 'node:buffer';
import type { JsonValue } from '../../model/index.ts';

const MAX_ENCODED = 8192;

/**
 * The text in base64 or base64url (RFC 4648), when it is text that a person could have written.
 *
 * @example decodedText('YWxpY2VAZXhhbXBsZS5jb20=') // 'alice@example.com'
 */
export function decodedText(text: string): string | undefined {
  if (text.length < 12 || text.length > MAX_ENCODED || !/^[A-Za-z0-9+/_-]+={0,2}$/.test(text))
    return undefined;
  const bytes = Buffer.from(text.replace(/-/g, '+').replace(/_/g, '/'), 'base64');
  if (bytes.length < 6) return undefined;
  const decoded = bytes.toString('utf8');
  return /^[\P{C}\t\r\n]+$/u.test(decoded) && !decoded.includes('\ufffd') ? decoded : undefined;
}

/** JSON inside a string: an object or an array, nothing else. */
export function parsedJson(text: string): JsonValue | undefined {
  if (text.length > MAX_ENCODED || !/^\s*(?:\{[\s\S]*\}|\[[\s\S]*\])\s*$/.test(text)) return undefined;
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

/** The payload of a token inside a string (RFC 7515 section 3.1), unverified. */
export function payloadOf(text: string): JsonValue | undefined {
  const payload = /^ey[\w-]+\.(ey[\w-]+)\.[\w-]*$/.exec(text)?.[1];
  const decoded = payload === undefined ? undefined : decodedText(payload);
  return decoded === undefined ? undefined : parsedJson(decoded);
}
