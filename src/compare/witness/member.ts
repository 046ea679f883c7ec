import { isObject, type JsonObject, type JsonValue } from '../../model/index.ts';

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
