import type { JsonValue } from '../model/index.ts';
import { isObject } from '../model/index.ts';
import { HIDDEN } from './mask-text.ts';

/** Members of a JWK that only its holder may know (RFC 7518 sections 6.2.2, 6.3.2, 6.4.1). */
const PRIVATE: ReadonlySet<string> = new Set(['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k']);

/** Whether a value is a JWK (RFC 7517) with its private or secret part. */
export function isPrivateKey(value: JsonValue | undefined): boolean {
  return (
    isObject(value) && Object.hasOwn(value, 'kty') && Object.keys(value).some((name) => PRIVATE.has(name))
  );
}

/**
 * A value without the private parts of the keys in it: nobody may see these, not even who asks for whole values.
 *
 * @example withoutPrivateKeys({ jwk: { kty: 'oct', k: 'c2VjcmV0' } }) // { jwk: { kty: 'oct', k: '…' } }
 */
export function withoutPrivateKeys<Value extends JsonValue>(value: Value): Value {
  return hidden(value) as Value;
}

function hidden(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(hidden);
  if (!isObject(value)) return value;
  const isKey = isPrivateKey(value);
  const members = Object.entries(value).map(([name, member]): [string, JsonValue] => [
    name,
    isKey && PRIVATE.has(name) ? HIDDEN : hidden(member),
  ]);
  return Object.fromEntries(members);
}
