import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkout, mergeRef, origin } from '../cli/clones.ts';
import { git, temporaryFolder } from '../cli/temporary.ts';
import { parsed } from '../load/reading.ts';
import { needs } from '../tool.ts';
import { bundled } from './bundle.ts';
import { comment, pullRequest } from './gh.ts';

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

function script(name: string, env: Readonly<Record<string, string>>, cwd = process.cwd()): Ended {
  const { status, stdout, stderr } = spawnSync('bash', [resolve('ci', name)], {
    cwd,
    env: { PATH: process.env.PATH, ...env },
    encoding: 'utf8',
  });
  return { code: status, output: stdout + stderr };
}

describe('fetch-base.sh', () => {
  test('brings the parent of a shallow merge commit, and nothing twice', () => {
    const from = origin();
    mergeRef(from);
    const cwd = checkout(from, 'refs/pull/7/merge', 1);
    const main = git(from.folder, 'rev-parse', 'main');
    expect(script('fetch-base.sh', {}, cwd)).toEqual({ code: 0, output: '' });
    expect(git(cwd, 'cat-file', '-t', main)).toBe('commit');
    git(cwd, 'remote', 'remove', 'origin');
    expect(script('fetch-base.sh', {}, cwd)).toEqual({ code: 0, output: '' });
  });

  test('leaves a commit with one parent alone', () => {
    const cwd = checkout(origin(), 'refs/heads/change', 1);
    expect(script('fetch-base.sh', {}, cwd)).toEqual({ code: 0, output: '' });
    expect(git(cwd, 'rev-list', '--count', '--all')).toBe('1');
  });
});

describe('check.sh', () => {
  let tokenpact = { command: '', remove: () => {} };
  beforeAll(async () => {
    tokenpact = await bundled();
  });
  afterAll(() => tokenpact.remove());

  test('checks a pull request as GitHub checks it out: annotated, summed up, with outputs and a comment', () => {
    const from = origin();
    const merge = mergeRef(from);
    const cwd = checkout(from, 'refs/pull/7/merge', 1);
    const folder = temporaryFolder({ summary: '', output: '' });
    const env = {
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: cwd,
      GITHUB_REF: 'refs/pull/7/merge',
      GITHUB_SHA: merge,
      GITHUB_BASE_REF: 'main',
      GITHUB_STEP_SUMMARY: join(folder, 'summary'),
      GITHUB_OUTPUT: join(folder, 'output'),
      TOKENPACT: tokenpact.command,
      TOKENPACT_PATHS: 'identity',
      TOKENPACT_ARGS: '--fail-on privacy=info',
      TOKENPACT_COMMENT: join(folder, 'comment.md'),
    };
    script('fetch-base.sh', env, cwd);
    const { code, output } = script('check.sh', env, cwd);
    const written = (name: string): string => readFileSync(join(folder, name), 'utf8');
    expect(output).toContain('::error file=identity/mapper.yaml,');
    expect(written('comment.md')).toBe(written('summary'));
    expect(written('output')).toContain('passed=false\n');
    expect(code).toBe(0);
  });

  test('inputs are words, never commands', () => {
    const cwd = temporaryFolder({ 'a b.yaml': '' });
    const env = {
      TOKENPACT: 'printf %s\\n',
      TOKENPACT_PATHS: '$(touch stolen) *.yaml ;ls',
      TOKENPACT_ARGS: '`id` --fail-on=info',
      TOKENPACT_COMMENT: 'c.md',
    };
    expect(script('check.sh', env, cwd)).toEqual({
      code: 0,
      output: 'check\n$(touch\nstolen)\n*.yaml\n;ls\n`id`\n--fail-on=info\n-f\ntext\n-f\nmarkdown=c.md\n',
    });
    expect(readdirSync(cwd)).toEqual(['a b.yaml']);
  });

  test('ends with what could not be checked', () => {
    const folder = temporaryFolder();
    const env = {
      TOKENPACT: tokenpact.command,
      TOKENPACT_PATHS: 'none',
      TOKENPACT_COMMENT: join(folder, 'c'),
    };
    const { code, output } = script('check.sh', env, folder);
    expect(output).toContain('nothing says what to compare with');
    expect(code).toBe(2);
    expect(existsSync(join(folder, 'c'))).toBe(false);
  });
});

describe('comment.sh', () => {
  const MARKER = '<!-- tokenpact:shop -->';

  test('writes one comment and keeps it up to date', (context) => {
    needs('jq', context);
    const pr = pullRequest();
    const stranger = { user: { type: 'User' } } as const;
    const others = [comment(1, 'looks good', stranger), comment(2, `${MARKER}\n\nall is well`, stranger)];
    pr.set({ comments: others, labels: [] });
    const env = { ...pr.env, TOKENPACT_ERRORS: '1', TOKENPACT_WARNINGS: '0' };
    pr.write(`${MARKER}\n\nfirst`);
    expect(script('comment.sh', env)).toEqual({ code: 0, output: '' });
    pr.write(`${MARKER}\n\nsecond`);
    expect(script('comment.sh', { ...env, TOKENPACT_ERRORS: '0' })).toEqual({ code: 0, output: '' });
    expect(pr.get().comments).toEqual([...others, comment(3, `${MARKER}\n\nsecond`)]);
  });

  test('says nothing where there is nothing to say', (context) => {
    needs('jq', context);
    const pr = pullRequest();
    pr.write(`${MARKER}\n\nclean`);
    const env = { ...pr.env, TOKENPACT_ERRORS: '0', TOKENPACT_WARNINGS: '0' };
    expect(script('comment.sh', env)).toEqual({ code: 0, output: '' });
    expect(pr.get().comments).toEqual([]);
  });

  test('a token that may only read does not end the job', (context) => {
    needs('jq', context);
    const pr = pullRequest(true);
    pr.write(`${MARKER}\n\nfirst`);
    const { code, output } = script('comment.sh', {
      ...pr.env,
      TOKENPACT_ERRORS: '1',
      TOKENPACT_WARNINGS: '0',
    });
    expect(output).toContain('::notice title=tokenpact::the token of this job may not write comments');
    expect(code).toBe(0);
  });
});

describe('gate.sh', () => {
  test('passes what passed, and nothing that nobody can approve', () => {
    expect(script('gate.sh', { TOKENPACT_PASSED: 'true' })).toEqual({ code: 0, output: '' });
    expect(script('gate.sh', { TOKENPACT_PASSED: 'false' })).toEqual({ code: 1, output: '' });
    const { env } = pullRequest();
    expect(script('gate.sh', { ...env, APPROVE_LABEL: '', TOKENPACT_PASSED: 'false' }).code).toBe(1);
  });

  test('a label approves what was pushed before it was set, and no more', (context) => {
    needs('jq', context);
    const pr = pullRequest();
    const env = { ...pr.env, TOKENPACT_PASSED: 'false' };
    const other = { name: 'approved' };
    pr.set({ comments: [], labels: [other] });
    const opened = script('gate.sh', { ...env, EVENT_ACTION: 'opened' });
    expect(opened.output).toContain('set the label "approved: break", or commit a waiver');
    expect(opened.code).toBe(1);

    pr.set({ comments: [], labels: [other, { name: 'approved: break' }] });
    const labeled = script('gate.sh', { ...env, EVENT_ACTION: 'labeled' });
    expect(labeled).toEqual({
      code: 0,
      output: '::notice title=tokenpact::approved by the label "approved: break"\n',
    });
    expect(pr.output()).toBe('approved=true\n');

    const pushed = script('gate.sh', { ...env, EVENT_ACTION: 'synchronize' });
    expect(pushed.output).toContain('was for what was pushed before');
    expect(pushed.code).toBe(1);
    expect(pr.get().labels).toEqual([other]);
  });

  test('from a fork, where the label can not be taken off, only setting it approves', (context) => {
    needs('jq', context);
    const pr = pullRequest(true);
    pr.set({ comments: [], labels: [{ name: 'approved: break' }] });
    const env = { ...pr.env, TOKENPACT_PASSED: 'false', FROM_FORK: 'true' };
    const pushed = script('gate.sh', { ...env, EVENT_ACTION: 'synchronize' });
    expect(pushed.output).toContain('this job may not take it off: take it off and set it again');
    const another = script('gate.sh', { ...env, EVENT_ACTION: 'labeled', EVENT_LABEL: 'docs' });
    expect(another.output).toContain('take the label "approved: break" off and set it again');
    const approved = script('gate.sh', { ...env, EVENT_ACTION: 'labeled', EVENT_LABEL: 'approved: break' });
    expect([pushed.code, another.code, approved.code]).toEqual([1, 1, 0]);
  });

  test('a label with a name like an option or a command is only a name', (context) => {
    needs('jq', context);
    const pr = pullRequest();
    const name = '-v $(touch stolen); "x"';
    pr.set({ comments: [], labels: [{ name }] });
    const cwd = temporaryFolder();
    const env = { ...pr.env, APPROVE_LABEL: name, TOKENPACT_PASSED: 'false' };
    expect(script('gate.sh', { ...env, EVENT_ACTION: 'opened' }, cwd).code).toBe(0);
    expect(script('gate.sh', { ...env, EVENT_ACTION: 'synchronize' }, cwd).code).toBe(1);
    expect(pr.get().labels).toEqual([]);
    expect(readdirSync(cwd)).toEqual([]);
  });
});

describe('action.yml', () => {
  const action = JSON.parse(JSON.stringify(parsed(readFileSync('action.yml', 'utf8'), 'action.yml').value));
  interface Step {
    readonly run?: string;
    readonly env?: Readonly<Record<string, string>>;
  }
  const steps: readonly Step[] = action.runs.steps;
  const scripts = steps.flatMap(({ run, env = {} }) => {
    const [, name] = /^"\$GITHUB_ACTION_PATH\/ci\/([\w-]+\.sh)"$/.exec(run ?? '') ?? [];
    return name === undefined ? [] : [{ name, env }];
  });

  test('runs the scripts, in order, each of which can be run', () => {
    expect(scripts.map(({ name }) => name)).toEqual(['fetch-base.sh', 'check.sh', 'comment.sh', 'gate.sh']);
    for (const { name } of scripts) expect(statSync(join('ci', name)).mode & 0o111).toBe(0o111);
  });

  test('gives each script what its head says that it reads, and no user text in a command', () => {
    for (const { name, env } of scripts) {
      const head = readFileSync(join('ci', name), 'utf8').split('set -euo')[0] ?? '';
      const wanted = [...head.matchAll(/^# {3}([A-Z_]+) /gm)].map(([, variable]) => variable);
      expect(
        Object.keys(env)
          .filter((variable) => variable !== 'GH_TOKEN')
          .sort(),
      ).toEqual(wanted.sort());
    }
    for (const { run = '' } of steps) expect(run).not.toContain('${{');
  });

  test('runs this version', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(action.inputs.version.default).toBe(version);
  });
});
