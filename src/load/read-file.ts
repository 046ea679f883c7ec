import type { Place, Problem } from '../model/index.ts';
import type { FileTree } from './file-tree.ts';
import { startOf } from './lines.ts';
import { type ParsedTree, parseTree } from './parse-tree.ts';

/** What was read: a value where something sound could be made of it, and everything that is wrong with it. */
export interface Loaded<T> {
  readonly value?: T;
  /** In source order. */
  readonly problems: readonly Problem[];
  /** Paths of all the files that were read, in order. */
  readonly files: readonly string[];
}

/**
 * Reads and parses one file of a tree.
 *
 * @param namedAt Where a person named the file; by default the file itself.
 */
export async function readFile(tree: FileTree, path: string, namedAt?: Place): Promise<ParsedTree> {
  const bytes = await tree.read(path);
  if (bytes !== undefined) return parseTree(path, bytes);
  const message = `"${path}" does not exist`;
  const help = `looked in ${tree.label}`;
  return { problems: [{ kind: 'unreadable', at: namedAt ?? startOf(path), message, help }] };
}
