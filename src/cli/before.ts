import type { FileTree } from '../load/index.ts';
import type { Config } from '../model/index.ts';
import { findBase } from './base.ts';
import { type Inputs, type Request, readInputs, readPaths } from './inputs.ts';
import type { Io } from './io.ts';
import { commitOf, gitTree, pathsAt } from './trees/git.ts';
import { relativeTo } from './trees/path.ts';

/** What to compare with: something on disk, or a commit. */
export type Before =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'commit'; readonly commit: string; readonly label: string };

/**
 * Finds what to compare with: a file or a folder when one has that name, else a revision; without either, the
 * commit that this change starts from.
 */
export async function findBefore(io: Io, against: string | undefined): Promise<Before> {
  if (against === undefined) {
    const { commit, how } = await findBase(io);
    return { kind: 'commit', commit, label: `${commit.slice(0, 12)} (${how})` };
  }
  if (against === '-' || (await io.kindOf(against)) !== 'missing')
    return { kind: 'path', path: relativeTo(io.cwd, against) };
  const commit = await commitOf(io, against);
  const short = commit.slice(0, 12);
  return { kind: 'commit', commit, label: against === commit ? short : `${against} (${short})` };
}

/** The versions of providers of then: an upgrade changes the tokens of one and the same export. */
async function versionsAt(tree: FileTree, { file, config }: Request): Promise<Config['providerVersions']> {
  if (file === undefined || config.providerVersions.size === 0) return config.providerVersions;
  const { loadConfig } = await import('../load/index.ts');
  const { value } = await loadConfig(tree, file);
  return value?.providerVersions ?? config.providerVersions;
}

/**
 * Reads what to compare with. A commit is read at the same paths as now, and where those files had other
 * names then.
 *
 * @param now files that something was made of on the other side
 */
export async function readBefore(
  io: Io,
  before: Before,
  request: Request,
  now: readonly string[],
): Promise<Inputs> {
  if (before.kind === 'path') {
    const inputs = await readInputs(io, { ...request, paths: [before.path] });
    return { ...inputs, label: before.path };
  }
  const paths = await pathsAt(io, before.commit, request.paths, now);
  const { file = [] } = request;
  const tree = await gitTree(io, before.commit, before.label, paths.concat(file));
  // Those who read tokens now are asked, not those of then.
  const config = { ...request.config, consumers: [], providerVersions: await versionsAt(tree, request) };
  const inputs = await readPaths(io, { ...request, config, paths }, tree);
  // A commit may have nothing there yet: all of it is new.
  return { ...inputs, problems: inputs.problems.filter(({ kind }) => kind !== 'absent') };
}
