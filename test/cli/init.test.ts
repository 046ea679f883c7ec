import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { VERSION } from '../../src/generated/version.ts';
import { parsed } from '../load/reading.ts';
import { run } from './run.ts';
import { commit, git, temporaryFolder, writeFiles } from './temporary.ts';

const FILES = [
  'identity/mapper.yaml',
  'identity/example.consumer.yaml',
  'tokenpact.yaml',
  '.github/workflows/tokenpact.yml',
];
const read = (cwd: string, file: string): string => readFileSync(join(cwd, file), 'utf8');

describe('init', () => {
  test('writes files that lint has nothing to say about, and that check passes', async () => {
    const cwd = temporaryFolder();
    const { code, stdout } = await run(['init'], { cwd });
    expect(stdout).toBe(`wrote ${FILES.join('\n      ')}\nnext: tokenpact lint\n`);
    expect(code).toBe(0);
    expect((await run(['lint'], { cwd })).stdout).toMatch(
      /^✔ passed: no errors, no warnings\nchecked 2 files/,
    );
    git(cwd, 'init', '-q', '-b', 'main');
    commit(cwd, 'start');
    expect((await run(['check', '--fail-on', 'info'], { cwd })).code).toBe(0);
  });

  test('each file has the line by which editors find its schema', async () => {
    const cwd = temporaryFolder();
    await run(['init'], { cwd });
    const first = (file: string): string | undefined => read(cwd, file).split('\n')[0];
    const at = '# yaml-language-server: $schema=https://tokenpact.dev/contracts';
    expect(FILES.slice(0, 3).map(first)).toEqual([
      `${at}/mapper.schema.json`,
      `${at}/consumer.schema.json`,
      `${at}/config.schema.json`,
    ]);
  });

  test('that schema is the installed one where tokenpact is installed', async () => {
    const cwd = temporaryFolder({ 'node_modules/tokenpact/contracts/mapper.schema.json': '{}' });
    await run(['init'], { cwd });
    const [, path = ''] = /\$schema=(\S+)/.exec(read(cwd, 'identity/mapper.yaml')) ?? [];
    expect(existsSync(resolve(cwd, 'identity', path))).toBe(true);
  });

  test('the examples in the comments of the configuration are right', async () => {
    const cwd = temporaryFolder();
    await run(['init'], { cwd });
    const config = read(cwd, 'tokenpact.yaml');
    const uncommented = config
      .replace(/^# (?=gates:|rules:|waivers:| )/gm, '')
      .replace(/\bprofile: standard/, '');
    writeFiles(cwd, { 'tokenpact.yaml': uncommented });
    const { stdout } = await run(['lint', '-f', 'json'], { cwd });
    expect(JSON.parse(stdout).findings.map(({ rule }: { rule: string }) => rule)).toEqual([]);
  });

  test('never writes over a file, and then writes nothing', async () => {
    const cwd = temporaryFolder({ 'tokenpact.yaml': 'mine' });
    const { code, stderr } = await run(['init'], { cwd });
    expect(stderr).toBe(
      'tokenpact: nothing was written: "tokenpact.yaml" exists already\n' +
        '  give another folder, or --force to write over them\n',
    );
    expect(code).toBe(2);
    expect(existsSync(join(cwd, 'identity'))).toBe(false);
    expect((await run(['init', '--force'], { cwd })).code).toBe(0);
    expect(read(cwd, 'tokenpact.yaml')).not.toBe('mine');
  });

  test.each([
    ['as asked for', ['--ci', 'gitlab'], {}],
    ['as the folder tells', [], { '.gitlab-ci.yml': '' }],
  ])('writes the job of GitLab, %s', async (_why, args, files) => {
    const cwd = temporaryFolder(files);
    await run(['init', ...args], { cwd });
    expect(existsSync(join(cwd, '.github'))).toBe(false);
    expect(parsed(read(cwd, '.gitlab/tokenpact.yml')).value).toMatchObject({
      tokenpact: { artifacts: { reports: { codequality: 'gl-code-quality.json' } } },
    });
  });

  test('the job of GitHub runs this version', async () => {
    const cwd = temporaryFolder();
    await run(['init', 'sub'], { cwd });
    expect(parsed(read(cwd, 'sub/.github/workflows/tokenpact.yml')).value).toMatchObject({
      jobs: { tokenpact: { steps: [{}, {}, { run: `npx --yes tokenpact@${VERSION} check` }] } },
    });
  });
});

describe('init --from', () => {
  test("makes a definition of a provider's export, and says what is not in it", async () => {
    const cwd = temporaryFolder({ 'realm.json': readFileSync('fixtures/keycloak/before-realm.json') });
    const { code, stderr } = await run(['init', '--from', 'realm.json', '--ci', 'none'], { cwd });
    expect(stderr).toBe(
      'not in identity/mapper.yaml: the values of claim "client orders-service / cost centre": the values come from "oidc-shop-cost-centre-mapper", which is code outside the export\n',
    );
    expect(code).toBe(0);
    expect(read(cwd, 'identity/mapper.yaml')).toContain('version: 1.0.0\n');
    const { findings } = JSON.parse((await run(['lint', '-f', 'json'], { cwd })).stdout);
    const mistakes = findings.filter(({ severity }: { severity: string }) => severity === 'error');
    // What an export leaves to the order of its mappers, a definition has to decide.
    expect([...new Set(mistakes.map(({ rule }: { rule: string }) => rule))]).toEqual(['mapper/conflict']);
  });

  test('what is no export ends in 2', async () => {
    const cwd = temporaryFolder({ 'realm.json': '{}', 'mapper.yaml': 'tokenpact: mapper/v1\n' });
    const { code, stderr } = await run(['init', '--from', 'realm.json'], { cwd });
    expect(stderr).toContain('is not a mapper definition or an export of a known provider');
    expect(code).toBe(2);
    const invalid = await run(['init', '--from', 'mapper.yaml'], { cwd });
    expect(invalid.stderr).toContain('"name" is missing');
    expect(invalid.code).toBe(2);
    expect(existsSync(join(cwd, 'identity'))).toBe(false);
  });
});
