// Writes src/generated from what people write: the schemas and registries in contracts/, the rooms in src/rules.
// The same input gives the same bytes; a file that did not change is not touched. What is absent gives empty
// output.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { standaloneValidators } from './generate-validators.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const HEADER = '// Written by scripts/generate.mjs. Do not edit.\n';

/** Code-unit order, the same on every machine. */
const inOrder = (names) => [...names].sort((one, other) => (one < other ? -1 : one > other ? 1 : 0));

function foldersIn(path) {
  if (!existsSync(path)) return [];
  const entries = readdirSync(path, { withFileTypes: true });
  return inOrder(entries.filter((entry) => entry.isDirectory()).map(({ name }) => name));
}

function readJson(path) {
  const file = join(root, path);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** Replaces a file in one step, so that a reader never sees half of it, and only when it differs. */
function write(name, text) {
  const file = join(root, 'src/generated', name);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text);
  renameSync(draft, file);
}

/** Ajv validators of the formats that people write, and the words that their errors are explained with. */
async function generateValidators() {
  const names = ['mapper', 'overlay', 'consumer', 'config', 'usage'];
  const schemas = names.map((name) => [name, readJson(`contracts/${name}.schema.json`)]);
  const written = schemas.filter(([, schema]) => schema !== undefined);
  const { code, types, formats } = await standaloneValidators(written);
  write('validators.js', HEADER + code);
  write('validators.d.ts', HEADER + types);
  write('formats.ts', HEADER + formats);
}

/** One exported map of a registry file, one line per entry. */
function registryMap(constant, type, entries) {
  const lines = inOrder(Object.keys(entries)).map((name) => `  ${JSON.stringify([name, entries[name]])},\n`);
  return `export const ${constant}: ReadonlyMap<string, ${type}> = new Map<string, ${type}>([\n${lines.join('')}]);\n`;
}

/** What the registries in contracts/registry say about claims and about personal data. */
function generateRegistry() {
  const { claims = {} } = readJson('contracts/registry/claims.json') ?? {};
  const { categories = {} } = readJson('contracts/registry/privacy-categories.json') ?? {};
  const imports = "import type { PrivacyCategory, RegisteredClaim } from '../model/index.ts';\n\n";
  const maps = [
    registryMap('registeredClaims', 'RegisteredClaim', claims),
    registryMap('privacyCategories', 'PrivacyCategory', categories),
  ];
  write('registry.ts', HEADER + imports + maps.join('\n'));
}

/** The words that claim names are looked up in, by their first two letters: `email=12,emailaddress=12`. */
async function generateLexicon() {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'src/privacy/lexicon/all-phrases.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    logLevel: 'warning',
  });
  const { allPhrases } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
  const phrases = allPhrases();
  const meanings = [...new Set(phrases.values())];
  const byStart = new Map();
  for (const phrase of inOrder(phrases.keys())) {
    const start = phrase.slice(0, 2);
    const entry = `${phrase}=${meanings.indexOf(phrases.get(phrase))}`;
    byStart.set(start, byStart.has(start) ? `${byStart.get(start)},${entry}` : entry);
  }
  const listed = (entries) => entries.map((entry) => `  ${JSON.stringify(entry)},\n`).join('');
  write(
    'lexicon.ts',
    `${HEADER}import type { Phrase } from '../privacy/lexicon/lexicon.ts';

export const longestPhrase = ${Math.max(...[...phrases.keys()].map(({ length }) => length))};

export const meanings: readonly Phrase[] = [
${listed(meanings)}];

export const phrasesByStart: ReadonlyMap<string, string> = new Map([
${listed([...byStart])}]);
`,
  );
}

/** The rooms of src/rules as `group/name`, in order. */
function rooms() {
  const rules = join(root, 'src/rules');
  return inOrder(
    foldersIn(rules).flatMap((group) => foldersIn(join(rules, group)).map((name) => `${group}/${name}`)),
  );
}

/** `claim/mutable-identifier` as an identifier. */
const camelCase = (id) => id.replace(/[^a-zA-Z0-9]+(.)/g, (_, letter) => letter.toUpperCase());

/** The registry of rules, and their pages for `explain`; a page without a rule forwards to its new name. */
function generateRules() {
  const has = (file) => (id) => existsSync(join(root, 'src/rules', id, file));
  const rules = rooms().filter(has('rule.ts'));
  const imports = rules.map((id) => `import ${camelCase(id)} from '../rules/${id}/rule.ts';\n`);
  const list = rules.map((id) => `  ${camelCase(id)},\n`);
  const registry = `import type { Rule } from '../check/define-rule.ts';
${imports.join('')}
export const rules: readonly Rule[] = [
${list.join('')}];
`;
  write('rules.ts', HEADER + registry);

  const page = (id) =>
    readFileSync(join(root, 'src/rules', id, 'README.md'), 'utf8').replaceAll('\r\n', '\n');
  const pages = rooms().filter(has('README.md'));
  const lines = pages.map((id) => `  ${JSON.stringify(id)}: ${JSON.stringify(page(id))},\n`);
  write(
    'pages.ts',
    `${HEADER}export const pages: Readonly<Record<string, string>> = {\n${lines.join('')}};\n`,
  );
}

/** tokenpact's own version, for `--version` and reports, and where its schemas are published: as they say themselves. */
function generateVersion() {
  const { version } = readJson('package.json');
  const schemas = posix.dirname(readJson('contracts/mapper.schema.json').$id);
  const constants = Object.entries({ VERSION: version, SCHEMAS: schemas });
  const lines = constants.map(
    ([name, value]) => `export const ${name}: string = ${JSON.stringify(value)};\n`,
  );
  write('version.ts', HEADER + lines.join(''));
}

mkdirSync(join(root, 'src/generated'), { recursive: true });
generateVersion();
generateRegistry();
generateRules();
await generateLexicon();
await generateValidators();
