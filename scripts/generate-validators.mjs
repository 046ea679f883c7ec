// JSON Schemas → standalone Ajv code, so that checking a file costs no compilation when tokenpact runs.
import Ajv from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';

/** `mapper` → `validateMapper`; a definition `part` of it that stands alone → `validateMapperPart`. */
const functionName = (...names) =>
  `validate${names.map((name) => name[0].toUpperCase() + name.slice(1)).join('')}`;

/** Definitions that are whole files of their own: they have an `$anchor`. */
function anchored([name, schema]) {
  const definitions = Object.values(schema.$defs ?? {}).filter(({ $anchor }) => $anchor !== undefined);
  return definitions.map(({ $anchor }) => [functionName(name, $anchor), `${schema.$id}#${$anchor}`]);
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

const TYPES = `/** One way in which a file differs from its schema, as Ajv tells it. */
export interface SchemaError {
  readonly keyword: string;
  /** JSON Pointer of what is wrong. */
  readonly instancePath: string;
  /** Where in the schema the rule stands: a key of \`terms\`, with the keyword after it. */
  readonly schemaPath: string;
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

/** What the schemas say in words: the keys that an object may have, a title, an example. */
function termsOf(schema, pointer, terms) {
  if (typeof schema !== 'object' || schema === null) return terms;
  const keys = schema.properties === undefined ? undefined : Object.keys(schema.properties);
  const [example] = schema.examples ?? [];
  if (keys !== undefined || schema.title !== undefined) {
    terms[pointer] = {
      ...(schema.title && { title: schema.title }),
      ...(example && { example }),
      ...(keys && { keys }),
    };
  }
  const escaped = (key) => key.replaceAll('~', '~0').replaceAll('/', '~1');
  for (const [key, value] of Object.entries(schema)) {
    if (key !== 'examples') termsOf(value, `${pointer}/${escaped(key)}`, terms);
  }
  return terms;
}

/** Code, types and words for schemas given as [name, schema]. */
export async function standaloneValidators(schemas) {
  const options = {
    code: { source: true, esm: true },
    allErrors: true,
    strict: true,
    validateFormats: false,
  };
  const ajv = new Ajv.default({ ...options, schemas: schemas.map(([, schema]) => schema) });
  const exported = schemas.flatMap((named) => [[functionName(named[0]), named[1].$id], ...anchored(named)]);
  const code = await bundled(standaloneCode.default(ajv, Object.fromEntries(exported)));
  const types = TYPES + exported.map(([name]) => `export const ${name}: Validator;\n`).join('');
  const terms = schemas.map(
    ([name, schema]) =>
      `  ${name}: ${JSON.stringify(termsOf(schema, '#', {}), null, 2).replaceAll('\n', '\n  ')},\n`,
  );
  return {
    code,
    types,
    terms: `/** What one part of a schema says in words. */
export interface Term {
  readonly title?: string;
  readonly example?: unknown;
  /** The keys that an object there may have. */
  readonly keys?: readonly string[];
}

/** By schema, then by the place in it. */
export const terms: Readonly<Record<string, Readonly<Record<string, Term>>>> = {
${terms.join('')}};
`,
  };
}
