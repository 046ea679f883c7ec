/** Any JSON value (RFC 8259). */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;

/** A JSON object. Names come from users: read with `Object.hasOwn`, never with `in`. */
export interface JsonObject {
  readonly [name: string]: JsonValue;
}

/** A JSON Schema (2020-12): an object, or `true` (anything) or `false` (nothing). */
export type JsonSchema = boolean | JsonObject;

/** Whether a value has members: an object, not an array. */
export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value is an array; `Array.isArray` loses the type of readonly items. */
export function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** A member of an object, safe for names that come from tokens: `__proto__` is only a name. */
export function member(object: JsonObject | undefined, name: string): JsonValue | undefined {
  return object !== undefined && Object.hasOwn(object, name) ? object[name] : undefined;
}

/** The value of a member further down, or undefined where it is missing. */
export function valueAt(value: JsonValue, path: readonly string[]): JsonValue | undefined {
  let found: JsonValue | undefined = value;
  for (const name of path) found = isObject(found) ? member(found, name) : undefined;
  return found;
}

/** The JSON type of a value; an `integer` is a `number` here. */
export function jsonType(value: JsonValue): string {
  if (value === null) return 'null';
  return isList(value) ? 'array' : typeof value;
}

/** The narrowest type by which a schema names a value: `integer` rather than `number`. */
export function schemaType(value: JsonValue): string {
  return Number.isInteger(value) ? 'integer' : jsonType(value);
}

/** A value in words, without the quotes that JSON has around a text. */
export function showValue(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

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
  if (isList(one)) {
    if (!isList(other) || one.length !== other.length) return false;
    return one.every((item, index) => isSameValue(item, other[index] ?? null));
  }
  if (!isObject(one) || !isObject(other)) return false;
  const names = Object.keys(one);
  if (names.length !== Object.keys(other).length) return false;
  return names.every(
    (name) => Object.hasOwn(other, name) && isSameValue(one[name] ?? null, other[name] ?? null),
  );
}

/** Values without those that are equal to an earlier one. */
export function distinct<Value extends JsonValue>(values: readonly Value[]): readonly Value[] {
  return [...new Map(values.map((value) => [canonical(value), value])).values()];
}
