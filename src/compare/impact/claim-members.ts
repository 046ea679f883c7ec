import { isList, isObject, type JsonSchema, valueAt } from '../../model/index.ts';

/** Names from a claim inwards: `['lang']` of `prof.lang`. */
export type MemberPath = readonly string[];

/** Whether a schema lists a member. */
export function hasMember(schema: JsonSchema, path: MemberPath): boolean {
  return (
    valueAt(
      schema,
      path.flatMap((name) => ['properties', name]),
    ) !== undefined
  );
}

/** Whether a schema asks for a member by its name. */
export function asksFor(schema: JsonSchema, path: MemberPath): boolean {
  const parents = path.slice(0, -1).flatMap((name) => ['properties', name]);
  const required = valueAt(schema, [...parents, 'required']);
  return isList(required) && required.includes(path.at(-1) ?? null);
}

/** A schema without one of the members that it lists. */
export function withoutMember(schema: JsonSchema, [name = '', ...inner]: MemberPath): JsonSchema {
  if (!isObject(schema) || !isObject(schema.properties) || !hasMember(schema, [name])) return schema;
  const { [name]: member = true, ...others } = schema.properties;
  if (inner.length > 0) {
    const left = withoutMember(member as JsonSchema, inner);
    return { ...schema, properties: { ...schema.properties, [name]: left } };
  }
  const required = isList(schema.required) ? schema.required.filter((one) => one !== name) : [];
  return { ...schema, properties: others, required };
}
