import { type FileTree, normalPath } from './file-tree.ts';
import { isPattern, matchesPattern } from './pattern.ts';

/** A path that a person gave, and the files that it stands for. */
export interface Found {
  readonly path: string;
  /** Sorted; none when nothing is there. */
  readonly files: readonly string[];
  /** True when the path is a file itself: then it must be something. */
  readonly isFile: boolean;
}

const READABLE = /\.(ya?ml|json)$/i;
/** Folders that hold other people's files. */
const SKIPPED = /(^|\/)(node_modules|\.[^/]+)\//;

function isBelow(folder: string, file: string): boolean {
  const within = folder === '.' ? file : file.slice(folder.length + 1);
  const below = folder === '.' ? !file.startsWith('../') : file.startsWith(`${folder}/`);
  return below && READABLE.test(file) && !SKIPPED.test(within);
}

/** The files that paths stand for: each is a file, a folder or a pattern. */
export async function discover(tree: FileTree, paths: readonly string[]): Promise<readonly Found[]> {
  if (paths.length === 0) return [];
  const listed = await tree.list();
  const find = async (path: string): Promise<Found> => {
    if (isPattern(path)) {
      return { path, files: listed.filter((file) => matchesPattern(path, file)), isFile: false };
    }
    const isFile = listed.includes(path) || (await tree.read(path)) !== undefined;
    return { path, files: isFile ? [path] : listed.filter((file) => isBelow(path, file)), isFile };
  };
  return Promise.all(paths.map((path) => find(normalPath(path))));
}
