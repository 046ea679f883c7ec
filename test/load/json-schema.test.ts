import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readConsumer } from '../../src/load/consumer.ts';
import { loadConfig, memoryTree } from '../../src/load/index.ts';
import { FORMATS } from '../../src/load/json-schema.ts';
import { KEYWORDS } from '../../src/load/schema-parts.ts';
import type { JsonSchema } from '../../src/model/index.ts';
import { validator } from '../../src/schema/index.ts';
import { FORMATS as UNDERSTOOD } from '../../src/schema/language/formats.ts';
import { ANNOTATIONS, ASSERTIONS_OF } from '../../src/schema/reading/dialect.ts';
import { load, parsed, told } from './reading.ts';

/** Problems of the schema of a claim, which starts at column 15 of line 4. */
const problemsOf = async (schema: string): Promise<string[]> =>
  (await load(`claims: { a: { schema: ${schema} } }`)).problems.map((one) =>
    one.replace(/^mapper\.yaml:/, ''),
  );

const FLAGGED = 'write it as JavaScript does with the flag u; what stands for itself needs a backslash';
const LOOP =
  'invalid: this schema comes back to itself without going into the value: no check of it would end (let it go through "properties" or "items", or take it out)';

describe('a schema that no validator can use', () => {
  it.each([
    [
      '{ pattern: "(" }',
      `4:26 invalid: expected a regular expression, found "(": unterminated group (${FLAGGED})`,
    ],
    [
      '{ patternProperties: { "[": true } }',
      `4:47 invalid: expected a regular expression, found "[": unterminated character class (${FLAGGED})`,
    ],
    [
      '{ properties: { b: { pattern: "\\\\-" } } }',
      `4:45 invalid: expected a regular expression, found "\\\\-": invalid escape (${FLAGGED})`,
    ],
    [
      '{ $ref: "https://schemas.example/a.json" }',
      '4:26 invalid: expected a "$ref" within the schema, found "https://schemas.example/a.json": nothing is fetched (copy what it means into $defs and refer to it as "#/$defs/name")',
    ],
    [
      '{ $ref: "#/$defs/nmae", $defs: { name: true } }',
      '4:26 invalid: "#/$defs/nmae" leads to no schema within this one (did you mean "#/$defs/name"?)',
    ],
    ['{ $ref: "#/%" }', '4:26 invalid: "#/%" leads to no schema within this one (define it in $defs)'],
    ['{ $ref: "#a" }', '4:26 invalid: "#a" leads to no schema within this one (define it in $defs)'],
    [
      '{ $ref: "#/const", const: {} }',
      '4:26 invalid: "#/const" leads to no schema within this one (define it in $defs)',
    ],
    ['{ $ref: "#" }', `4:26 ${LOOP}`],
    ['{ allOf: [{ anyOf: [{ $ref: "#" }] }] }', `4:46 ${LOOP}`],
    [
      '{ $ref: "#/$defs/b", $defs: { b: { not: { $ref: "#/$defs/c" } }, c: { if: { $ref: "#/$defs/b" } } } }',
      `4:100 ${LOOP}`,
    ],
    [
      '{ $schema: "http://json-schema.org/draft-07/schema#" }',
      '4:26 invalid: expected "https://json-schema.org/draft/2020-12/schema", found "http://json-schema.org/draft-07/schema#" (leave it out)',
    ],
    [
      '{ items: { $id: "https://schemas.example/b" } }',
      '4:35 invalid: "$id" can mean another schema once this one is a part of a contract (refer to schemas as "#/$defs/name")',
    ],
    [
      '{ $defs: { b: { $anchor: here } } }',
      '4:40 invalid: "$anchor" can mean another schema once this one is a part of a contract (refer to schemas as "#/$defs/name")',
    ],
    [
      '{ $dynamicRef: "#here" }',
      '4:26 invalid: "$dynamicRef" can mean another schema once this one is a part of a contract (refer to schemas as "#/$defs/name")',
    ],
    [
      '{ maxlength: 3 }',
      '4:26 invalid: unknown keyword "maxlength": it would check nothing (did you mean "maxLength"?)',
    ],
    [
      '{ type: string, format: date-tiem }',
      '4:40 invalid: unknown format "date-tiem": it would check nothing (did you mean "date-time"?)',
    ],
  ])('%s', async (schema, expected) => {
    expect(await problemsOf(schema)).toEqual([expected]);
  });

  it.each([
    'scopes: { pay: { schema: { pattern: "(" } } }',
    'tokens: { id_token: { schema: { pattern: "(" } } }',
  ])('is found in %s', async (section) => {
    const { value, problems } = await load(section);
    expect(value).toBeUndefined();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('expected a regular expression');
  });

  it('is found in a consumer', () => {
    const head =
      'tokenpact: consumer/v1\nname: a\nparty: first\nreads: access_token\nas: { gateway: edge }\n';
    const text = `${head}expects: { $ref: "#" }\ndecisions: [{ name: b, allows: { pattern: "(" } }]\n`;
    expect(told(readConsumer(parsed(text, 'a.consumer.yaml')).problems)).toEqual([
      `a.consumer.yaml:6:12 ${LOOP}`,
      `a.consumer.yaml:7:34 invalid: expected a regular expression, found "(": unterminated group (${FLAGGED})`,
    ]);
  });
});

it('is found in an own rule', async () => {
  const rule =
    '{ id: shop/a, every: claim, message: no, where: { $ref: "http://a.example" }, must: { type: text } }';
  const { value, problems } = await loadConfig(memoryTree({ 'tokenpact.yaml': `ownRules: [${rule}]\n` }));
  expect(value).toBeUndefined();
  expect(told(problems)).toEqual([
    'tokenpact.yaml:1:62 invalid: expected a "$ref" within the schema, found "http://a.example": nothing is fetched (copy what it means into $defs and refer to it as "#/$defs/name")',
    'tokenpact.yaml:1:98 invalid: expected "array", "boolean", "integer", "null", "number", "object" or "string", found the string "text"',
  ]);
});

describe('a schema that can be used', () => {
  it.each([
    '{ $ref: "#/$defs/n", $defs: { n: { type: array, items: { $ref: "#/$defs/n" } } } }',
    '{ $ref: "#/$defs/a~1b%25", $defs: { "a/b%": { type: string } } }',
    '{ anyOf: [{ $ref: "#/$defs/n" }, { $ref: "#/$defs/n" }], $defs: { n: { maxLength: 9 } } }',
    '{ const: { $ref: "https://schemas.example/a.json", pattern: "(" } }',
    '{ format: phone, x-owner: team-a, example: a, decimals: 2 }',
    '{ $id: "https://schemas.example/a", $schema: "https://json-schema.org/draft/2020-12/schema" }',
  ])('%s', async (schema) => {
    const { value, problems } = await load(`claims: { a: { schema: ${schema} } }`);
    expect(problems).toEqual([]);
    expect(() => validator(value?.claims.get('a')?.schema ?? false)('x')).not.toThrow();
  });
});

test('a chain of references longer than any stack', async () => {
  const links = Array.from({ length: 20_000 }, (_, index) => `"${index}":{"$ref":"#/$defs/${index + 1}"}`);
  const schema = `{"$ref":"#/$defs/0","$defs":{${links.join()},"20000":true}}`;
  expect(await problemsOf(schema)).toEqual([]);
});

test('thousands of mistakes are told as far as anybody reads', async () => {
  const wrong = Array.from({ length: 5_000 }, (_, index) => `"a${index}":{"$ref":"#/$defs/b${index}"}`);
  expect(await problemsOf(`{"$defs":{${wrong.join()}}}`)).toHaveLength(50);
});

test('what is known here is what the schema engine understands', () => {
  const understood = [...ASSERTIONS_OF['2020-12'], ...ANNOTATIONS];
  const unjudged = ['$dynamicRef', '$dynamicAnchor', 'dependencies', 'example'];
  expect([...KEYWORDS].sort()).toEqual([...new Set([...understood, ...unjudged])].sort());
  expect([...FORMATS].sort()).toEqual([...UNDERSTOOD.keys()].sort());
});

/** Schemas of five definitions that lead to each other, with and without going into the value. */
const NAMES = ['a', 'b', 'c', 'd', 'e'];
const reference = fc.constantFrom(...NAMES).map((name) => ({ $ref: `#/$defs/${name}` }));
const definition = fc.oneof(
  reference,
  reference.map((one) => ({ allOf: [{ minLength: 1 }, one] })),
  reference.map((one) => ({ not: { anyOf: [one] } })),
  reference.map((one) => ({ items: one, properties: { p: one } })),
  fc.constant({ type: 'string' }),
);
const tangled = fc
  .tuple(...NAMES.map(() => definition))
  .map((all) => ({ $ref: '#/$defs/a', $defs: Object.fromEntries(NAMES.map((name, at) => [name, all[at]])) }));

/** Whether some path of references comes back without `items` or `properties` between: by trying all of them. */
function isEndless(definitions: Readonly<Record<string, unknown>>): boolean {
  const comesBack = (schema: unknown, passed: readonly string[]): boolean => {
    if (typeof schema !== 'object' || schema === null) return false;
    const { $ref, allOf = [], not, anyOf = [] } = schema as Record<string, never>;
    const name = String($ref ?? '').slice(-1);
    if (passed.includes(name)) return true;
    const below = [...allOf, ...anyOf, not, name === '' ? undefined : definitions[name]];
    return below.some((one) => comesBack(one, name === '' ? passed : [...passed, name]));
  };
  return NAMES.some((name) => comesBack(definitions[name], [name]));
}

test('a reference without an end is told if and only if there is one, and what is not told can be checked', async () => {
  await fc.assert(
    fc.asyncProperty(tangled, async (schema) => {
      const problems = await problemsOf(JSON.stringify(schema));
      expect(problems.length > 0).toBe(isEndless(schema.$defs));
      if (problems.length === 0)
        expect(() => validator(schema as JsonSchema)([[{ p: ['x'] }]])).not.toThrow();
    }),
    { numRuns: 200 },
  );
});
