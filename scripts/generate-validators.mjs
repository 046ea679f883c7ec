// JSON Schemas → standalone Ajv code, so that checking a file costs no compilation when tokenpact runs.
import Ajv from 'ajv/dist/2020.js';
import validationVocabulary from 'ajv/dist/refs/json-schema-2020-12/meta/validation.json' with {
  type: 'json',
};
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';

const capital = (name) => name[0].toUpperCase() + name.slice(1);

/** A schema and the definitions in it that are whole files of their own (those with an `$anchor`), by name. */
function formatsOf([name, schema]) {
  const definitions = Object.values(schema.$defs ?? {}).filter(({ $anchor }) => $anchor !== undefined);
  const parts = definitions.map((part) => ({
    name: name + capital(part.$anchor),
    root: schema,
    schema: part,
  }));
  return [{ name, root: schema, schema }, ...parts];
}

/** What people read and Ajv does not; members that happen to be called so are objects. */
function withoutWords(schema) {
  return JSON.parse(
    JSON.stringify(schema, (key, value) => {
      const isWords =
        (key === 'description' && typeof value === 'string') || (key === 'examples' && Array.isArray(value));
      return isWords ? undefined : value;
    }),
  );
}

/**
 * Ajv joins the errors of each entry to all before them by copying both: quadratic in the mistakes of a file.
 * Each list of errors has one owner, so it can grow in place.
 */
function withGrowingErrors(code) {
  const append =
    'function append(errors, more) { for (const error of more) errors.push(error); return errors; }';
  return `${code.replaceAll('vErrors.concat(', 'append(vErrors, ')}\n${append}\n`;
}

async function bundled(contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: import.meta.dirname, loader: 'js' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    target: 'node20',
    minifySyntax: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
  return outputFiles[0].text;
}

const VALIDATOR_TYPES = `/** One way in which a file differs from its format, as Ajv tells it. */
export interface SchemaError {
  readonly keyword: string;
  /** JSON Pointer of what is wrong. */
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** Set on errors about a member's name. */
  readonly propertyName?: string;
}

/** Says whether a value is valid; \`errors\` holds what was wrong the last time. */
export interface Validator {
  (value: unknown): boolean;
  readonly errors?: readonly SchemaError[] | null;
}

`;

const FORMAT_TYPES = `/** What the schema of a file says in words, value by value. */
export interface Format {
  readonly title?: string;
  readonly example?: unknown;
  /** The keys that an object may have. */
  readonly keys?: Readonly<Record<string, Format>>;
  /** What each item of a list, or each entry of an object with free names, is. */
  readonly each?: Format;
  /** What its names are. */
  readonly names?: Format;
}

`;

/** Whether an example helps in one line of text. */
function isShort(example) {
  const isValue = typeof example === 'string' || typeof example === 'number' || Array.isArray(example);
  return isValue && JSON.stringify(example).length <= 60;
}

/** The words of a schema. User schemas are the meta-schema's business: they are left as leaves. */
function wordsOf(schema, root) {
  if (typeof schema !== 'object') return {};
  const [, definition] = /^#\/\$defs\/(.*)$/.exec(schema.$ref ?? '') ?? [];
  const referred = definition === undefined ? {} : wordsOf(root.$defs[definition], root);
  const within = schema.then === undefined ? {} : wordsOf(schema.then, root);
  const each = schema.additionalProperties || schema.items;
  const words = { ...referred, ...within };
  if (schema.title !== undefined) words.title = schema.title;
  const [example] = schema.examples ?? [];
  if (isShort(example)) words.example = example;
  if (schema.additionalProperties === false) {
    const keys = Object.entries(schema.properties ?? {});
    words.keys = Object.fromEntries(keys.map(([key, member]) => [key, wordsOf(member, root)]));
  }
  if (each) words.each = wordsOf(each, root);
  if (schema.propertyNames !== undefined) words.names = wordsOf(schema.propertyNames, root);
  return words;
}

/** `uniqueItems` compares every pair, unless the items' type is told beside their $ref: then it hashes. */
function tellItemTypes() {
  const [, list] = validationVocabulary.properties.type.anyOf;
  list.items.type = 'string';
}

/** Code, its types, and the words of its errors, for schemas given as [name, schema]. */
export async function standaloneValidators(schemas) {
  tellItemTypes();
  // JSON Schema's own meta-schema, which user schemas are checked with, has types such as [object, boolean].
  const strictness = { strict: true, allowUnionTypes: true, validateFormats: false };
  const options = {
    code: { source: true, esm: true },
    allErrors: true,
    keywords: ['$anchor'],
    ...strictness,
  };
  const ajv = new Ajv.default({ ...options, schemas: schemas.map(([, schema]) => withoutWords(schema)) });
  const formats = schemas.flatMap(formatsOf);
  const functions = formats.map(({ name, root, schema }) => [
    `validate${capital(name)}`,
    schema === root ? root.$id : `${root.$id}#${schema.$anchor}`,
  ]);
  const words = formats.map(({ name, root, schema }) => [`${name}Format`, wordsOf(schema, root)]);
  return {
    code: await bundled(withGrowingErrors(standaloneCode.default(ajv, Object.fromEntries(functions)))),
    types: VALIDATOR_TYPES + functions.map(([name]) => `export const ${name}: Validator;\n`).join(''),
    formats:
      FORMAT_TYPES +
      words
        .map(([name, format]) => `export const ${name}: Format = ${JSON.stringify(format, null, 2)};\n`)
        .join('\n'),
  };
}
