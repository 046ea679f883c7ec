import { CannotCheck } from './cannot-check.ts';
import type { Io } from './io.ts';
import { demandRepository } from './trees/git.ts';

/** The commit that a change starts from. */
export interface Base {
  readonly commit: string;
  /** How it was found, for people: `merge base with origin/main`. */
  readonly how: string;
}

/** Branches that changes are merged into, tried in this order. */
const TARGETS = ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master'];

const decoder = new TextDecoder();

/** What git prints, or `undefined` when it fails. */
async function git(io: Io, ...args: string[]): Promise<string | undefined> {
  const { code, stdout } = await io.git(args);
  return code === 0 ? decoder.decode(stdout).trim() : undefined;
}

const has = async (io: Io, revision: string): Promise<boolean> =>
  (await git(io, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`)) !==
  undefined;

/** The part of what happened that GitHub writes to a file for a job. */
interface GithubEvent {
  readonly merge_group?: { readonly base_sha?: string };
  readonly repository?: { readonly default_branch?: string };
}

async function githubEvent({ env, read }: Io): Promise<GithubEvent> {
  const bytes = env.GITHUB_EVENT_PATH ? await read(env.GITHUB_EVENT_PATH) : undefined;
  return bytes === undefined ? {} : (JSON.parse(decoder.decode(bytes)) as GithubEvent);
}

/** The branch that this change will be merged into, as the CI system or the clone tells. */
async function targetBranch(io: Io): Promise<string> {
  const { GITHUB_BASE_REF, CI_MERGE_REQUEST_TARGET_BRANCH_NAME, CI_DEFAULT_BRANCH } = io.env;
  const named =
    GITHUB_BASE_REF ||
    CI_MERGE_REQUEST_TARGET_BRANCH_NAME ||
    CI_DEFAULT_BRANCH ||
    (await githubEvent(io)).repository?.default_branch;
  if (named) return `origin/${named}`;
  for (const target of TARGETS) if (await has(io, target)) return target;
  throw new CannotCheck(
    'nothing says what to compare with',
    'give a revision, a folder or a file: --against main, --against released/v2',
  );
}

/** GitLab names the commit itself: the target's tip where the pipeline runs on the merged result. */
function gitlabBase({ env }: Io): Base | undefined {
  const { CI_MERGE_REQUEST_TARGET_BRANCH_SHA: target, CI_MERGE_REQUEST_DIFF_BASE_SHA: base } = env;
  if (target) return { commit: target, how: 'the tip of the target branch' };
  return base ? { commit: base, how: 'where the merge request starts' } : undefined;
}

/**
 * A merge queue names what it merges into. Of a pull request, GitHub checks out a merge into its target: its first
 * parent is what the target has, so that what others merged meanwhile is on both sides. The parents are read from
 * the commit itself, since a shallow clone hides them.
 */
async function githubBase(io: Io): Promise<Base | undefined> {
  const queued = (await githubEvent(io)).merge_group?.base_sha;
  if (queued !== undefined) return { commit: queued, how: 'what the merge queue merges this into' };
  if (!/^refs\/pull\/\d+\/merge$/.test(io.env.GITHUB_REF ?? '')) return undefined;
  if ((await git(io, 'rev-parse', '--verify', '--quiet', 'HEAD')) !== io.env.GITHUB_SHA) return undefined;
  const head = (await git(io, 'cat-file', 'commit', 'HEAD')) ?? '';
  const [parent, second] = [...(head.split('\n\n', 1)[0]?.matchAll(/^parent ([0-9a-f]+)$/gm) ?? [])];
  return parent?.[1] === undefined || second === undefined
    ? undefined
    : { commit: parent[1], how: 'the target branch that the pull request is merged into' };
}

/** The exact command that brings the history in which two branches part. */
async function fetchHistory(io: Io, target: string): Promise<string> {
  const branch = target.replace(/^origin\//, '');
  const isShallow = (await git(io, 'rev-parse', '--is-shallow-repository')) === 'true';
  return `git fetch ${isShallow ? '--unshallow ' : ''}origin ${branch}:refs/remotes/origin/${branch}`;
}

async function mergeBase(io: Io): Promise<Base> {
  const target = await targetBranch(io);
  const commit = await git(io, 'merge-base', 'HEAD', target);
  if (commit !== undefined) return { commit, how: `where this branch left ${target}` };
  throw new CannotCheck(
    (await has(io, target))
      ? `this clone does not have the commit where HEAD and "${target}" part`
      : `this clone does not have the branch "${target}" that the change will be merged into`,
    `fetch it and run again: ${await fetchHistory(io, target)}`,
  );
}

/**
 * The commit that a change starts from, so that what others merged meanwhile is not taken for part of it:
 * what the CI system names, or else the merge base with the target branch.
 *
 * @throws CannotCheck with the command that fetches it, when the clone does not have it
 */
export async function findBase(io: Io): Promise<Base> {
  await demandRepository(io, 'nothing says what to compare with');
  const base = gitlabBase(io) ?? (await githubBase(io)) ?? (await mergeBase(io));
  if (!(await has(io, base.commit))) {
    throw new CannotCheck(
      `this clone does not have ${base.commit.slice(0, 12)}, ${base.how}`,
      `fetch it and run again: git fetch --depth=1 origin ${base.commit}`,
    );
  }
  const isHead = (await git(io, 'rev-parse', '--verify', '--quiet', 'HEAD')) === base.commit;
  return isHead ? { ...base, how: `${base.how}, which is HEAD: only what is not committed counts` } : base;
}
