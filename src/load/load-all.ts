import type { Consumer, MapperDefinition, Place, Problem, SourceTree } from '../model/index.ts';
import { recognise } from '../providers/index.ts';
import { readConsumer } from './consumer.ts';
import { consumerReferences } from './consumer-references.ts';
import { definitionOf, type LoadOptions } from './definition.ts';
import { discover, type Found } from './discover.ts';
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

/** What is loaded besides the definitions. */
export interface LoadAllOptions extends LoadOptions {
  /** Where consumers are, besides the paths of the definitions. */
  readonly consumers?: readonly string[];
  /** Where somebody wrote a path down, by the path. */
  readonly pathPlaces?: ReadonlyMap<string, Place>;
}

/** A file that may be one of ours; when a person named it, it must be. */
interface Parsed extends ParsedTree {
  readonly file: string;
  readonly named: boolean;
}
interface ParsedSource extends Parsed {
  readonly tree: SourceTree;
}

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

/** Parses each file that was found once. */
async function parseFound(tree: FileTree, found: readonly Found[]): Promise<readonly Parsed[]> {
  const named = new Set(found.filter(({ isFile }) => isFile).flatMap(({ files }) => files));
  const files = [...new Set(found.flatMap((one) => one.files))].sort();
  const parse = async (file: string): Promise<Parsed> => {
    const parsed = await readFile(tree, file);
    const isOurs = named.has(file) || (parsed.tree === undefined && (await saysOurs(tree, file)));
    return { ...parsed, file, named: isOurs };
  };
  return Promise.all(files.map(parse));
}

async function parts(tree: FileTree, parsed: readonly Parsed[]): Promise<ReadonlySet<string>> {
  const mappers = parsed
    .flatMap((one) => one.tree ?? [])
    .filter(({ value }) => declaredFormat(value) === 'mapper/v1');
  const included = await Promise.all(mappers.map((mapper) => includedFiles(tree, mapper)));
  return new Set(included.flat());
}

/** Without a definition there is nothing to check; without a consumer there is less to check. */
function nothingFound(
  tree: FileTree,
  path: string,
  sought: 'definition' | 'consumer',
  { pathPlaces }: LoadAllOptions,
): Problem {
  const kind = sought === 'definition' ? 'absent' : 'undefined-reference';
  const help = `looked in ${tree.label}: give a file or folder that has one`;
  return { kind, at: pathPlaces?.get(path) ?? startOf(path), message: `"${path}" holds no ${sought}`, help };
}

/** Paths that nothing was made of. */
function emptyPaths(found: readonly Found[], used: ReadonlySet<string>): readonly string[] {
  return found.filter(({ files }) => !files.some((file) => used.has(file))).map(({ path }) => path);
}

/** Reads each file as what it is. */
async function readAll(tree: FileTree, kept: readonly Parsed[], options: LoadAllOptions) {
  const sources = kept.filter((one): one is ParsedSource => one.tree !== undefined);
  const readers = sources.filter(isConsumer).map((one) => readConsumer(one.tree));
  const mappers = sources.filter((one) => !isConsumer(one));
  const loaded = await Promise.all(mappers.map((one) => definitionOf(tree, one, options)));
  return {
    definitions: loaded.flatMap(({ value }) => value ?? []),
    consumers: readers.flatMap(({ consumer }) => consumer ?? []),
    problems: [...kept, ...loaded, ...readers].flatMap(({ problems }) => problems),
    files: [...loaded.flatMap(({ files }) => files), ...kept.map(({ file }) => file)],
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
  const found = await discover(tree, paths);
  const foundConsumers = await discover(tree, options.consumers ?? []);
  const parsed = await parseFound(tree, [...found, ...foundConsumers]);
  const included = await parts(tree, parsed);
  const reasons = parsed.map((one) => [one, reasonToIgnore(one, included)] as const);
  const kept = reasons.filter(([, reason]) => reason === undefined).map(([one]) => one);
  const read = await readAll(tree, kept, options);
  const used = new Set([...kept.map(({ file }) => file), ...included]);
  const problems = [
    ...emptyPaths(found, used).map((path) => nothingFound(tree, path, 'definition', options)),
    ...emptyPaths(foundConsumers, used).map((path) => nothingFound(tree, path, 'consumer', options)),
    ...read.problems,
    ...consumerReferences(read.consumers, read.definitions),
  ];
  return {
    definitions: read.definitions,
    consumers: read.consumers,
    problems: inSourceOrder(problems),
    files: [...new Set(read.files)].sort(),
    ignored: reasons.flatMap(([{ file }, reason]) => (reason === undefined ? [] : [{ file, reason }])),
  };
}
