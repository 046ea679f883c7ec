import type { JsonObject, JsonSchema, JsonValue } from '../model/index.ts';
import { schemaType } from '../model/index.ts';

/** Rewrites the schemas directly below a schema. */
type Rewrite = (schema: JsonSchema) => JsonSchema;

const ONE = ['items', 'contains', 'additionalProperties', 'unevaluatedProperties', 'unevaluatedItems'];
const LIST = ['prefixItems', 'anyOf', 'oneOf', 'allOf'];
const MAP = ['properties', 'patternProperties', 'dependentSchemas'];

/**
 * Applies a rewriting to the schemas below, except below `not` and `if`: what makes a schema wider there
 * makes the whole narrower.
 */
function rewriteBelow(
  schema: JsonObject,
  rewrite: Rewrite,
  skip: ReadonlySet<string> = new Set(),
): JsonObject {
  const changed: Record<string, JsonSchema | readonly JsonSchema[]> = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (skip.has(keyword)) continue;
    if (ONE.includes(keyword) && isSchema(value)) changed[keyword] = rewrite(value);
    if (LIST.includes(keyword) && Array.isArray(value))
      changed[keyword] = (value as JsonSchema[]).map(rewrite);
    if (MAP.includes(keyword)) changed[keyword] = rewriteMembers(value as JsonObject, rewrite);
  }
  return { ...schema, ...changed };
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'boolean' || (typeof value === 'object' && value !== null && !Array.isArray(value));
}

function rewriteMembers(schemas: JsonObject, rewrite: Rewrite): JsonObject {
  return Object.fromEntries(Object.entries(schemas).map(([name, one]) => [name, rewrite(one as JsonSchema)]));
}

/** Keywords beside `properties` that may name further members, or say what becomes of unnamed ones. */
const NAMES_MORE = [
  'additionalProperties',
  'unevaluatedProperties',
  'patternProperties',
  '$ref',
  '$dynamicRef',
  'allOf',
  'anyOf',
  'oneOf',
  'if',
  'dependentSchemas',
];

/**
 * Below these, an object is described in parts, and one part must not shut out what another one names; and a
 * branch of `oneOf` that is closed may let in what two open branches kept out.
 */
const IN_PARTS = new Set(['allOf', 'dependentSchemas', 'oneOf']);

/**
 * Closes the objects whose members a schema lists, without a word on others: an issuer emits what is
 * declared. An object without `properties` stays open, and so does one that says so.
 */
export function closeObjects(schema: JsonSchema): JsonSchema {
  if (typeof schema === 'boolean') return schema;
  const describesMembers = schema.properties !== undefined;
  const skip = describesMembers ? new Set([...IN_PARTS, 'anyOf']) : IN_PARTS;
  const below = rewriteBelow(schema, closeObjects, skip);
  if (!describesMembers || NAMES_MORE.some((keyword) => Object.hasOwn(schema, keyword))) return below;
  return { ...below, additionalProperties: false };
}

/**
 * Applies a rewriting to `$defs` too, unless some place that refers to them might be one where wider means
 * narrower.
 */
function withDefinitions(schema: JsonObject, rewrite: Rewrite): JsonObject {
  const { $defs } = schema;
  if ($defs === undefined || /"(not|if|oneOf)":/.test(JSON.stringify(schema))) return schema;
  return { ...schema, $defs: rewriteMembers($defs as JsonObject, rewrite) };
}

/** Below these, opening could take values away: `oneOf` allows what exactly one branch allows. */
const EXCLUSIVE = new Set(['oneOf']);

/** Opens every object: a tolerant reader ignores members that it does not know (RFC 7519 section 4). */
export function openObjects(schema: JsonSchema): JsonSchema {
  if (typeof schema === 'boolean') return schema;
  const { additionalProperties, unevaluatedProperties, ...rest } = withDefinitions(schema, openObjects);
  return rewriteBelow(
    {
      ...rest,
      ...(additionalProperties === undefined || additionalProperties === false
        ? {}
        : { additionalProperties }),
      ...(unevaluatedProperties === undefined || unevaluatedProperties === false
        ? {}
        : { unevaluatedProperties }),
    },
    openObjects,
    EXCLUSIVE,
  );
}

function anyOfTypes(values: readonly JsonValue[]): JsonObject {
  const types = [...new Set(values.map(schemaType))].sort();
  const named = types.includes('number') ? types.filter((type) => type !== 'integer') : types;
  const [first, ...others] = named;
  if (first !== undefined && others.length === 0) return { type: first };
  return { anyOf: named.map((type) => ({ type })) };
}

/**
 * Takes the lists of values out of a schema and leaves their types: readers of a claim whose values are
 * `open` must expect values that are not listed yet. Alternatives that were told apart by a value may
 * overlap then, so `oneOf` becomes `anyOf`.
 */
export function openValues(schema: JsonSchema): JsonSchema {
  if (typeof schema === 'boolean') return schema;
  const {
    enum: values,
    const: value,
    oneOf,
    ...rest
  } = rewriteBelow(withDefinitions(schema, openValues), openValues);
  const listed = Array.isArray(values) ? values : value === undefined ? undefined : [value];
  const type = listed === undefined || rest.type !== undefined ? {} : anyOfTypes(listed);
  const choices = oneOf === undefined ? {} : { anyOf: oneOf };
  return combine(combine(rest, type), choices);
}

/** Both schemas at once; `allOf` where each of them has an `anyOf` of its own. */
function combine(schema: JsonObject, other: JsonObject): JsonObject {
  if (schema.anyOf === undefined || other.anyOf === undefined) return { ...schema, ...other };
  const conditions = Array.isArray(schema.allOf) ? schema.allOf : [];
  return { ...schema, allOf: [...conditions, other] };
}
