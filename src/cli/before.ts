import type { FileTree } from '../load/index.ts';
import { CannotCheck } from './cannot-check.ts';
import type { Inputs, Request } from './inputs.ts';
import { readInputs } from './inputs.ts';
import type { Io } from './io.ts';
import { gitTree } from './trees/git.ts';
import { normal } from './trees/path.ts';

/** Branches that changes are merged into, tried in this order. */
const TARGETS = ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master'];

const decoder = new TextDecoder();

async function git(io: Io, ...args: string[]): Promise<string | undefined> {
  const { code, stdout } = await io.git(args);
  return code === 0 ? decoder.decode(stdout).trim() : undefined;
}

/** The branch that this change will be merged into, as the CI system or the clone tells. */
async function targetBranch(io: Io): Promise<string> {
  const { GITHUB_BASE_REF: github, CI_MERGE_REQUEST_TARGET_BRANCH_NAME: gitlab } = io.env;
  const named = github || gitlab;
  if (named) return `origin/${named}`;
  for (const target of TARGETS) {
    if ((await git(io, 'rev-parse', '--verify', '--quiet', '--end-of-options', target)) !== undefined)
      return target;
  }
  throw new CannotCheck(
    'nothing says what to compare with',
    'give a revision, a folder or a file: --against main, --against released/v2',
  );
}

/**
 * The commit that a change starts from: the merge base with its target branch, so that what others merged
 * meanwhile is not taken for part of it.
 */
async function defaultRevision(io: Io): Promise<string> {
  if (io.env.CI_MERGE_REQUEST_DIFF_BASE_SHA) return io.env.CI_MERGE_REQUEST_DIFF_BASE_SHA;
  const target = await targetBranch(io);
  const base = await git(io, 'merge-base', 'HEAD', target);
  if (base !== undefined) return base;
  throw new CannotCheck(
    `this clone does not have the commit where HEAD and "${target}" part`,
    `fetch it and run again: git fetch --unshallow origin ${target.replace(/^origin\//, '')}`,
  );
}

/**
 * Reads what to compare with: a file or a folder when one has that name, else a revision with the same paths
 * as now.
 */
export async function readBefore(io: Io, against: string | undefined, request: Request): Promise<Inputs> {
  if (against !== undefined && (await io.kindOf(against)) !== 'missing') {
    const path = normal(against);
    const inputs = await readInputs(io, { ...request, paths: [path] });
    return { ...inputs, label: path };
  }
  const revision = against ?? (await defaultRevision(io));
  const tree: FileTree = await gitTree(io, revision, request.paths);
  return readInputs(io, request, tree);
}
