import type { JsonValue } from '../model/index.ts';

/** Schemas are shared by many contracts, so each object is written out once. */
const written = new WeakMap<object, string>();

/**
 * A value as JSON text with its members sorted by name: two values are equal exactly when their texts are.
 *
 * @example canonical({ b: 1, a: [2] }) // '{"a":[2],"b":1}'
 */
export function canonical(value: JsonValue): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const known = written.get(value);
  if (known !== undefined) return known;
  const text = isList(value)
    ? `[${value.map(canonical).join(',')}]`
    : `{${Object.keys(value)
        .sort()
        .map((name) => `${JSON.stringify(name)}:${canonical(value[name] ?? null)}`)
        .join(',')}}`;
  written.set(value, text);
  return text;
}

/** Whether two values are equal, without writing them out. */
export function isSameValue(one: JsonValue, other: JsonValue): boolean {
  if (one === other) return true;
  if (one === null || other === null || typeof one !== 'object' || typeof other !== 'object') return false;
  if (isList(one) || isList(other)) {
    if (!isList(one) || !isList(other) || one.length !== other.length) return false;
    return one.every((item, index) => isSameValue(item, other[index] ?? null));
  }
  const names = Object.keys(one);
  if (names.length !== Object.keys(other).length) return false;
  return names.every(
    (name) => Object.hasOwn(other, name) && isSameValue(one[name] ?? null, other[name] ?? null),
  );
}

/** `Array.isArray` does not narrow readonly arrays. */
function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
