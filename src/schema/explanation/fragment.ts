import { isArray, isObject, type JsonSchema, type JsonValue, pointerSteps } from '../json.ts';
import type { SchemaDocument } from '../reading/references.ts';

/**
 * The schema of a claim, as it is written: `path` is a JSON Pointer into values, where `*` stands for
 * every item of an array. Undefined where the document declares no such claim.
 */
export function fragmentAt(document: SchemaDocument, path: string): JsonSchema | undefined {
  let schema: JsonValue | undefined = document.root;
  for (const step of pointerSteps(path)) schema = partOf(document, schema, step, new Set());
  return isObject(schema) || typeof schema === 'boolean' ? schema : undefined;
}

function partOf(
  document: SchemaDocument,
  schema: JsonValue | undefined,
  step: string,
  seen: Set<JsonValue>,
): JsonValue | undefined {
  if (!isObject(schema) || seen.has(schema)) return undefined;
  seen.add(schema);
  const { properties, items, prefixItems, allOf, $ref } = schema;
  if (isObject(properties) && Object.hasOwn(properties, step)) return properties[step];
  if (step === '*' && items !== undefined && !isArray(items)) return items;
  for (const tuple of [prefixItems, items])
    if (isArray(tuple) && /^\d+$/.test(step)) return tuple[Number(step)];
  const target = typeof $ref === 'string' ? document.resolve($ref) : undefined;
  const same = [...(isArray(allOf) ? allOf : []), ...(target === undefined ? [] : [document.at(target)])];
  for (const each of same) {
    const part = partOf(document, each, step, seen);
    if (part !== undefined) return part;
  }
  return undefined;
}
