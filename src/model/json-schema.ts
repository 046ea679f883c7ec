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

/** A member of an object as a schema lists it, at any depth. */
export interface ListedMember {
  /** Names from the object inwards. */
  readonly path: readonly string[];
  readonly schema: JsonSchema;
}

/** The members of objects that a schema lists, each before those inside of it. */
export function* membersIn(schema: JsonSchema): Iterable<ListedMember> {
  if (!isObject(schema) || !isObject(schema.properties)) return;
  for (const [name, value] of Object.entries(schema.properties)) {
    const listed = isObject(value) ? value : true;
    yield { path: [name], schema: listed };
    for (const inner of membersIn(listed)) yield { ...inner, path: [name, ...inner.path] };
  }
}

/** The names of members that a schema requires at its top. */
export function requiredNames(schema: JsonSchema): readonly string[] {
  const required = typeof schema === 'boolean' ? undefined : member(schema, 'required');
  return Array.isArray(required) ? required.filter((name) => typeof name === 'string') : [];
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
