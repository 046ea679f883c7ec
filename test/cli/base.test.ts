import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkout, mergeRef, origin } from './clones.ts';
import { type Ran, run } from './run.ts';
import { commit, git, mapper, temporaryFolder, writeFiles } from './temporary.ts';

// Each case is a clone as a CI system makes it, of a repository on disk.

/** Runs the command that a message tells to run. */
function obey(cwd: string, { stderr }: Ran): void {
  const [, line = ''] = /run again: git (.*)\n/.exec(stderr) ?? [];
  execFileSync('git', line.split(' '), { cwd, stdio: 'ignore' });
}

const changes = ({ stdout }: Ran): readonly string[] =>
  JSON.parse(stdout).difference.changes.map(({ kind }: { kind: string }) => kind);
/** The finding about the claim that is gone; `plan` is no longer used by then, which is another one. */
const removal = ({
  stdout,
}: Ran): { readonly before: { readonly file: string }; readonly consumers: object } =>
  JSON.parse(stdout).findings.find(({ rule }: { rule: string }) => rule === 'change/claim-removed');
const label = ({ stdout }: Ran): string => JSON.parse(stdout).before.label;
const ARGS = ['check', 'identity', '-f', 'json'];

describe('what a change is compared with', () => {
  test('GitHub, a shallow merge commit: the parent is named, fetched, and enough', async () => {
    const from = origin();
    const merge = mergeRef(from);
    const cwd = checkout(from, 'refs/pull/7/merge', 1);
    const env = { GITHUB_BASE_REF: 'main', GITHUB_REF: 'refs/pull/7/merge', GITHUB_SHA: merge };
    const first = await run(ARGS, { cwd, env });
    const main = git(from.folder, 'rev-parse', 'main');
    expect(first.code).toBe(2);
    expect(first.stderr).toBe(
      `tokenpact: this clone does not have ${main.slice(0, 12)}, the target branch that the pull request is merged into\n` +
        `  fetch it and run again: git fetch --depth=1 origin ${main}\n`,
    );
    obey(cwd, first);
    const second = await run(ARGS, { cwd, env });
    // The pull request is behind its base: what others merged is on both sides.
    expect(changes(second)).toEqual(['claim-removed']);
    expect(second.code).toBe(1);
  });

  test('GitHub, a merge commit with its parents needs nothing', async () => {
    const from = origin();
    const env = { GITHUB_BASE_REF: 'main', GITHUB_REF: 'refs/pull/7/merge', GITHUB_SHA: mergeRef(from) };
    const cwd = checkout(from, 'refs/pull/7/merge', 2);
    expect(changes(await run(ARGS, { cwd, env }))).toEqual(['claim-removed']);
  });

  test('a shallow clone of the branch: the history is fetched, and the merge base found', async () => {
    const from = origin();
    const cwd = checkout(from, 'refs/heads/change', 1);
    const env = { GITHUB_BASE_REF: 'main', GITHUB_REF: 'refs/pull/7/merge', GITHUB_SHA: 'f'.repeat(40) };
    const first = await run(ARGS, { cwd, env });
    expect(first.code).toBe(2);
    expect(first.stderr).toBe(
      'tokenpact: this clone does not have the branch "origin/main" that the change will be merged into\n' +
        '  fetch it and run again: git fetch --unshallow origin main:refs/remotes/origin/main\n',
    );
    obey(cwd, first);
    const second = await run(ARGS, { cwd, env });
    expect(label(second)).toBe(`${from.base.slice(0, 12)} (where this branch left origin/main)`);
    expect(changes(second)).toEqual(['claim-removed']);
  });

  test('both branches, but not the commit where they part', async () => {
    const from = origin();
    const cwd = checkout(from, 'refs/heads/change', 1);
    git(cwd, 'fetch', '-q', '--depth=1', 'origin', 'main:refs/remotes/origin/main');
    const first = await run(ARGS, { cwd });
    expect(first.stderr).toBe(
      'tokenpact: this clone does not have the commit where HEAD and "origin/main" part\n' +
        '  fetch it and run again: git fetch --unshallow origin main:refs/remotes/origin/main\n',
    );
    obey(cwd, first);
    expect(changes(await run(ARGS, { cwd }))).toEqual(['claim-removed']);
  });

  test('a whole clone without the target branch', async () => {
    const from = origin();
    const cwd = checkout(from, 'refs/heads/change');
    const env = { GITHUB_BASE_REF: 'main' };
    const first = await run(ARGS, { cwd, env });
    expect(first.stderr).toContain('run again: git fetch origin main:refs/remotes/origin/main\n');
    obey(cwd, first);
    expect(changes(await run(ARGS, { cwd, env }))).toEqual(['claim-removed']);
  });

  test('GitLab names the commit that the merge request starts from', async () => {
    const from = origin();
    const cwd = checkout(from, 'refs/heads/change', 1);
    const env = { CI_MERGE_REQUEST_DIFF_BASE_SHA: from.base };
    const first = await run(ARGS, { cwd, env });
    expect(first.stderr).toContain(`run again: git fetch --depth=1 origin ${from.base}\n`);
    obey(cwd, first);
    const second = await run(ARGS, { cwd, env });
    expect(label(second)).toBe(`${from.base.slice(0, 12)} (where the merge request starts)`);
    expect(changes(second)).toEqual(['claim-removed']);
  });

  test('GitLab, on the merged result, the tip of the target', async () => {
    const from = origin();
    mergeRef(from);
    const cwd = checkout(from, 'refs/pull/7/merge');
    const env = {
      CI_MERGE_REQUEST_DIFF_BASE_SHA: from.base,
      CI_MERGE_REQUEST_TARGET_BRANCH_SHA: git(from.folder, 'rev-parse', 'main'),
    };
    expect(changes(await run(ARGS, { cwd, env }))).toEqual(['claim-removed']);
  });

  test('GitHub, a merge queue: what it merges into', async () => {
    const from = origin();
    const merge = mergeRef(from);
    const cwd = checkout(from, 'refs/pull/7/merge', 2);
    const event = { merge_group: { base_sha: git(from.folder, 'rev-parse', 'main') } };
    const file = join(temporaryFolder({ 'event.json': JSON.stringify(event) }), 'event.json');
    const env = {
      GITHUB_REF: 'refs/heads/gh-readonly-queue/main/pr-7',
      GITHUB_SHA: merge,
      GITHUB_EVENT_PATH: file,
    };
    const ran = await run(ARGS, { cwd, env });
    expect(label(ran)).toContain('(what the merge queue merges this into)');
    expect(changes(ran)).toEqual(['claim-removed']);
  });

  test.each([
    ['GitLab', async () => ({ CI_DEFAULT_BRANCH: 'trunk' })],
    [
      'GitHub',
      async () => {
        const folder = temporaryFolder({ event: '{ "repository": { "default_branch": "trunk" } }' });
        return { GITHUB_EVENT_PATH: join(folder, 'event') };
      },
    ],
  ])('%s, a pipeline of a branch: the default branch, whatever its name', async (_system, environment) => {
    const from = origin();
    git(from.folder, 'branch', '-m', 'main', 'trunk');
    const cwd = checkout(from, 'refs/heads/change');
    const env = await environment();
    const first = await run(ARGS, { cwd, env });
    obey(cwd, first);
    const second = await run(ARGS, { cwd, env });
    expect(label(second)).toBe(`${from.base.slice(0, 12)} (where this branch left origin/trunk)`);
    expect(changes(second)).toEqual(['claim-removed']);
  });

  test('a base that is HEAD itself is said', async () => {
    const from = origin();
    const ran = await run(ARGS, { cwd: from.folder });
    expect(label(ran)).toMatch(
      / \(where this branch left main, which is HEAD: only what is not committed counts\)$/,
    );
    expect(changes(ran)).toEqual([]);
  });

  test('a clone that git does not trust, as in many containers, says how to trust it', async () => {
    const { folder: cwd } = origin();
    const stderr = `fatal: detected dubious ownership in repository at '/src'\nTo add an exception for this directory, call:\n\n\tgit config --global --add safe.directory /src\n`;
    const io = { git: async () => ({ code: 128, stdout: new Uint8Array(), stderr }) };
    for (const args of [ARGS, [...ARGS, '--against', 'main']]) {
      const ran = await run(args, { cwd, io });
      expect(ran.stderr).toBe(
        'tokenpact: git does not trust this clone, since somebody else owns it\n' +
          '  run: git config --global --add safe.directory /src\n',
      );
      expect(ran.code).toBe(2);
    }
  });

  test('outside of a repository there is nothing to start from', async () => {
    const cwd = temporaryFolder({ 'identity/mapper.yaml': mapper('plan') });
    const { code, stderr } = await run(ARGS, { cwd });
    expect(stderr).toContain('nothing says what to compare with, and this is not a git repository');
    expect(code).toBe(2);
  });

  test('a repository with one branch of another name says what to give', async () => {
    const cwd = temporaryFolder({ 'mapper.yaml': mapper('plan') });
    git(cwd, 'init', '-q', '-b', 'trunk');
    commit(cwd, 'first');
    const { code, stderr } = await run(['check', 'mapper.yaml'], { cwd });
    expect(stderr).toBe(
      'tokenpact: nothing says what to compare with\n' +
        '  give a revision, a folder or a file: --against main, --against released/v2\n',
    );
    expect(code).toBe(2);
  });
});

describe('what became of the files meanwhile', () => {
  const repository = (files: Readonly<Record<string, string>>): string => {
    const folder = temporaryFolder(files);
    git(folder, 'init', '-q', '-b', 'main');
    commit(folder, 'before');
    git(folder, 'checkout', '-q', '-b', 'change');
    return folder;
  };

  test('a file that was renamed is compared with itself', async () => {
    const cwd = repository({ 'identity/mapper.yaml': mapper('plan') });
    git(cwd, 'mv', 'identity/mapper.yaml', 'identity/shop.yaml');
    writeFiles(cwd, { 'identity/shop.yaml': mapper('', '2.0.0') });
    commit(cwd, 'rename');
    const ran = await run(['check', 'identity/shop.yaml', '-f', 'json'], { cwd });
    expect(changes(ran)).toEqual(['claim-removed']);
    expect(removal(ran).before.file).toBe('identity/mapper.yaml');
  });

  test('so is one that was moved into the folder, from outside of where tokenpact runs', async () => {
    const root = repository({ 'auth/mapper.yaml': mapper('plan'), 'teams/identity/notes.yaml': 'a: 1' });
    git(root, 'mv', 'auth/mapper.yaml', 'teams/identity/mapper.yaml');
    writeFiles(root, { 'teams/identity/mapper.yaml': mapper('', '2.0.0') });
    const ran = await run(['check', 'identity', '-f', 'json'], { cwd: `${root}/teams` });
    expect(changes(ran)).toEqual(['claim-removed']);
    expect(removal(ran).before.file).toBe('../auth/mapper.yaml');
  });

  test.each([
    ['the folder', 'identity'],
    ['the file', 'identity/mapper.yaml'],
  ])('the last definition is deleted: %s', async (_what, path) => {
    const cwd = repository({ 'identity/mapper.yaml': mapper('plan') });
    git(cwd, 'rm', '-q', 'identity/mapper.yaml');
    commit(cwd, 'delete');
    const ran = await run(['check', path, '-f', 'json'], { cwd });
    expect(changes(ran)).toEqual(['definition-removed']);
    expect(ran.code).toBe(1);
  });

  test('a path that neither side has is a typo', async () => {
    const cwd = repository({ 'identity/mapper.yaml': mapper('plan') });
    const { code, stderr } = await run(['check', 'identity', 'identiy'], { cwd });
    expect(stderr).toContain('there is no file or folder "identiy"');
    expect(code).toBe(2);
  });

  test('the first definition of a repository is an addition', async () => {
    const cwd = repository({ 'identity/notes.yaml': 'a: 1', 'readme.md': 'none' });
    writeFiles(cwd, { 'identity/mapper.yaml': mapper('plan') });
    commit(cwd, 'introduce');
    const ran = await run(ARGS, { cwd });
    expect(changes(ran)).toEqual(['definition-added']);
    expect(ran.code).toBe(0);
  });

  test('patterns of the configuration are read from the base, too', async () => {
    const cwd = repository({
      'tokenpact.yaml': 'mappers: [identity/**/*.yaml]\nconsumers: [readers/*.consumer.yaml]\n',
      'identity/shop/mapper.yaml': mapper('plan'),
    });
    writeFiles(cwd, {
      'identity/shop/mapper.yaml': mapper('', '2.0.0'),
      'readers/api.consumer.yaml':
        'tokenpact: consumer/v1\nname: api\nowner: team-api\nreads: access_token\nas: { resource: api }\nexpects: { required: [plan] }\n',
    });
    const ran = await run(['check', '-f', 'json'], { cwd });
    expect(changes(ran)).toEqual(['claim-removed']);
    expect(removal(ran).consumers).toEqual([
      { name: 'api', owner: 'team-api', party: 'first', fails: ['requires "plan"'] },
    ]);
  });

  test('a base that names what it does not define can be mended', async () => {
    const cwd = repository({ 'mapper.yaml': mapper('plan, plann') });
    writeFiles(cwd, { 'mapper.yaml': mapper('plan') });
    const ran = await run(['check', 'mapper.yaml', '-f', 'json'], { cwd });
    expect(ran.code).toBe(0);
  });

  test('a definition that can not be read is not a deleted one', async () => {
    const cwd = repository({ 'mapper.yaml': mapper('plan') });
    writeFiles(cwd, { 'mapper.yaml': mapper('plan').replace('issuer:', 'isuer:') });
    const ran = await run(['check', 'mapper.yaml', '-f', 'json'], { cwd });
    expect(changes(ran)).toEqual([]);
    const rules = JSON.parse(ran.stdout).findings.map(({ rule }: { rule: string }) => rule);
    expect(new Set(rules)).toEqual(new Set(['mapper/schema-invalid']));
    expect(ran.code).toBe(1);
    // Nobody knows what changed: that is no pass, also where mistakes are let through.
    const lenient = await run(['check', 'mapper.yaml', '--fail-on', 'design=never'], { cwd });
    expect(lenient.stdout).toContain('✘ failed on compatibility (1)');
    expect(lenient.code).toBe(1);
  });

  test('a base that is no definition is said', async () => {
    const cwd = repository({ 'mapper.yaml': mapper('plan').replace('issuer:', 'isuer:') });
    writeFiles(cwd, { 'mapper.yaml': mapper('plan') });
    const { code, stderr } = await run(['check', 'mapper.yaml', '--against', 'main'], { cwd });
    expect(stderr).toMatch(/main \([0-9a-f]{12}\) can not be compared with\nmapper\.yaml:\d+:\d+: /);
    expect(stderr).toContain('compare with another version, or mend that one');
    expect(code).toBe(2);
  });
});
