/** A JSON value, as `JSON.parse` makes it. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;

/** A JSON object. Member names come from users: look members up with `Object.hasOwn`. */
export interface JsonObject {
  readonly [name: string]: JsonValue;
}

/** A JSON Schema: an object of keywords, `true` (everything) or `false` (nothing). */
export type JsonSchema = boolean | JsonObject;

/** The six types of JSON values. `integer` is no type of value but a set of numbers. */
export type JsonType = 'null' | 'boolean' | 'number' | 'string' | 'array' | 'object';

export const JSON_TYPES: readonly JsonType[] = ['string', 'number', 'boolean', 'array', 'object', 'null'];

/** The JSON type of a value. */
export function typeOf(value: JsonValue): JsonType {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value as JsonType;
}

/** True for JSON objects, false for arrays and null. */
export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True for JSON arrays; keeps the element type, which `Array.isArray` loses on readonly arrays. */
export function isArray(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** One text per value: equal values have equal texts, whatever the order of their members. */
export function canonicalText(value: JsonValue): string {
  if (isArray(value)) return `[${value.map(canonicalText).join()}]`;
  if (!isObject(value)) return Object.is(value, -0) ? '0' : JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonicalText(value[name] ?? null)}`);
  return `{${members.join()}}`;
}

/** JSON equality (JSON Schema 2020-12 section 4.2.2): member order is irrelevant, 1.0 is 1. */
export function sameJson(one: JsonValue, other: JsonValue): boolean {
  return one === other || (typeOf(one) === typeOf(other) && canonicalText(one) === canonicalText(other));
}

/**
 * An object of the given members, as own properties whatever they are called.
 * A plain assignment to `__proto__` would set the prototype instead.
 */
export function objectOf(members: Iterable<readonly [string, JsonValue]>): JsonObject {
  return Object.fromEntries(members);
}

/** A string as the code points that JSON Schema counts. */
export function codePoints(text: string): number[] {
  return Array.from(text, (character) => character.codePointAt(0) ?? 0);
}

/** The pointer (RFC 6901) to a member below another pointer. */
export function pointerTo(parent: string, ...steps: readonly (string | number)[]): string {
  return steps.reduce<string>(
    (pointer, step) => `${pointer}/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`,
    parent,
  );
}

/** The member names and array positions that a JSON Pointer (RFC 6901) consists of. */
export function pointerSteps(pointer: string): string[] {
  if (pointer === '') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}
