import type { JsonValue } from '../model/index.ts';
import type { Classification } from './classification.ts';
import { classifyValue, nameAsData } from './value/classify-value.ts';

const HIDDEN = '…';
/** Deeper members are not shown at all. */
const MAX_DEPTH = 64;

/**
 * A value as it is shown where personal data must not be: at most the first letter of each side of an e-mail
 * address, the last two digits of a long number, the first letter of anything else that is long enough. Its
 * length is not shown. The same value always gives the same mask.
 *
 * @example mask('alice@example.com') // 'a…@e….com'
 * @example mask('+447700900123')     // '…23'
 * @example mask('Bo')                // '…'
 */
export function mask(value: string): string {
  const at = value.lastIndexOf('@');
  if (at > 0 && at < value.length - 1) return maskAddress(value.slice(0, at), value.slice(at + 1));
  const digits = value.replace(/\D/g, '');
  if (digits.length >= 8 && digits.length * 2 >= value.length) return `${HIDDEN}${digits.slice(-2)}`;
  const [first = ''] = value;
  return value.length >= 8 && /\p{L}/u.test(first) ? `${first}${HIDDEN}` : HIDDEN;
}

/** The domain's ending tells countries and organisations apart and no person. */
function maskAddress(local: string, domain: string): string {
  const ending = /\.[a-z]{2,6}$/i.exec(domain)?.[0] ?? '';
  const first = (text: string, least: number): string =>
    text.length >= least ? (/^[\p{L}\p{N}]/u.exec(text)?.[0] ?? '') : '';
  return `${first(local, 3)}${HIDDEN}@${first(domain, 3 + ending.length)}${HIDDEN}${ending}`;
}

/**
 * Whether a value of this kind is masked when it is shown: personal data, what leads to a person or a
 * machine, and secrets.
 *
 * @example isMasked(classifyName(['email'])) // true
 */
export function isMasked({ level }: Pick<Classification, 'level'>): boolean {
  return (
    level !== 'public' && level !== 'technical' && level !== 'organisational' && level !== 'authorization'
  );
}

/**
 * A claim's value with everything masked that must not be shown: strings and numbers where the path or the
 * value is masked, also deep inside. Objects keep their member names, arrays their length.
 *
 * @example masked(['email'], 'alice@example.com') // 'a…@e….com'
 * @example masked(['roles'], ['admin'])           // ['admin']
 */
export function masked(path: readonly string[], value: JsonValue): JsonValue {
  return maskedAt(path, value, 0);
}

function maskedAt(path: readonly string[], value: JsonValue, depth: number): JsonValue {
  if (depth > MAX_DEPTH) return HIDDEN;
  if (Array.isArray(value)) return value.map((element: JsonValue) => maskedAt(path, element, depth + 1));
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(([name, member], at): [string, JsonValue] => [
      nameAsData(name) === undefined ? name : `${mask(name)}${at}`,
      maskedAt([...path, name], member, depth + 1),
    ]);
    return Object.fromEntries(members);
  }
  if (value === null) return value;
  // A no tells as much as a yes: both are judged as a yes.
  if (typeof value === 'boolean') return isMasked(classifyValue(path, true)) ? HIDDEN : value;
  return isMasked(classifyValue(path, value)) ? mask(String(value)) : value;
}
