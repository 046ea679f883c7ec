import type { Consumer, MapperDefinition, Problem } from '../model/index.ts';
import { recognise } from '../providers/index.ts';
import { readConsumer } from './consumer.ts';
import { consumerReferences } from './consumer-references.ts';
import { definitionOf, type LoadOptions } from './definition.ts';
import { type Candidate, discover } from './discover.ts';
import type { FileTree } from './file-tree.ts';
import { declaredFormat } from './format.ts';
import { includedFiles } from './include.ts';
import { startOf } from './lines.ts';
import type { ParsedTree } from './parse-tree.ts';
import { inSourceOrder } from './problems.ts';
import { readFile } from './read-file.ts';

/** A file of a folder that is neither a definition nor a consumer. */
export interface Ignored {
  readonly file: string;
  readonly reason: string;
}

/** Everything that some paths hold. */
export interface LoadedAll {
  /** By file name. */
  readonly definitions: readonly MapperDefinition[];
  readonly consumers: readonly Consumer[];
  /** In source order. */
  readonly problems: readonly Problem[];
  /** Every file that something was made of, sorted. */
  readonly files: readonly string[];
  readonly ignored: readonly Ignored[];
}

export interface LoadAllOptions extends LoadOptions {
  /** Where consumers are, besides the paths of the definitions. */
  readonly consumers?: readonly string[];
}

type Parsed = ParsedTree & Candidate;
type ParsedSource = Parsed & { readonly tree: NonNullable<ParsedTree['tree']> };

const CONSUMER_NAME = /\.consumer\.(ya?ml|json)$/i;
const CONFIG_NAME = /(^|\/)tokenpact\.(ya?ml|json)$/i;

function isConsumer({ file, tree }: Parsed): boolean {
  return CONSUMER_NAME.test(file) || (tree !== undefined && declaredFormat(tree.value) === 'consumer/v1');
}

/** Why a file of a folder is passed over: nobody said that it is one of ours. */
function reasonToIgnore(parsed: Parsed, included: ReadonlySet<string>): string | undefined {
  const { file, tree, named } = parsed;
  if (included.has(file)) return 'it is a part of another definition';
  if (named || isConsumer(parsed)) return undefined;
  if (CONFIG_NAME.test(file)) return 'it is a configuration';
  if (tree === undefined) return parsed.problems[0]?.message ?? 'it could not be read';
  const declared = declaredFormat(tree.value);
  if (declared === 'config/v1') return 'it is a configuration';
  if (declared !== undefined || recognise(tree) !== undefined) return undefined;
  return 'it is not a definition';
}

/** A file that could not be parsed still is one of ours when it says so. */
async function saysOurs(tree: FileTree, file: string): Promise<boolean> {
  const bytes = await tree.read(file);
  const head = new TextDecoder().decode(bytes?.subarray(0, 4_096));
  return /^\uFEFF?\s*["']?tokenpact["']?\s*:|^tokenpact:/m.test(head);
}

async function parseCandidate(tree: FileTree, candidate: Candidate): Promise<Parsed> {
  const parsed = await readFile(tree, candidate.file);
  const named = candidate.named || (parsed.tree === undefined && (await saysOurs(tree, candidate.file)));
  return { ...parsed, ...candidate, named };
}

async function parts(tree: FileTree, parsed: readonly Parsed[]): Promise<ReadonlySet<string>> {
  const mappers = parsed
    .flatMap((one) => one.tree ?? [])
    .filter(({ value }) => declaredFormat(value) === 'mapper/v1');
  const included = await Promise.all(mappers.map((mapper) => includedFiles(tree, mapper)));
  return new Set(included.flat());
}

function nothingFound(tree: FileTree, path: string, kind: string): Problem {
  const at = startOf(path);
  const message = `"${path}" holds no ${kind}`;
  return {
    kind: 'unreadable',
    at,
    message,
    help: `looked in ${tree.label}; give a file or folder that has one`,
  };
}

/**
 * Loads the definitions and consumers that some paths hold. A path is a file, a folder or a pattern; files of
 * a folder that are neither are passed over, files that a person named are not.
 *
 * @example
 * const { definitions, consumers, problems } = await loadAll(tree, ['identity']);
 */
export async function loadAll(
  tree: FileTree,
  paths: readonly string[],
  options: LoadAllOptions = {},
): Promise<LoadedAll> {
  const found = await discover(tree, [...paths, ...(options.consumers ?? [])]);
  const parsed = await Promise.all(found.candidates.map((candidate) => parseCandidate(tree, candidate)));
  const included = await parts(tree, parsed);
  const reasons = parsed.map((one) => [one, reasonToIgnore(one, included)] as const);
  const kept = reasons.filter(([, reason]) => reason === undefined).map(([one]) => one);
  const sources = kept.filter((one): one is ParsedSource => one.tree !== undefined);

  const readers = sources
    .filter(isConsumer)
    .map((one) => ({ ...readConsumer(one.tree), parsing: one.problems }));
  const mappers = sources.filter((one) => !isConsumer(one));
  const loaded = await Promise.all(mappers.map((one) => definitionOf(tree, one, options)));
  const definitions = loaded.flatMap(({ value }) => value ?? []);
  const consumers = readers.flatMap(({ consumer }) => consumer ?? []);
  const unparsed = kept.filter((one) => one.tree === undefined);
  const isEmpty = kept.length === 0 && found.empty.length === 0;
  const problems = [
    ...found.empty.map((path) => nothingFound(tree, path, 'definition')),
    ...(isEmpty ? paths.map((path) => nothingFound(tree, path, 'definition')) : []),
    ...unparsed.flatMap((one) => one.problems),
    ...loaded.flatMap((one) => one.problems),
    ...readers.flatMap((one) => [...one.parsing, ...one.problems]),
    ...consumerReferences(consumers, definitions),
  ];
  return {
    definitions,
    consumers,
    problems: inSourceOrder(problems),
    files: [...new Set([...loaded.flatMap(({ files }) => files), ...kept.map(({ file }) => file)])].sort(),
    ignored: reasons.flatMap(([{ file }, reason]) => (reason === undefined ? [] : [{ file, reason }])),
  };
}
