import type { JsonValue } from '../model/index.ts';
import type { Classification } from './classification.ts';
import { HIDDEN, mask, maskedName } from './mask-text.ts';
import { classifyValue, nameAsData } from './value/classify-value.ts';

/** Deeper members are not shown at all. */
const MAX_DEPTH = 64;

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
  if (isMasked(classifyValue(path, value))) return mask(String(value));
  if (typeof value !== 'string') return value;
  // What is not about a person may still name one: an address in the query of a URI, a remark.
  return isProse(path, value) ? mask(value) : maskedName(value);
}

/** Scopes are a list of words (RFC 6749 section 3.3); identifiers and values of short lists are one word. */
function isProse(path: readonly string[], value: string): boolean {
  const name = path.at(-1);
  return name !== 'scope' && name !== 'scp' && /\p{L}\s.*\p{L}/su.test(value);
}
