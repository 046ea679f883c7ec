import {
  isArray,
  isObject,
  type JsonObject,
  type JsonSchema,
  type JsonValue,
  objectOf,
  pointerTo,
} from '../json.ts';

/** Properties of a schema beyond which each is compiled by itself, and only if the value has it. */
const SPLIT = 100;

/** A part of a question: a schema, the part of the value that it judges, and where that is. */
export type Part = readonly [path: string, schema: JsonSchema, value: JsonValue];

/**
 * Of thousands of properties, those that a value has, each with its value, and the rest of the
 * schema; the other properties cannot reject it. Compiling all would take seconds, and versions of a
 * contract share most of the parts. Empty for schemas that stay whole: small ones, and those with
 * references into what is taken apart.
 */
export function splitFor(value: JsonValue, schema: JsonSchema): Part[] {
  if (!isObject(schema) || !isObject(schema.properties) || !isObject(value) || !isSplit(schema)) return [];
  const { properties, $defs, definitions } = schema;
  const present = Object.keys(value).filter((name) => Object.hasOwn(properties, name));
  const shared = {
    ...($defs === undefined ? {} : { $defs }),
    ...(definitions === undefined ? {} : { definitions }),
  };
  const rest = rests.get(schema) ?? {
    ...schema,
    properties: objectOf(Object.keys(properties).map((name) => [name, true])),
  };
  rests.set(schema, rest);
  const parts = present.map((name): Part => {
    const part = properties[name] as JsonSchema;
    const alone =
      isObject(part) && JSON.stringify(part).includes('"$ref"') ? { ...shared, allOf: [part] } : part;
    return [pointerTo('', name), alone, value[name] ?? null];
  });
  return [['', rest, value], ...parts];
}

/** What is left of schemas without what their properties say: one validator for all values. */
const rests = new WeakMap<JsonObject, JsonObject>();
const split = new WeakMap<JsonObject, boolean>();

/** Whether a schema is judged in parts. */
export function isSplit(schema: JsonSchema): boolean {
  if (!isObject(schema)) return false;
  const known = split.get(schema) ?? mustSplit(schema);
  split.set(schema, known);
  return known;
}

function mustSplit(schema: JsonObject): boolean {
  if (!isObject(schema.properties)) return false;
  const substantial = Object.values(schema.properties).filter((property) => property !== true);
  return substantial.length > SPLIT && !hasUnusualReference(schema);
}

function hasUnusualReference(value: JsonValue): boolean {
  if (isArray(value)) return value.some(hasUnusualReference);
  if (!isObject(value)) return false;
  const { $ref } = value as JsonObject;
  if (typeof $ref === 'string' && !/^#\/(\$defs|definitions)\//.test($ref)) return true;
  return Object.values(value).some(hasUnusualReference);
}
