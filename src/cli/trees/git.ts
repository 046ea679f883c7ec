import type { FileTree } from '../../load/index.ts';
import { CannotCheck } from '../cannot-check.ts';
import type { Io } from '../io.ts';
import { folderOfPattern, normal, parent } from './path.ts';

/** What can be a definition, a consumer or a configuration; the rest of a repository is left alone. */
const READABLE = /\.(ya?ml|json|xml|tf|subst)$/i;

const decoder = new TextDecoder();

async function text(io: Io, args: readonly string[]): Promise<string | undefined> {
  const { code, stdout } = await io.git(args);
  return code === 0 ? decoder.decode(stdout).trim() : undefined;
}

/**
 * Demands that git can be asked at all.
 *
 * @param sought what can not be had otherwise, for the message
 * @throws CannotCheck where there is no repository, or one that git does not trust
 */
export async function demandRepository(io: Io, sought: string): Promise<void> {
  const { code, stderr } = await io.git(['rev-parse', '--git-dir']);
  if (code === 0) return;
  const [trust] = /git config --global --add safe\.directory .*/.exec(stderr) ?? [];
  if (trust !== undefined) {
    throw new CannotCheck('git does not trust this clone, since somebody else owns it', `run: ${trust}`);
  }
  throw new CannotCheck(
    `${sought}, and this is not a git repository`,
    'give a file or a folder to compare with, or run in a clone',
  );
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
  await demandRepository(io, `"${revision}" is neither a file nor a folder`);
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

/** Names relative to the folder tokenpact runs in, made from names relative to the root of the repository. */
function fromHere(prefix: string): (name: string) => string {
  const up = '../'.repeat(prefix.split('/').length - 1);
  return (name) => (name.startsWith(prefix) ? name.slice(prefix.length) : `${up}${name}`);
}

const prefixOf = async (io: Io): Promise<string> => (await text(io, ['rev-parse', '--show-prefix'])) ?? '';

/** Files that have another name now than in a commit: the name then by the name now. */
async function renames(io: Io, commit: string): Promise<ReadonlyMap<string, string>> {
  const here = fromHere(await prefixOf(io));
  const args = ['diff', '--name-status', '-z', '--no-relative', '-M', '--diff-filter=R', commit, '--'];
  const parts = decoder.decode((await io.git(args)).stdout).split('\0');
  const found = new Map<string, string>();
  for (let index = 0; index + 2 < parts.length; index += 3) {
    const [before = '', after = ''] = parts.slice(index + 1, index + 3);
    if (READABLE.test(before)) found.set(here(after), here(before));
  }
  return found;
}

/**
 * The paths of now as a commit has them: with the files that were renamed since, so that a moved definition
 * is not taken for a new one.
 *
 * @param now the files that matter below these paths
 */
export async function pathsAt(
  io: Io,
  commit: string,
  paths: readonly string[],
  now: readonly string[],
): Promise<readonly string[]> {
  const earlier = await renames(io, commit);
  const isListed = (file: string): boolean =>
    paths.some((path) => path === '.' || path === file || file.startsWith(`${path}/`));
  const moved = now.flatMap((file) => earlier.get(file) ?? []).filter((file) => !isListed(file));
  return [...new Set([...paths, ...moved])];
}

/** What has to be listed for a path: its folder, or that before the first wildcard. */
function listedFor(path: string): string {
  const folder = folderOfPattern(path);
  return folder === path && READABLE.test(path) ? parent(path) : folder;
}

/**
 * Files as one commit has them, named as on disk: relative to the folder tokenpact runs in. Blobs are read
 * by one `git cat-file --batch`; nothing is checked out.
 *
 * @param paths what will be asked for: only what lies there, or beside it, is listed
 */
export async function gitTree(
  io: Io,
  commit: string,
  label: string,
  paths: readonly string[],
): Promise<FileTree> {
  const prefix = await prefixOf(io);
  const inRepository = (path: string): string => normal(prefix + path);
  const folders = paths.map((path) => inRepository(listedFor(path)));
  const scope = folders.includes('.') ? [] : ['--', ...new Set(folders)];
  const listing = await io.git(['ls-tree', '-r', '-z', '--name-only', '--full-tree', commit, ...scope]);
  const names = decoder
    .decode(listing.stdout)
    .split('\0')
    .filter((name) => READABLE.test(name));
  const batch = await io.git(['cat-file', '--batch'], names.map((name) => `${commit}:${name}\n`).join(''));
  const contents = blobs(names, batch.stdout);
  const here = fromHere(prefix);
  return {
    label,
    list: async () => names.map(here).sort(),
    read: async (path) => contents.get(inRepository(path)),
  };
}
