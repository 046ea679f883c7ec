import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FORMATS } from '../../src/cli/write-report.ts';
import { run } from './run.ts';
import { commit, git, mapper, temporaryFolder, writeFiles } from './temporary.ts';

/** A checkout whose change takes a claim away, and the environment of a job in GitHub Actions. */
function job() {
  const workspace = temporaryFolder({ 'teams/identity/mapper.yaml': mapper('plan') });
  git(workspace, 'init', '-q', '-b', 'main');
  commit(workspace, 'before');
  writeFiles(workspace, { 'teams/identity/mapper.yaml': mapper('', '2.0.0') });
  const folder = temporaryFolder({ summary: 'an earlier step\n', output: '' });
  const env = {
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: workspace,
    GITHUB_STEP_SUMMARY: join(folder, 'summary'),
    GITHUB_OUTPUT: join(folder, 'output'),
  };
  const written = (name: string): string => readFileSync(join(folder, name), 'utf8');
  return { cwd: join(workspace, 'teams'), env, written };
}

describe('check in GitHub Actions, without any setup', () => {
  test('annotates lines as GitHub names the files, and writes the summary and the outputs', async () => {
    const { cwd, env, written } = job();
    const { code, stdout, stderr } = await run(['check', 'identity', '--against', 'main'], { cwd, env });
    expect(stdout).toContain('identity/mapper.yaml\n');
    expect(stderr).toMatch(
      /^::error file=teams\/identity\/mapper\.yaml,line=\d+,.*title=change\/claim-removed::/,
    );
    expect(written('summary')).toMatch(
      /^an earlier step\n<!-- tokenpact:tiny -->\n\n### ❌ tokenpact failed/,
    );
    expect(written('summary')).toContain('`teams/identity/mapper.yaml:');
    expect(written('output')).toContain('passed=false\nerrors=1\n');
    expect(written('output')).toContain('bump=major\n');
    expect(code).toBe(1);
  });

  test('leaves a report for programs on standard output as it is', async () => {
    const { cwd, env } = job();
    const { stdout } = await run(['check', 'identity', '--against', 'main', '-f', 'json'], { cwd, env });
    expect(JSON.parse(stdout).findings[0].at.file).toBe('identity/mapper.yaml');
  });

  test('annotates once when the format is asked for', async () => {
    const { cwd, env } = job();
    const { stdout, stderr } = await run(['check', 'identity', '--against', 'main', '-f', 'github'], {
      cwd,
      env,
    });
    expect(stdout).toMatch(/^::error file=teams\/identity\/mapper\.yaml,/);
    expect(stderr).toBe('');
  });

  test('--no-ci turns all of it off, and outside of GitHub there is none of it', async () => {
    const { cwd, env, written } = job();
    const line = ['check', 'identity', '--against', 'main'];
    const off = await run([...line, '--no-ci'], { cwd, env });
    const elsewhere = await run(line, { cwd, env: { ...env, GITHUB_ACTIONS: '' } });
    expect([off.stderr, elsewhere.stderr]).toEqual(['', '']);
    expect([written('summary'), written('output')]).toEqual(['an earlier step\n', '']);
  });
});

test('lint in GitHub Actions tells what it found, too', async () => {
  const { cwd, env, written } = job();
  const { stderr } = await run(['lint', 'identity', '--rule', 'mapper/dead-claim=error'], { cwd, env });
  expect(stderr).toMatch(/^::error file=teams\/identity\/mapper\.yaml,line=\d+,.*title=mapper\/dead-claim::/);
  expect(written('summary')).toContain('❌ tokenpact failed: 1 error');
  expect(written('output')).toContain('errors=1\n');
  const off = await run(['lint', 'identity', '--no-ci'], { cwd, env });
  expect(off.stderr).toBe('');
});

test('GitLab finds files from the root of the project, also when the job runs below it', async () => {
  const { cwd, env } = job();
  const setting = { cwd, env: { CI_PROJECT_DIR: env.GITHUB_WORKSPACE } };
  const args = ['check', 'identity', '--against', 'main', '-f', 'gitlab'];
  const { stdout, stderr } = await run(args, setting);
  const paths = JSON.parse(stdout).map((issue: { location: { path: string } }) => issue.location.path);
  expect(new Set(paths)).toEqual(new Set(['teams/identity/mapper.yaml']));
  expect(stderr).toBe('');
});

test('a path that starts at the root of the machine is told from the folder tokenpact runs in', async () => {
  const { cwd } = job();
  const path = `${cwd}/identity`;
  const formats = FORMATS.flatMap((format) => ['-f', `${format}=out/${format}`]);
  for (const args of [
    ['lint', path],
    ['check', path, '--against', 'main'],
    ['check', path, '--against', path],
  ]) {
    await run([...args, ...formats], { cwd });
    for (const format of FORMATS) {
      expect(readFileSync(join(cwd, 'out', format), 'utf8')).not.toContain(cwd.slice(1));
    }
  }
});
