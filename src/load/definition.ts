import { mapperFormat, mapperPartFormat, overlayFormat } from '../generated/formats.ts';
import { validateMapper, validateMapperPart, validateOverlay } from '../generated/validators.js';
import type { MapperDefinition, Problem, SourceTree } from '../model/index.ts';
import { recognise } from '../providers/index.ts';
import { besides, type FileTree, normalPath } from './file-tree.ts';
import { declaredFormat, notAFormat } from './format.ts';
import { readIncluded } from './include.ts';
import { readMapper } from './mapper.ts';
import { member, placeOfNode, present, rootOf } from './node.ts';
import { applyOverlay } from './overlay.ts';
import type { ParsedTree } from './parse-tree.ts';
import { inSourceOrder } from './problems.ts';
import { type Loaded, readFile } from './read-file.ts';
import { shapeProblems } from './shape.ts';

/** What a caller knows about exports that they do not say themselves. */
export interface LoadOptions {
  /** Versions of providers by name, such as `26.0.7` of `keycloak`: for exports that do not say theirs. */
  readonly providerVersions?: ReadonlyMap<string, string>;
}

type LoadedDefinition = Loaded<MapperDefinition>;

/** A result whose value is there only when it can be relied on: everything was read and has the right shape. */
function loaded(
  value: MapperDefinition | undefined,
  problems: readonly Problem[],
  files: readonly string[],
): LoadedDefinition {
  const inOrder = inSourceOrder(problems);
  const isSound = inOrder.every(({ kind }) => kind === 'undefined-reference' || kind === 'conflict');
  return { ...present({ value: isSound ? value : undefined }), problems: inOrder, files };
}

/** A definition with the exceptions in the comments of its files. */
function withWaivers(
  definition: MapperDefinition | undefined,
  trees: readonly SourceTree[],
): MapperDefinition | undefined {
  const waivers = [...(definition?.waivers ?? []), ...trees.flatMap((tree) => tree.waivers ?? [])];
  return definition === undefined || waivers.length === 0 ? definition : { ...definition, waivers };
}

async function loadMapper(
  tree: FileTree,
  main: SourceTree,
  parsing: readonly Problem[],
): Promise<LoadedDefinition> {
  const included = await readIncluded(tree, main);
  const shapes = [
    ...shapeProblems(main, validateMapper, mapperFormat),
    ...included.trees.flatMap((part) => shapeProblems(part, validateMapperPart, mapperPartFormat)),
  ];
  const { definition: read, problems: found } = readMapper(rootOf(main), included.trees.map(rootOf));
  // What seems to be missing may be in the part that was not read.
  const problems = found.filter(
    ({ kind }) => kind !== 'undefined-reference' || included.problems.length === 0,
  );
  const definition = withWaivers(read, [main, ...included.trees]);
  const files = [main.file, ...included.trees.map(({ file }) => file)];
  return loaded(definition, [...parsing, ...included.problems, ...shapes, ...problems], files);
}

/** The base of an overlay; another overlay or an export can't be one. */
async function loadBase(tree: FileTree, overlay: SourceTree): Promise<LoadedDefinition> {
  const of = member(rootOf(overlay), 'of');
  if (of === undefined || typeof of.value !== 'string') return { problems: [], files: [] };
  const at = placeOfNode(of);
  const base = await readFile(tree, besides(overlay.file, of.value), at);
  if (base.tree === undefined) return { problems: base.problems, files: [] };
  if (declaredFormat(base.tree.value) === 'mapper/v1') return loadMapper(tree, base.tree, base.problems);
  return { problems: [{ ...notAFormat(base.tree, 'a mapper definition'), at }], files: [base.tree.file] };
}

async function loadOverlay(
  tree: FileTree,
  overlay: SourceTree,
  parsing: readonly Problem[],
): Promise<LoadedDefinition> {
  const base = await loadBase(tree, overlay);
  const own = [...parsing, ...shapeProblems(overlay, validateOverlay, overlayFormat)];
  const applied = base.value && applyOverlay(overlay, base.value);
  const problems = [...base.problems, ...own, ...(applied?.problems ?? [])];
  return loaded(withWaivers(applied?.definition, [overlay]), problems, [overlay.file, ...base.files]);
}

/** Makes a definition of a parsed file, whatever of the known formats it has. */
export async function definitionOf(
  files: FileTree,
  { tree, problems }: ParsedTree & { readonly tree: SourceTree },
  { providerVersions }: LoadOptions = {},
): Promise<LoadedDefinition> {
  const declared = declaredFormat(tree.value);
  if (declared === 'mapper/v1') return loadMapper(files, tree, problems);
  if (declared === 'overlay/v1') return loadOverlay(files, tree, problems);
  const provider = declared === undefined ? recognise(tree) : undefined;
  if (provider === undefined) {
    const problem = notAFormat(tree, 'a mapper definition or an export of a known provider');
    return { problems: inSourceOrder([...problems, problem]), files: [tree.file] };
  }
  const { definition, problems: found } = provider.load(
    tree,
    present({ version: providerVersions?.get(provider.name) }),
  );
  return {
    ...present({ value: definition }),
    problems: inSourceOrder([...problems, ...found]),
    files: [tree.file],
  };
}

/**
 * Loads one definition: a mapper file with what it includes, an overlay over one, or a provider's export.
 * Never throws for what is in the files.
 *
 * @param tree Where to read from; included files are read from it as well.
 * @param path The file, as the tree names it.
 * @example
 * const { value, problems } = await loadDefinition(tree, 'identity/mapper.yaml');
 */
export async function loadDefinition(
  tree: FileTree,
  path: string,
  options: LoadOptions = {},
): Promise<LoadedDefinition> {
  const file = normalPath(path);
  const parsed = await readFile(tree, file);
  if (parsed.tree === undefined) return { problems: parsed.problems, files: [] };
  return definitionOf(tree, { tree: parsed.tree, problems: parsed.problems }, options);
}
