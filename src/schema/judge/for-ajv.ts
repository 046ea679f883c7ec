import { isArray, isObject, type JsonObject, type JsonSchema, type JsonValue, objectOf } from '../json.ts';
import { SchemaDocument } from '../reading/references.ts';

/**
 * A copy for Ajv. References become pointers into the schema itself and identifiers go away, so that
 * one Ajv instance can take any number of schemas, even of the same `$id`.
 */
export function prepareForAjv(root: JsonSchema): JsonSchema {
  const document = new SchemaDocument(root);
  const copy = (value: JsonValue): JsonValue => {
    if (isArray(value)) return value.map(copy);
    if (!isObject(value)) return value;
    return objectOf(Object.entries(separateContains(value)).flatMap(copyMember));
  };
  const copyMember = ([name, value]: [string, JsonValue]): [string, JsonValue][] => {
    if (VALUES.has(name))
      return name === 'enum' && isArray(value) && value.length === 0 ? [['not', {}]] : [[name, value]];
    if (IDENTIFIERS.has(name) && typeof value === 'string') return [];
    if (name !== '$ref' || typeof value !== 'string') return [[name, copy(value)]];
    const target = document.resolve(value);
    return [[name, target === undefined ? value : `#${encodeURI(target)}`]];
  };
  return copy(root) as JsonSchema;
}

/**
 * After a tuple, Ajv 8.20 skips the other keywords of arrays for `[]`, which then seems to contain
 * something. In a schema of its own, `contains` is looked at.
 */
function separateContains(schema: JsonObject): JsonObject {
  const tuple = isArray(schema.prefixItems) || isArray(schema.items);
  if (!tuple || !Object.hasOwn(schema, 'contains')) return schema;
  const moved = Object.entries(schema).filter(([name]) => CONTAINS.has(name));
  const kept = Object.entries(schema).filter(([name]) => !CONTAINS.has(name) && name !== 'allOf');
  return objectOf([...kept, ['allOf', [...(isArray(schema.allOf) ? schema.allOf : []), objectOf(moved)]]]);
}

const CONTAINS = new Set(['contains', 'minContains', 'maxContains']);
const VALUES = new Set(['enum', 'const', 'default', 'examples']);
const IDENTIFIERS = new Set(['$schema', '$id', '$anchor']);

/** The number of parts that a schema would have with its references put in place, recursion once. */
export function sizeUnfolded(document: SchemaDocument): number {
  const sizes = new Map<string, number>();
  const sizeOf = (value: JsonValue): number => {
    if (isArray(value)) return value.reduce<number>((sum, item) => sum + sizeOf(item), 1);
    if (!isObject(value)) return 1;
    const target = typeof value.$ref === 'string' ? document.resolve(value.$ref) : undefined;
    const referred = target === undefined ? 0 : sizeAt(target);
    return Object.values(value).reduce<number>((sum, member) => sum + sizeOf(member), 1 + referred);
  };
  const sizeAt = (pointer: string): number => {
    const known = sizes.get(pointer);
    if (known !== undefined) return known;
    sizes.set(pointer, 0);
    const size = sizeOf(document.at(pointer) ?? true);
    sizes.set(pointer, size);
    return size;
  };
  return sizeAt('');
}
