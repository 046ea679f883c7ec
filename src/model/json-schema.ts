import { isObject, type JsonSchema, type JsonValue, jsonType, member } from './json.ts';

const withoutInteger = (type: string): string => (type === 'integer' ? 'number' : type);

/**
 * The JSON types that a schema allows as far as it says so at its top: `type`, `const` and `enum`.
 * Undefined when it does not say.
 */
export function declaredTypes(schema: JsonSchema): ReadonlySet<string> | undefined {
  if (typeof schema === 'boolean') return undefined;
  const types = member(schema, 'type');
  const listed = member(schema, 'enum');
  const constant = member(schema, 'const');
  if (constant !== undefined) return new Set([jsonType(constant)]);
  if (Array.isArray(listed)) return new Set(listed.map(jsonType));
  if (typeof types === 'string') return new Set([withoutInteger(types)]);
  if (Array.isArray(types)) return new Set(types.map((type) => withoutInteger(String(type))));
  return undefined;
}

/**
 * The values that a schema lists for the claim or for its items; undefined where it leaves them open.
 *
 * @example listedValues({ type: 'array', items: { enum: ['user', 'admin'] } }) // ['user', 'admin']
 */
export function listedValues(schema: JsonValue | undefined): readonly JsonValue[] | undefined {
  if (!isObject(schema)) return undefined;
  const { enum: listed, const: constant, items, type } = schema;
  if (Array.isArray(listed)) return listed;
  if (constant !== undefined) return [constant];
  return type === 'boolean' ? [true, false] : listedValues(items);
}
