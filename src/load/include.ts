import type { Problem, SourceTree } from '../model/index.ts';
import { besides, type FileTree } from './file-tree.ts';
import { items, member, placeOfNode, rootOf, type SourceNode } from './node.ts';
import { isPattern, matchesPattern } from './pattern.ts';
import { readFile } from './read-file.ts';

/** How far a path climbs above where it starts: 2 for `../../x`. */
const climbs = (path: string): number => /^(?:\.\.\/)*/.exec(path)?.[0].split('../').length ?? 0;

/**
 * Why a path can't be included. A definition comes with a pull request: it must not read what lies outside
 * of its repository, or what no definition is written in, into the messages of a CI job.
 */
function refusal(main: string, pattern: string): string | undefined {
  if (!/\.(ya?ml|json)$/i.test(pattern)) return 'only .yaml, .yml and .json files are included';
  const isOutside = main.startsWith('/')
    ? !pattern.startsWith(main.split('/').slice(0, -2).join('/'))
    : pattern.startsWith('/') || climbs(pattern) > climbs(main);
  return isOutside ? 'it is outside of the folder that tokenpact runs in' : undefined;
}

/** One item of `include` and the files that it stands for. */
interface Inclusion {
  readonly node: SourceNode;
  readonly pattern: string;
  readonly files: readonly string[];
  /** Why nothing of it is read. */
  readonly refused?: string;
}

async function inclusions(tree: FileTree, main: SourceTree): Promise<readonly Inclusion[]> {
  const nodes = items(member(rootOf(main), 'include')).filter(({ value }) => typeof value === 'string');
  const all = nodes.some(({ value }) => isPattern(String(value))) ? await tree.list() : [];
  return nodes.map((node) => {
    const pattern = besides(main.file, String(node.value));
    const refused = refusal(main.file, pattern);
    if (refused !== undefined) return { node, pattern, files: [], refused };
    if (!isPattern(pattern)) return { node, pattern, files: [pattern] };
    return {
      node,
      pattern,
      files: all.filter((file) => file !== main.file && matchesPattern(pattern, file)),
    };
  });
}

/** Paths of the files that a mapper definition includes, each once, sorted. */
export async function includedFiles(tree: FileTree, main: SourceTree): Promise<readonly string[]> {
  const found = await inclusions(tree, main);
  return [...new Set(found.flatMap(({ files }) => files))].filter((file) => file !== main.file).sort();
}

/** Parses the files that a mapper definition includes. */
export async function readIncluded(
  tree: FileTree,
  main: SourceTree,
): Promise<{ readonly trees: readonly SourceTree[]; readonly problems: readonly Problem[] }> {
  const found = await inclusions(tree, main);
  const missing = found
    .filter(({ files }) => files.length === 0)
    .map(({ node, pattern, refused }): Problem => {
      const at = placeOfNode(node);
      if (refused !== undefined) {
        return { kind: 'invalid', at, message: `"${pattern}" is not included: ${refused}`, help: '' };
      }
      const message = `include "${pattern}" matches no file`;
      return { kind: 'undefined-reference', at, message, help: `looked in ${tree.label}` };
    });
  const namedAt = new Map(found.flatMap(({ node, files }) => files.map((file) => [file, placeOfNode(node)])));
  const files = await includedFiles(tree, main);
  const parsed = await Promise.all(files.map((file) => readFile(tree, file, namedAt.get(file))));
  return {
    trees: parsed.flatMap((one) => one.tree ?? []),
    problems: [...missing, ...parsed.flatMap(({ problems }) => problems)],
  };
}
