import type { JsonObject, JsonValue } from '../model/index.ts';

/** The value of a member of a token, or undefined where it is missing. */
export function valueAt(token: JsonValue, path: readonly string[]): JsonValue | undefined {
  let value: JsonValue = token;
  for (const name of path) {
    if (!isObject(value) || !Object.hasOwn(value, name)) return undefined;
    const member: JsonValue | undefined = value[name];
    if (member === undefined) return undefined;
    value = member;
  }
  return value;
}

/** A copy of a token with one member set, or taken out where the value is undefined. */
export function withMember(
  token: JsonObject,
  path: readonly string[],
  value: JsonValue | undefined,
): JsonObject {
  const [name, ...rest] = path;
  if (name === undefined) return token;
  const copy = new Map(Object.entries(token));
  if (rest.length === 0) {
    if (value === undefined) copy.delete(name);
    else copy.set(name, value);
  } else {
    const inner = copy.get(name);
    const object = isObject(inner) ? inner : undefined;
    if (object !== undefined || value !== undefined) copy.set(name, withMember(object ?? {}, rest, value));
  }
  return Object.fromEntries(copy);
}

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
