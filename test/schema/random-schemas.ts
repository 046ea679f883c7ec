import fc from 'fast-check';
import type { JsonObject, JsonSchema, JsonValue } from '../../src/schema/index.ts';

/** Few names, patterns and values, so that random schemas have much to do with each other. */
const name = fc.constantFrom('a', 'b', 'ab', 'x1', 'constructor');
const pattern = fc.constantFrom('^a', 'b$', '^[a-b]+$', '[0-9]', '^(?:ab)*$', '^.{2,3}$', 'a|b', '^$');
const format = fc.constantFrom(
  'email',
  'uuid',
  'date',
  'date-time',
  'uri',
  'uri-reference',
  'ipv4',
  'time',
  'hostname',
);
const count = fc.integer({ min: 0, max: 4 });
const number = fc.constantFrom(-3, -1, -0.5, 0, 0.5, 1, 1.5, 2, 3, 4, 6, 10);
const scalar = fc.constantFrom<JsonValue>(
  null,
  true,
  false,
  0,
  1,
  2,
  1.5,
  -1,
  '',
  'a',
  'b',
  'ab',
  'x1',
  'a@b.co',
);
const type = fc.constantFrom('null', 'boolean', 'number', 'integer', 'string', 'array', 'object');

/** Small JSON values over the same names and scalars. */
export const values: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', maxDepth: 3, withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'ab', 'x1'), tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value;

type Keywords = Record<string, fc.Arbitrary<JsonValue>>;

function numberKeywords(): Keywords {
  const divisor = fc.constantFrom(0.5, 1, 2, 3, 4, 1.5);
  return {
    ...{ minimum: number, maximum: number, exclusiveMinimum: number, exclusiveMaximum: number },
    multipleOf: divisor,
  };
}

function arrayKeywords(schema: fc.Arbitrary<JsonSchema>): Keywords {
  return {
    ...{ items: schema, prefixItems: fc.array(schema, { minLength: 1, maxLength: 3 }), contains: schema },
    ...{ minItems: count, maxItems: count, minContains: count, maxContains: count },
    uniqueItems: fc.boolean(),
    unevaluatedItems: schema,
  };
}

function objectKeywords(schema: fc.Arbitrary<JsonSchema>): Keywords {
  return {
    properties: fc.dictionary(name, schema, { maxKeys: 3, noNullPrototype: true }),
    patternProperties: fc.dictionary(pattern, schema, { maxKeys: 2, noNullPrototype: true }),
    additionalProperties: schema,
    required: fc.uniqueArray(name, { maxLength: 3 }),
    ...{ minProperties: count, maxProperties: count, propertyNames: schema },
    dependentRequired: fc.dictionary(name, fc.uniqueArray(name, { maxLength: 2 }), {
      maxKeys: 2,
      noNullPrototype: true,
    }),
    dependentSchemas: fc.dictionary(name, schema, { maxKeys: 2, noNullPrototype: true }),
    unevaluatedProperties: schema,
  };
}

function combinators(schema: fc.Arbitrary<JsonSchema>): Keywords {
  const several = fc.array(schema, { minLength: 1, maxLength: 3 });
  return {
    allOf: several,
    anyOf: several,
    oneOf: several,
    not: schema,
    if: schema,
    // biome-ignore lint/suspicious/noThenProperty: the name of a JSON Schema keyword
    then: schema,
    else: schema,
  };
}

/** Some of the keywords of one group, at most three. */
function some(keywords: Keywords): fc.Arbitrary<JsonObject> {
  const entries = Object.entries(keywords).map(([keyword, value]) =>
    value.map((each) => [keyword, each] as const),
  );
  return fc
    .array(fc.oneof(...entries), { minLength: 1, maxLength: 3 })
    .map((chosen) => Object.fromEntries(chosen));
}

function schemasOf(schema: fc.Arbitrary<JsonSchema>): fc.Arbitrary<JsonSchema> {
  const strings: Keywords = { minLength: count, maxLength: count, pattern, format };
  const typed = (of: string, keywords: Keywords) =>
    fc.tuple(fc.boolean(), some(keywords)).map(([said, rest]) => (said ? { type: of, ...rest } : rest));
  return fc.oneof(
    { weight: 3, arbitrary: typed('number', numberKeywords()) },
    { weight: 3, arbitrary: typed('string', strings) },
    { weight: 4, arbitrary: typed('array', arrayKeywords(schema)) },
    { weight: 6, arbitrary: typed('object', objectKeywords(schema)) },
    { weight: 4, arbitrary: some(combinators(schema)) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(some(combinators(schema)), some(objectKeywords(schema)))
        .map(([one, other]) => ({ ...one, ...other })),
    },
  );
}

/** Random schemas in 2020-12, over all keywords that are understood. */
export const schemas: fc.Arbitrary<JsonSchema> = fc.letrec<{ schema: JsonSchema }>((tie) => ({
  schema: fc.oneof(
    { depthSize: 'small', maxDepth: 3, withCrossShrink: true },
    fc.oneof(
      fc.boolean(),
      type.map((each): JsonSchema => ({ type: each })),
      fc.uniqueArray(type, { minLength: 1, maxLength: 3 }).map((types): JsonSchema => ({ type: types })),
      fc.uniqueArray(scalar, { minLength: 1, maxLength: 4 }).map((each): JsonSchema => ({ enum: each })),
      values.map((each): JsonSchema => ({ const: each })),
    ),
    schemasOf(tie('schema')),
  ),
})).schema;

/** The same JSON with its part number `index` (of the numbers, lists and members) changed a little. */
function tweak(schema: JsonValue, index: number, by: number): JsonValue {
  let left = index;
  const walk = (value: JsonValue): JsonValue => {
    if (typeof value === 'number') {
      left -= 1;
      return left === -1 ? value + by : value;
    }
    if (value === null || typeof value !== 'object') return value;
    left -= 1;
    const here = left === -1 && Object.keys(value).length > 1;
    if (Array.isArray(value)) return (here ? value.slice(1) : value).map(walk);
    const members = Object.entries(value);
    return Object.fromEntries((here ? members.slice(1) : members).map(([key, each]) => [key, walk(each)]));
  };
  return walk(schema);
}

const relation = fc.constantFrom(
  'other',
  'other',
  'both',
  'either',
  'same',
  'merged',
  'tweaked',
  'tweaked',
  'tweaked',
);

/** A schema and another one: related in many ways, so that both verdicts are common. */
export const pairs: fc.Arbitrary<readonly [JsonSchema, JsonSchema]> = fc
  .tuple(schemas, schemas, relation, fc.nat(12), fc.constantFrom(-1, 1))
  .map(([one, other, related, index, by]) => {
    if (related === 'both')
      return [{ allOf: [one, other] }, { not: { anyOf: [{ not: one }, { not: other }] } }];
    if (related === 'either') return [{ oneOf: [one, other] }, { anyOf: [other, one] }];
    if (related === 'same') return [{ not: { not: one } }, one];
    if (related === 'merged' && typeof one === 'object' && typeof other === 'object')
      return [one, { ...one, ...other }];
    if (related === 'tweaked') return [one, tweak(one, index, by) as JsonSchema];
    return [one, other];
  });

/** Schemas whose simplest leaves, `{ "type": … }` alone, are references to a definition that refers to itself. */
function withReferences(schema: JsonSchema, definition: JsonSchema): JsonSchema {
  const refer = (value: JsonValue): JsonValue => {
    if (Array.isArray(value)) return value.map(refer);
    if (value === null || typeof value !== 'object') return value;
    if (isLeaf(value as JsonObject)) return { $ref: '#/$defs/d' };
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [
        name,
        name === 'const' || name === 'enum' ? inner : refer(inner),
      ]),
    );
  };
  return { $defs: { d: refer(definition) }, allOf: [refer(schema)] };
}

function isLeaf(schema: JsonObject): boolean {
  return Object.keys(schema).length === 1 && typeof schema.type === 'string';
}

/** Pairs of schemas with references, mostly recursive. */
export const recursivePairs: fc.Arbitrary<readonly [JsonSchema, JsonSchema]> = fc
  .tuple(pairs, schemas, schemas, fc.boolean())
  .map(([[one, other], definition, another, same]) => [
    withReferences(one, definition),
    withReferences(other, same ? definition : another),
  ]);
