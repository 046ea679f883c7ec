import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from './run.ts';
import { commit, git, mapper, temporaryFolder, writeFiles } from './temporary.ts';

function repository(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder(files);
  git(folder, 'init', '-q', '-b', 'main');
  commit(folder, 'before');
  return folder;
}

describe('check against a git revision', () => {
  test('reads the base from the repository, not from the working tree', async () => {
    const cwd = repository({ 'identity/mapper.yaml': mapper('plan') });
    writeFiles(cwd, { 'identity/mapper.yaml': mapper('', '2.0.0') });
    const { code, stdout } = await run(['check', 'identity', '--against', 'main'], { cwd });
    expect(stdout).toContain('change/claim-removed');
    // The line as it was comes from the repository, too: the file of that name has another one now.
    expect(stdout).toMatch(/before: identity\/mapper\.yaml:\d+:\d+\n +\d+ │ .*\[plan\]/);
    expect(stdout).toMatch(/comparing main \([0-9a-f]{12}\) \[tiny 1\.0\.0\] → identity \[tiny 2\.0\.0\]/);
    expect(code).toBe(1);
  });

  test('without --against, starts from where the branch left its target', async () => {
    const cwd = repository({ 'mapper.yaml': mapper('plan') });
    git(cwd, 'checkout', '-q', '-b', 'change');
    git(cwd, 'checkout', '-q', 'main');
    writeFiles(cwd, { 'mapper.yaml': mapper('', '2.0.0') });
    commit(cwd, 'what others merged meanwhile');
    git(cwd, 'checkout', '-q', 'change');
    const { code, stdout } = await run(['check', 'mapper.yaml'], { cwd });
    expect(stdout).toContain('no errors');
    expect(code).toBe(0);
  });

  test('works in a folder below the root of the repository', async () => {
    const root = repository({ 'teams/identity/mapper.yaml': mapper('plan') });
    const cwd = join(root, 'teams/identity');
    writeFiles(cwd, { 'mapper.yaml': mapper('', '2.0.0') });
    const { stdout } = await run(['check', 'mapper.yaml', '--against', 'main'], { cwd });
    expect(stdout).toContain('change/claim-removed');
    expect(stdout).toContain('before: mapper.yaml:');
  });

  test('parts of a definition come from the same revision', async () => {
    const scopes = `scopes:${mapper('plan').split('\nscopes:')[1]?.split('\nresources:')[0]}\n`;
    const whole = mapper('plan').replace(scopes, 'include: [scopes/*.yaml]\n');
    const cwd = repository({ 'mapper.yaml': whole, 'scopes/read.yaml': scopes });
    writeFiles(cwd, {
      'mapper.yaml': whole.replace('1.0.0', '2.0.0'),
      'scopes/read.yaml': scopes.replace('plan', ''),
    });
    const { stdout } = await run(['check', 'mapper.yaml', '--against', 'main'], { cwd });
    expect(stdout).toContain('change/claim-removed');
  });

  test('a realm is of the version that the configuration had there', async () => {
    const config = (version: string) => `providers: { keycloak: { version: "${version}" } }\n`;
    const realm = '{ "realm": "shop", "clients": [{ "clientId": "web", "defaultClientScopes": [] }] }\n';
    const cwd = repository({ 'realm.json': realm, 'tokenpact.yaml': config('24.0') });
    const lost = async () => (await run(['check', 'realm.json', '--against', 'main'], { cwd })).stdout;
    expect(await lost()).not.toContain('change/');
    writeFiles(cwd, { 'tokenpact.yaml': config('25.0') });
    expect(await lost()).toContain('readers of "access_token", "introspection" lose "sub"');
  });

  test('a definition that is new is an addition, not an error', async () => {
    const cwd = repository({ 'one.yaml': mapper('plan') });
    writeFiles(cwd, { 'two.yaml': mapper('plan', '1.0.0', 'second') });
    const { code, stdout } = await run(['check', '.', '--against', 'main', '-f', 'json'], { cwd });
    const report = JSON.parse(stdout);
    expect(report.difference.changes.map(({ kind }: { kind: string }) => kind)).toEqual(['definition-added']);
    expect(code).toBe(0);
  });

  test('a definition that is gone is one change', async () => {
    const cwd = repository({ 'one.yaml': mapper('plan'), 'two.yaml': mapper('plan', '1.0.0', 'second') });
    git(cwd, 'rm', '-q', 'two.yaml');
    const { code, stdout } = await run(['check', '.', '--against', 'main', '-f', 'json'], { cwd });
    const report = JSON.parse(stdout);
    expect(report.difference.changes.map(({ kind }: { kind: string }) => kind)).toEqual([
      'definition-removed',
    ]);
    expect(report.findings.map(({ rule }: { rule: string }) => rule)).toContain('change/definition-removed');
    expect(code).toBe(1);
  });

  test('a revision that is not there ends in 2, with the command that fetches it', async () => {
    const cwd = repository({ 'mapper.yaml': mapper('plan') });
    const { code, stderr } = await run(['check', 'mapper.yaml', '--against', 'origin/release'], { cwd });
    expect(stderr).toBe(
      'tokenpact: "origin/release" is neither a file, a folder nor a commit that this clone has\n' +
        '  fetch it and run again: git fetch --depth=1 origin release\n',
    );
    expect(code).toBe(2);
  });

  test('a revision that looks like an option is not one', async () => {
    const cwd = repository({ 'mapper.yaml': mapper('plan') });
    const { code, stderr } = await run(['check', 'mapper.yaml', '--against=--output=stolen'], { cwd });
    expect(stderr).toContain('"--output=stolen" is neither a file, a folder nor a commit');
    expect(code).toBe(2);
  });

  test('outside a repository a revision can not be meant', async () => {
    const cwd = temporaryFolder({ 'mapper.yaml': mapper('plan') });
    const { code, stderr } = await run(['check', 'mapper.yaml', '--against', 'main'], { cwd });
    expect(stderr).toContain('this is not a git repository');
    expect(code).toBe(2);
  });
});

test('--cross-check puts the judgements to a second engine, and both agree on the shop', async () => {
  const args = ['check', 'fixtures/shop/pull-request', '--against', 'fixtures/shop/v3.0.0', '-f', 'json'];
  const [plain, checked] = await Promise.all([run(args), run([...args, '--cross-check'])]);
  expect(checked.stdout).toBe(plain.stdout);
  expect(checked.code).toBe(1);
});
