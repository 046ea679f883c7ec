import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { SCHEMAS } from '../../src/generated/version.ts';

type Schema = Readonly<Record<string, unknown>>;

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const FILES = readdirSync('contracts').filter((name) => name.endsWith('.schema.json'));
/** What people write by hand, in an editor that shows examples; the others are made by tokenpact. */
const WRITTEN = ['mapper.schema.json', 'consumer.schema.json', 'config.schema.json', 'overlay.schema.json'];

/** Keywords whose value is no schema: what a condition asks, and data. */
const NO_SCHEMA = new Set(['if', 'examples', 'const', 'enum', 'default']);

/** Every key that a schema describes, with its pointer. */
function* properties(schema: unknown, pointer = ''): Iterable<readonly [pointer: string, property: Schema]> {
  if (!isSchema(schema)) return;
  for (const [keyword, value] of Object.entries(schema)) {
    if (NO_SCHEMA.has(keyword)) continue;
    const isMap = keyword === 'properties' || keyword === 'patternProperties' || keyword === '$defs';
    const below = isMap || Array.isArray(value) ? Object.entries(value as object) : [['', value] as const];
    for (const [name, one] of below) {
      const at = `${pointer}/${keyword}${name && `/${name}`}`;
      if (keyword === 'properties' && isSchema(one)) yield [at, one];
      yield* properties(one, at);
    }
  }
}

/** Values that need no example: there are few of them, or they are described where they are defined. */
function speaksForItself(property: Schema): boolean {
  const { type, $ref, items } = property;
  return (
    $ref !== undefined ||
    'enum' in property ||
    'const' in property ||
    'oneOf' in property ||
    'anyOf' in property ||
    type === 'boolean' ||
    type === 'object' ||
    (isSchema(items) && (items.$ref !== undefined || 'enum' in items || items.type === 'object'))
  );
}

const read = (file: string) => JSON.parse(readFileSync(`contracts/${file}`, 'utf8'));

describe.each(FILES)('%s', (file) => {
  const schema = read(file);
  const all = [...properties(schema)];

  test('lies where init sends editors', () => {
    expect(schema.$id).toBe(`${SCHEMAS}/${file}`);
  });

  test('says of every key what it is', () => {
    const silent = all.filter(
      ([, property]) => !['description', '$ref', 'const'].some((keyword) => keyword in property),
    );
    expect(silent.map(([pointer]) => pointer)).toEqual([]);
  });

  test('its examples are valid', () => {
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    ajv.addSchema(FILES.map(read));
    const wrong = all.flatMap(([pointer, property], index) => {
      const examples = Array.isArray(property.examples) ? property.examples : [];
      const validate = ajv.compile({ ...property, $defs: schema.$defs, $id: `${SCHEMAS}/${index}-${file}` });
      return examples
        .filter((example) => !validate(example))
        .map((example) => `${pointer}: ${JSON.stringify(example)}`);
    });
    expect(wrong).toEqual([]);
  });
});

test.each(WRITTEN)('%s shows an example of every key', (file) => {
  const bare = [...properties(read(file))].filter(
    ([, property]) => !speaksForItself(property) && !Array.isArray(property.examples),
  );
  expect(bare.map(([pointer]) => pointer)).toEqual([]);
});
