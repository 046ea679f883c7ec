import type { JsonObject, JsonSchema, JsonValue } from '../model/index.ts';
import { canonical, distinct, requiredNames } from '../model/index.ts';

/** One of several things that fill the same member. */
export interface Part {
  readonly schema: JsonSchema;
  /** Whether it is there whenever the member is asked about; otherwise it may be missing. */
  readonly isCertain: boolean;
}

type ObjectPart = Part & { readonly schema: JsonObject };

/**
 * The schema of a member that several claims fill: arrays unite, objects merge. Anything else is a conflict
 * that the loader reports; what one or the other allows is then allowed.
 */
export function unite(parts: readonly Part[]): JsonSchema {
  const [first, ...others] = parts;
  if (first === undefined) return true;
  if (others.length === 0) return first.schema;
  if (areAll(parts, 'array')) return uniteArrays(parts);
  if (areAll(parts, 'object')) return mergeObjects(parts);
  return anyOf(parts.map(({ schema }) => schema));
}

function areAll(parts: readonly Part[], type: string): parts is readonly ObjectPart[] {
  return parts.every(({ schema }) => typeof schema === 'object' && schema.type === type);
}

/** What at least one of these schemas allows, as one `enum` where they are lists of values. */
export function anyOf(schemas: readonly JsonSchema[]): JsonSchema {
  const choices = distinct(schemas.flatMap(alternatives)).filter((schema) => schema !== false);
  if (choices.includes(true)) return true;
  const [first, ...others] = choices;
  if (first === undefined) return false;
  if (others.length === 0) return first;
  const values = new Map(choices.flatMap(onlyValues).map((value) => [canonical(value), value]));
  const unlisted = choices.filter((schema) => onlyValues(schema).length === 0);
  const sorted = [...values].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, value]) => value);
  const listed: readonly JsonSchema[] = values.size === 0 ? [] : [oneOfValues(sorted)];
  return unlisted.length === 0 ? (listed[0] ?? false) : { anyOf: [...listed, ...unlisted] };
}

function oneOfValues(values: readonly JsonValue[]): JsonObject {
  const [first, ...others] = values;
  return first !== undefined && others.length === 0 ? { const: first } : { enum: values };
}

/** The branches of a schema that is nothing but `anyOf`. */
function alternatives(schema: JsonSchema): readonly JsonSchema[] {
  if (typeof schema === 'boolean' || !Array.isArray(schema.anyOf) || Object.keys(schema).length !== 1) {
    return [schema];
  }
  return (schema.anyOf as JsonSchema[]).flatMap(alternatives);
}

/** The values of a schema that is nothing but a list of them. */
function onlyValues(schema: JsonSchema): readonly JsonValue[] {
  if (typeof schema === 'boolean' || Object.keys(schema).length !== 1) return [];
  if (Array.isArray(schema.enum)) return schema.enum as readonly JsonValue[];
  return schema.const === undefined ? [] : [schema.const];
}

/**
 * Elements of any part, in one array. What is said about an array as a whole (`uniqueItems`, `contains`)
 * need not hold for the united one.
 */
function uniteArrays(parts: readonly ObjectPart[]): JsonObject {
  const items = anyOf(parts.flatMap(({ schema }) => elementsOf(schema)));
  const longest = parts.map(({ schema }) => schema.maxItems);
  const most = longest.every((length) => typeof length === 'number')
    ? longest.reduce((sum, length) => sum + length, 0)
    : undefined;
  const certain = parts.filter(({ isCertain }) => isCertain).map(leastItems);
  const least = certain.length > 0 ? Math.max(...certain) : Math.min(...parts.map(leastItems));
  return {
    type: 'array',
    ...(items === true ? {} : { items }),
    ...(least > 0 ? { minItems: least } : {}),
    ...(most === undefined ? {} : { maxItems: most }),
  };
}

function elementsOf({ prefixItems, items = true }: JsonObject): readonly JsonSchema[] {
  return [...(Array.isArray(prefixItems) ? (prefixItems as JsonSchema[]) : []), items as JsonSchema];
}

function leastItems({ schema }: ObjectPart): number {
  return typeof schema.minItems === 'number' ? schema.minItems : 0;
}

/** Keywords that merging understands; an object that says more is taken for open. */
const MERGED = new Set(['type', 'properties', 'required', 'additionalProperties', 'title', 'description']);

/** Members of all parts in one object. */
function mergeObjects(parts: readonly ObjectPart[]): JsonObject {
  const names = new Set(parts.flatMap(({ schema }) => Object.keys(propertiesOf(schema))));
  const properties = Object.fromEntries([...names].sort().map((name) => [name, uniteMember(parts, name)]));
  const required = requiredOf(parts);
  const isOpen = !parts.every(({ schema }) => isDetermined(schema));
  const isClosed = parts.every(({ schema }) => schema.additionalProperties === false);
  return {
    type: 'object',
    properties,
    ...(required.length > 0 ? { required } : {}),
    ...(isOpen ? { additionalProperties: true } : {}),
    ...(isClosed ? { additionalProperties: false } : {}),
  };
}

function isDetermined(schema: JsonObject): boolean {
  const isOpen = schema.additionalProperties !== undefined && schema.additionalProperties !== false;
  const saysMore = Object.keys(schema).some((keyword) => !MERGED.has(keyword));
  return !isOpen && !saysMore && (schema.properties !== undefined || schema.additionalProperties === false);
}

function uniteMember(parts: readonly ObjectPart[], name: string): JsonSchema {
  const members = parts
    .filter(({ schema }) => Object.hasOwn(propertiesOf(schema), name))
    .map(({ schema, isCertain }) => ({
      schema: propertiesOf(schema)[name] as JsonSchema,
      isCertain: isCertain && requiredNames(schema).includes(name),
    }));
  return distinct(members.map(({ schema }) => schema)).length === 1
    ? (members[0]?.schema ?? true)
    : unite(members);
}

function requiredOf(parts: readonly ObjectPart[]): readonly string[] {
  const certain = parts.filter(({ isCertain }) => isCertain).flatMap(({ schema }) => requiredNames(schema));
  const [first, ...others] = parts.map(({ schema }) => requiredNames(schema));
  const inEach = (first ?? []).filter((name) => others.every((names) => names.includes(name)));
  return [...new Set([...certain, ...inEach])].sort();
}

function propertiesOf(schema: JsonObject): JsonObject {
  return (schema.properties ?? {}) as JsonObject;
}
