import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { loadConfig, loadDefinition, memoryTree, parseTree } from '../../src/load/index.ts';
import { comparePlaces, type JsonValue } from '../../src/model/index.ts';
import { fixtureText } from '../fixtures/tree.ts';
import { told } from './reading.ts';

/** A value without the places in it: the same definition in another order has other lines. */
function withoutPlaces(value: unknown): unknown {
  if (value instanceof Map) return [...value].map(([key, entry]) => [key, withoutPlaces(entry)]);
  if (Array.isArray(value)) return value.map(withoutPlaces);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => key !== 'at' && key !== 'keyPlaces');
  return Object.fromEntries(
    entries
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, entry]) => [key, withoutPlaces(entry)]),
  );
}

/** Lists whose order has a meaning: members of a path, and everything in a schema. */
const ORDERED = new Set(['path', 'schema', 'enum', 'parameters']);

/** The same content, with the members of all objects and the items of all sets in another order. */
function shuffled(value: JsonValue, random: () => number, key = ''): JsonValue {
  if (typeof value !== 'object' || value === null || ORDERED.has(key)) return value;
  const byChance = <Item>(list: readonly Item[]): Item[] =>
    list
      .map((item) => [random(), item] as const)
      .sort(([one], [other]) => one - other)
      .map(([, item]) => item);
  if (Array.isArray(value)) return byChance(value.map((item: JsonValue) => shuffled(item, random)));
  return Object.fromEntries(
    byChance(Object.entries(value)).map(([name, entry]) => [name, shuffled(entry, random, name)]),
  );
}

it('the order of entries never matters', async () => {
  const scopes = await fixtureText('design/scopes/returns.yaml');
  const text = await fixtureText('design/mapper.yaml');
  const load = async (mapper: string) =>
    loadDefinition(memoryTree({ 'mapper.yaml': mapper, 'scopes/returns.yaml': scopes }), 'mapper.yaml');
  const expected = withoutPlaces((await load(text)).value);
  const content = parse(text) as JsonValue;
  await fc.assert(
    fc.asyncProperty(fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), async (stream) => {
      const { value, problems } = await load(stringify(shuffled(content, () => stream.next().value)));
      expect(told(problems)).toEqual([]);
      expect(withoutPlaces(value)).toEqual(expected);
    }),
    { numRuns: 20 },
  );
});

describe('no text makes the loader throw', () => {
  const signs = fc.constantFrom(
    ...'{}[]:,-?&*!|>\'"%@`#~<= \n\t0a$\\',
    'tokenpact: mapper/v1\n',
    '<<: ',
    '*a ',
    '&a ',
    '---\n',
  );
  const soup = fc.array(signs, { maxLength: 60 }).map((parts) => parts.join(''));

  it.each(['x.yaml', 'x.json', '<stdin>'])('parsed as %s', (file) => {
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: 'binary' }), fc.json()), (text) => {
        const { tree, problems } = parseTree(file, new TextEncoder().encode(text));
        expect(tree === undefined).toBe(
          problems.some(({ kind }) => kind === 'syntax' || kind === 'unreadable'),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('as bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const { tree, problems } = parseTree('x.yaml', bytes);
        expect(tree !== undefined || problems.length > 0).toBe(true);
      }),
    );
  });

  const sections = ['tokens', 'claims', 'scopes', 'resources', 'clients', 'exchanges', 'include', 'issuer'];
  const members = fc.constantFrom(
    'kind',
    'for',
    'releases',
    'path',
    'schema',
    'values',
    'deprecated',
    'grants',
    'scopes',
    'client',
    'access_token',
    '__proto__',
  );
  const { tree: anything } = fc.letrec<{ tree: JsonValue }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom<JsonValue>(null, true, 0, '', 'email', 'access_token', 'email?'),
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(members, tie('tree'), { maxKeys: 4 }),
    ),
  }));

  it('nor does any content under the right header', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.constantFrom(...sections), anything), async (content) => {
        const text = JSON.stringify({ tokenpact: 'mapper/v1', ...content });
        const { problems } = await loadDefinition(memoryTree({ 'm.json': text, 'c.json': text }), 'm.json');
        expect(problems.length).toBeGreaterThan(0);
        expect([...problems].sort((one, other) => comparePlaces(one.at, other.at))).toEqual(problems);
        await loadConfig(memoryTree({ 'tokenpact.json': text }), 'tokenpact.json');
      }),
      { numRuns: 300 },
    );
  });
});

describe('every example in a published schema is valid', () => {
  interface Schema {
    readonly $id?: string;
    readonly [keyword: string]: unknown;
  }

  /** Pointers of all subschemas that have examples. */
  function examplesIn(schema: unknown, pointer = '#'): { pointer: string; examples: readonly unknown[] }[] {
    if (typeof schema !== 'object' || schema === null) return [];
    const own =
      'examples' in schema && Array.isArray(schema.examples) ? [{ pointer, examples: schema.examples }] : [];
    const below = Object.entries(schema).filter(([key]) => key !== 'examples');
    const escaped = (key: string): string =>
      encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'));
    return [...own, ...below.flatMap(([key, value]) => examplesIn(value, `${pointer}/${escaped(key)}`))];
  }

  it.each(['mapper', 'overlay', 'consumer', 'config'])('%s', (name) => {
    const schema = JSON.parse(readFileSync(`contracts/${name}.schema.json`, 'utf8')) as Schema;
    const ajv = new Ajv2020({
      allErrors: true,
      keywords: ['$anchor'],
      validateFormats: false,
      strict: false,
    });
    ajv.addSchema(schema);
    const found = examplesIn(schema);
    expect(found.length).toBeGreaterThan(8);
    for (const { pointer, examples } of found) {
      for (const example of examples) {
        const isValid = ajv.validate({ $ref: `${schema.$id}${pointer}` }, example);
        expect({ pointer, example, isValid, errors: ajv.errors }).toEqual({
          pointer,
          example,
          isValid: true,
          errors: null,
        });
      }
    }
  });

  it.each(['mapper', 'overlay', 'consumer', 'config'])(
    'every key of %s is described, with an example',
    (name) => {
      const schema = JSON.parse(readFileSync(`contracts/${name}.schema.json`, 'utf8')) as Schema;
      const definitions = schema.$defs as Record<string, Schema>;
      const missing: string[] = [];
      const check = (value: unknown, path: string): void => {
        if (typeof value !== 'object' || value === null) return;
        const { properties } = value as { properties?: Record<string, Schema> };
        for (const [key, member] of Object.entries(properties ?? {})) {
          const reference = /^#\/\$defs\/(.*)$/.exec(String((member as Schema).$ref))?.[1] ?? '';
          const merged = { ...definitions[reference], ...(member as object) } as Schema;
          const isCondition = path.endsWith('/if') || path.endsWith('/then');
          if (!isCondition && !(merged.description && merged.examples)) missing.push(`${path}/${key}`);
        }
        for (const [key, member] of Object.entries(value))
          if (key !== 'examples') check(member, `${path}/${key}`);
      };
      check(schema, name);
      expect(missing).toEqual([]);
    },
  );
});
