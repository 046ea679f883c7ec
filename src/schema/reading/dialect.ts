import type { JsonSchema } from '../json.ts';
import { isObject } from '../json.ts';

/** The dialects that are read, each by its own rules. */
export type Dialect = '2020-12' | 'draft-07';

const DIALECT_OF_URI: Readonly<Record<string, Dialect>> = {
  'https://json-schema.org/draft/2020-12/schema': '2020-12',
  'http://json-schema.org/draft-07/schema': 'draft-07',
};

/** The dialect that `$schema` names: 2020-12 if it names none, undefined if it names another. */
export function dialectOf(schema: JsonSchema): Dialect | undefined {
  if (!isObject(schema) || !Object.hasOwn(schema, '$schema')) return '2020-12';
  const uri = String(schema.$schema).replace(/#$/, '');
  return Object.hasOwn(DIALECT_OF_URI, uri) ? DIALECT_OF_URI[uri] : undefined;
}

const ASSERTIONS = [
  ...['type', 'enum', 'const', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  ...[
    'minLength',
    'maxLength',
    'pattern',
    'format',
    'minItems',
    'maxItems',
    'uniqueItems',
    'contains',
    'items',
  ],
  ...[
    'properties',
    'patternProperties',
    'additionalProperties',
    'required',
    'minProperties',
    'maxProperties',
  ],
  ...['propertyNames', 'allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else', '$ref'],
];

/** The keywords that decide whether a value is valid. The list is closed: no other is guessed at. */
export const ASSERTIONS_OF: Readonly<Record<Dialect, ReadonlySet<string>>> = {
  '2020-12': new Set([
    ...ASSERTIONS,
    ...['prefixItems', 'minContains', 'maxContains', 'dependentRequired', 'dependentSchemas'],
    ...['unevaluatedProperties', 'unevaluatedItems'],
  ]),
  'draft-07': new Set([...ASSERTIONS, 'additionalItems', 'dependencies']),
};

/** Keywords that no value is rejected by, in either dialect. */
export const ANNOTATIONS: ReadonlySet<string> = new Set([
  ...['$schema', '$id', '$anchor', '$comment', '$defs', 'definitions', '$vocabulary'],
  ...['title', 'description', 'default', 'examples', 'deprecated', 'readOnly', 'writeOnly'],
  ...['contentEncoding', 'contentMediaType', 'contentSchema'],
]);

/**
 * Keywords that some validators obey and others do not, or whose effect depends on the path taken
 * to a schema. They are never taken for annotations. (Ajv obeys `nullable` and, in 2020-12,
 * `dependencies`.)
 */
const DISPUTED: Readonly<Record<Dialect, ReadonlySet<string>>> = {
  '2020-12': new Set([
    '$dynamicRef',
    '$dynamicAnchor',
    '$recursiveRef',
    '$recursiveAnchor',
    'nullable',
    'dependencies',
  ]),
  'draft-07': new Set(['$dynamicRef', '$recursiveRef', 'nullable']),
};

export function isDisputed(keyword: string, dialect: Dialect): boolean {
  return DISPUTED[dialect].has(keyword);
}
