import { type FileTree, normalPath } from './file-tree.ts';
import { isPattern, matchesPattern } from './pattern.ts';

/** A file that may be read, and whether a person named it: then it must be something. */
export interface Candidate {
  readonly file: string;
  readonly named: boolean;
}

const READABLE = /\.(ya?ml|json)$/i;
/** Folders that hold other people's files. */
const SKIPPED = /(^|\/)(node_modules|\.[^/]+)\//;

function below(folder: string, file: string): boolean {
  return folder === '.' ? !file.startsWith('../') : file.startsWith(`${folder}/`);
}

/** The files that paths stand for: each is a file, a folder or a pattern. What nothing is found for is kept. */
export async function discover(
  tree: FileTree,
  paths: readonly string[],
): Promise<{ readonly candidates: readonly Candidate[]; readonly empty: readonly string[] }> {
  const files = await tree.list();
  const candidates = new Map<string, Candidate>();
  const empty: string[] = [];
  for (const path of paths.map(normalPath)) {
    const isFile = !isPattern(path) && (files.includes(path) || (await tree.read(path)) !== undefined);
    const found = isFile ? [path] : files.filter((file) => isCandidate(path, file));
    if (found.length === 0) empty.push(path);
    for (const file of found) {
      candidates.set(file, { file, named: isFile || candidates.get(file)?.named === true });
    }
  }
  return {
    candidates: [...candidates.values()].sort((one, other) => (one.file < other.file ? -1 : 1)),
    empty,
  };
}

function isCandidate(path: string, file: string): boolean {
  if (isPattern(path)) return matchesPattern(path, file);
  const within = path === '.' ? file : file.slice(path.length);
  return below(path, file) && READABLE.test(file) && !SKIPPED.test(within);
}
