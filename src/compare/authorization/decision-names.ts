import type { JsonObject, JsonSchema, JsonValue } from '../../model/index.ts';
import { isObject, requiredNames } from '../../model/index.ts';

/** Keywords that look at members which they do not name. */
const WHOLE = [
  'additionalProperties',
  'patternProperties',
  'propertyNames',
  'unevaluatedProperties',
  'minProperties',
  'maxProperties',
  'const',
  'enum',
  '$ref',
];

/** The top-level claims that a predicate names, sorted. */
export function namedClaims(schema: JsonValue): readonly string[] {
  if (!isObject(schema)) return [];
  const { properties, dependentRequired, dependentSchemas } = schema;
  const members = [properties, dependentRequired, dependentSchemas].filter(isObject);
  const dependent = isObject(dependentRequired) ? Object.values(dependentRequired).flat() : [];
  const own = [...requiredNames(schema), ...members.flatMap((one) => Object.keys(one)), ...dependent];
  const names = own.filter((name) => typeof name === 'string');
  return [...new Set([...names, ...partsIn(schema).flatMap(namedClaims)])].sort();
}

function looksAtWhole(schema: JsonSchema): boolean {
  if (typeof schema === 'boolean') return false;
  return WHOLE.some((keyword) => Object.hasOwn(schema, keyword)) || partsIn(schema).some(looksAtWhole);
}

/** The top-level claims that a predicate looks at; `all` where it looks at the whole token. */
export function mentionedClaims(schema: JsonSchema): ReadonlySet<string> | 'all' {
  return looksAtWhole(schema) ? 'all' : new Set(namedClaims(schema));
}

/** Keywords that tell values apart by naming them, or by what is there: not by size, order or form. */
const BY_NAME = new Set([
  ...['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else', 'contains', 'properties', 'dependentSchemas'],
  ...['const', 'enum', 'required', 'dependentRequired', 'type', 'title', 'description', '$comment'],
]);

/**
 * Whether a predicate sees nothing in a value but the constants that it names, so that all other values are
 * alike to it. `minItems` and `pattern` see more, and so does a constant that is a whole list.
 */
export function comparesByName(schema: JsonSchema): boolean {
  if (typeof schema === 'boolean') return true;
  return (
    Object.keys(schema).every((keyword) => BY_NAME.has(keyword)) &&
    ownConstants(schema).every((constant) => typeof constant !== 'object' || constant === null) &&
    [...partsIn(schema), ...membersIn(schema)].every(comparesByName)
  );
}

function ownConstants(schema: JsonObject): readonly JsonValue[] {
  return [schema.const ?? [], schema.enum ?? []].flat();
}

function membersIn({ properties, contains }: JsonObject): readonly JsonSchema[] {
  return [...(isObject(properties) ? Object.values(properties) : []), contains].filter(isSchema);
}

/** What a predicate asks about the member at a path, each part of it by itself. */
export function askedOf(schema: JsonSchema, path: readonly string[]): readonly JsonSchema[] {
  const [name, ...rest] = path;
  if (typeof schema === 'boolean' || name === undefined) return [];
  const { properties } = schema;
  const own = isObject(properties) && Object.hasOwn(properties, name) ? properties[name] : undefined;
  const asked = !isSchema(own) ? [] : rest.length === 0 ? withParts(own) : askedOf(own, rest);
  return [...asked, ...partsIn(schema).flatMap((part) => askedOf(part, path))];
}

function withParts(schema: JsonSchema): readonly JsonSchema[] {
  return typeof schema === 'boolean' ? [] : [schema, ...partsIn(schema).flatMap(withParts)];
}

/** The schemas inside a schema that speak of the same value. */
function partsIn(schema: JsonObject): readonly JsonSchema[] {
  const lists = ['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => schema[keyword] ?? []);
  const single = ['not', 'if', 'then', 'else'].map((keyword) => schema[keyword]);
  const dependent = isObject(schema.dependentSchemas) ? Object.values(schema.dependentSchemas) : [];
  return [...lists.flat(), ...single, ...dependent].filter(isSchema);
}

function isSchema(value: JsonValue | undefined): value is JsonSchema {
  return typeof value === 'boolean' || isObject(value);
}

/** Every constant that a predicate compares with, wherever it stands. */
export function constantsIn(schema: JsonValue): readonly JsonValue[] {
  if (Array.isArray(schema)) return schema.flatMap(constantsIn);
  if (!isObject(schema)) return [];
  return Object.entries(schema).flatMap(([keyword, value]) => {
    if (keyword === 'const') return [value];
    if (keyword === 'enum') return Array.isArray(value) ? value : [];
    return constantsIn(value);
  });
}
