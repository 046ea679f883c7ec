import type { FileTree } from '../../load/index.ts';
import { CannotCheck } from '../cannot-check.ts';
import type { Io } from '../io.ts';
import { normal } from './path.ts';

/** What can be a definition, a consumer or a configuration; the rest of a repository is left alone. */
const READABLE = /\.(ya?ml|json|xml|tf|subst)$/i;

const decoder = new TextDecoder();

async function text(io: Io, args: readonly string[]): Promise<string | undefined> {
  const { code, stdout } = await io.git(args);
  return code === 0 ? decoder.decode(stdout).trim() : undefined;
}

/** The commit that a revision names; throws when the repository does not have it. */
export async function commitOf(io: Io, revision: string): Promise<string> {
  const found = await text(io, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${revision}^{commit}`,
  ]);
  if (found !== undefined) return found;
  if ((await text(io, ['rev-parse', '--git-dir'])) === undefined) {
    throw new CannotCheck(
      `"${revision}" is neither a file nor a folder, and this is not a git repository`,
      'give a file or a folder to compare with, or run in a clone',
    );
  }
  throw new CannotCheck(
    `"${revision}" is neither a file, a folder nor a commit that this clone has`,
    `fetch it and run again: git fetch --depth=1 origin ${revision.replace(/^origin\//, '')}`,
  );
}

/** Blobs of one `git cat-file --batch` answer: `<object> blob <size>\n<bytes>\n`, or `<name> missing\n`. */
function blobs(names: readonly string[], answer: Uint8Array): Map<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  let from = 0;
  for (const name of names) {
    const lineEnd = answer.indexOf(10, from);
    if (lineEnd < 0) break;
    const size = /^[0-9a-f]+ blob (\d+)$/.exec(decoder.decode(answer.subarray(from, lineEnd)))?.[1];
    from = lineEnd + 1;
    if (size === undefined) continue;
    found.set(name, answer.subarray(from, from + Number(size)));
    from += Number(size) + 1;
  }
  return found;
}

/**
 * Files as one commit has them, named as on disk: relative to the folder tokenpact runs in. Blobs are read
 * by one `git cat-file --batch`; nothing is checked out.
 */
export async function gitTree(io: Io, revision: string, paths: readonly string[]): Promise<FileTree> {
  const commit = await commitOf(io, revision);
  const prefix = (await text(io, ['rev-parse', '--show-prefix'])) ?? '';
  const inRepository = (path: string): string => normal(prefix + path);
  const folders = paths.map((path) => inRepository(READABLE.test(path) ? `${path}/..` : path));
  const scope = folders.includes('.') ? [] : ['--', ...new Set(folders)];
  const listing = await io.git(['ls-tree', '-r', '-z', '--name-only', '--full-tree', commit, ...scope]);
  const names = decoder
    .decode(listing.stdout)
    .split('\0')
    .filter((name) => READABLE.test(name));
  const batch = await io.git(['cat-file', '--batch'], names.map((name) => `${commit}:${name}\n`).join(''));
  const contents = blobs(names, batch.stdout);
  const here = (name: string): string =>
    name.startsWith(prefix)
      ? name.slice(prefix.length)
      : `${'../'.repeat(prefix.split('/').length - 1)}${name}`;
  return {
    label: revision === commit ? commit.slice(0, 12) : `${revision} (${commit.slice(0, 12)})`,
    list: async () => names.map(here).sort(),
    read: async (path) => contents.get(inRepository(path)),
  };
}
