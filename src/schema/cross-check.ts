import { isArray, isObject, type JsonObject, type JsonSchema, type JsonValue, objectOf } from './json.ts';
import { ANNOTATIONS } from './reading/dialect.ts';
import { SchemaDocument } from './reading/references.ts';
import type { Inclusion } from './verdict.ts';

/**
 * The keywords that json-schema-diff understands. Inside of them it was right in 2,256 of 2,257
 * judgements; the others it ignores without a word, which made it miss every fourth break.
 */
const UNDERSTOOD: ReadonlySet<string> = new Set([
  ...['type', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'minLength', 'maxLength'],
  ...['items', 'minItems', 'maxItems', 'properties', 'additionalProperties', 'required'],
  ...['minProperties', 'maxProperties', 'allOf', 'anyOf', 'oneOf', 'not'],
]);

/** Its time doubles and more with every alternative: five variants of an object take 15 seconds. */
const MAX_ALTERNATIVES = 4;

const MAX_DEPTH = 20;

/**
 * The same schema as json-schema-diff can take it, or undefined if it cannot: references are put in
 * place first (it would fetch them from disk and network), and every keyword must be understood.
 */
export function forSecondEngine(schema: JsonSchema): JsonSchema | undefined {
  const document = new SchemaDocument(schema);
  const prepared = prepare(document, schema, 0);
  return prepared !== undefined && countAlternatives(prepared) <= MAX_ALTERNATIVES ? prepared : undefined;
}

/**
 * Puts an inclusion to json-schema-diff, an independent implementation. Where that cannot judge the
 * two schemas, or says the same, the inclusion comes back; else nothing is certain any more.
 *
 * @example
 * const verdict = await crossCheck(a, b, includes(a, b));
 */
export async function crossCheck(a: JsonSchema, b: JsonSchema, inclusion: Inclusion): Promise<Inclusion> {
  const [source, destination] = [forSecondEngine(a), forSecondEngine(b)];
  if (source === undefined || destination === undefined || inclusion.verdict === 'undecided')
    return inclusion;
  const { default: jsonSchemaDiff } = await import('json-schema-diff');
  const { removalsFound } = await jsonSchemaDiff.diffSchemas({
    sourceSchema: source as never,
    destinationSchema: destination as never,
  });
  if (removalsFound === (inclusion.verdict === 'not-included')) return inclusion;
  return {
    verdict: 'undecided',
    reason: `json-schema-diff says the opposite of "${inclusion.verdict}"`,
    path: '',
  };
}

function prepare(
  document: SchemaDocument,
  schema: JsonValue | undefined,
  depth: number,
): JsonSchema | undefined {
  if (typeof schema === 'boolean') return schema;
  if (!isObject(schema) || depth > MAX_DEPTH) return undefined;
  if (schema.$ref !== undefined) return prepareReference(document, schema, depth);
  const members: [string, JsonValue][] = [];
  for (const [keyword, value] of Object.entries(schema)) {
    if (ANNOTATIONS.has(keyword)) continue;
    const prepared = UNDERSTOOD.has(keyword) ? prepareKeyword(document, keyword, value, depth) : undefined;
    if (prepared === undefined) return undefined;
    members.push([keyword, prepared]);
  }
  return objectOf(members);
}

function prepareReference(
  document: SchemaDocument,
  schema: JsonObject,
  depth: number,
): JsonSchema | undefined {
  const beside = Object.keys(schema).filter((keyword) => keyword !== '$ref' && !ANNOTATIONS.has(keyword));
  const target = typeof schema.$ref === 'string' ? document.resolve(schema.$ref) : undefined;
  if (beside.length > 0 || target === undefined) return undefined;
  return prepare(document, document.at(target), depth + 1);
}

function prepareKeyword(
  document: SchemaDocument,
  keyword: string,
  value: JsonValue,
  depth: number,
): JsonValue | undefined {
  const inner = (schema: JsonValue | undefined) => prepare(document, schema, depth + 1);
  if (['items', 'additionalProperties', 'not'].includes(keyword))
    return isArray(value) ? undefined : inner(value);
  if (['allOf', 'anyOf', 'oneOf'].includes(keyword))
    return isArray(value) ? allOrNone(value.map(inner)) : undefined;
  if (keyword !== 'properties' || !isObject(value)) return value;
  const schemas = allOrNone(Object.values(value).map(inner));
  return schemas && objectOf(Object.keys(value).map((name, index) => [name, schemas[index] ?? true]));
}

function allOrNone(schemas: readonly (JsonSchema | undefined)[]): JsonSchema[] | undefined {
  const prepared = schemas.filter((schema) => schema !== undefined);
  return prepared.length === schemas.length ? prepared : undefined;
}

function countAlternatives(value: JsonValue): number {
  if (isArray(value)) return value.reduce<number>((sum, item) => sum + countAlternatives(item), 0);
  if (!isObject(value)) return 0;
  return Object.entries(value).reduce((sum, [keyword, inner]) => {
    const choices = (keyword === 'anyOf' || keyword === 'oneOf') && isArray(inner) ? inner.length : 0;
    return sum + choices + countAlternatives(inner);
  }, 0);
}
