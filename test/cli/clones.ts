import { commit, git, mapper, temporaryFolder, writeFiles } from './temporary.ts';

export interface Origin {
  readonly folder: string;
  /** What a pull request starts from. */
  readonly base: string;
  /** Its last commit. */
  readonly head: string;
}

/** A branch "change" that takes a claim away, while main goes on and adds a definition. */
export function origin(
  files: Readonly<Record<string, string>> = { 'identity/mapper.yaml': mapper('plan') },
): Origin {
  const folder = temporaryFolder(files);
  git(folder, 'init', '-q', '-b', 'main');
  git(folder, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
  commit(folder, 'before');
  writeFiles(folder, { 'readme.md': 'more' });
  const base = commit(folder, 'more');
  git(folder, 'checkout', '-q', '-b', 'change');
  writeFiles(folder, { 'identity/mapper.yaml': mapper('', '2.0.0') });
  const head = commit(folder, 'take the plan away');
  git(folder, 'checkout', '-q', 'main');
  writeFiles(folder, { 'identity/other.yaml': mapper('plan', '1.0.0', 'other') });
  commit(folder, 'what others merged meanwhile');
  return { folder, base, head };
}

/** What GitHub offers of a pull request: a merge into its target. */
export function mergeRef({ folder }: Origin): string {
  git(folder, 'checkout', '-q', '--detach', 'main');
  git(folder, 'merge', '-q', '--no-ff', '-m', 'merge', 'change');
  const merge = git(folder, 'rev-parse', 'HEAD');
  git(folder, 'update-ref', 'refs/pull/7/merge', merge);
  git(folder, 'checkout', '-q', 'main');
  return merge;
}

/** A checkout of one ref, as deep as asked for, as actions/checkout makes it. */
export function checkout({ folder }: Origin, ref: string, depth?: number): string {
  const clone = temporaryFolder();
  git(clone, 'init', '-q');
  git(clone, 'remote', 'add', 'origin', `file://${folder}`);
  const local = ref.replace(/^refs\/(heads|pull)\//, 'refs/remotes/origin/');
  const limit = depth === undefined ? [] : [`--depth=${depth}`];
  git(clone, 'fetch', '-q', '--no-tags', ...limit, 'origin', `+${ref}:${local}`);
  git(clone, 'checkout', '-q', '--detach', local);
  return clone;
}
