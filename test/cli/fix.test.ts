import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from './run.ts';
import { git, mapper, temporaryFolder } from './temporary.ts';

/** A definition with mistakes, one of which hides another until it is mended. */
const WRONG = mapper('plna, plan')
  .replace('owner: team-identity', 'onwer: team-identity # who answers for it')
  .replace('grants: [client_credentials]', 'grants: [client_credential]');
const RIGHT = mapper('plan').replace('owner: team-identity', 'owner: team-identity # who answers for it');

const read = (cwd: string, file = 'mapper.yaml'): string => readFileSync(join(cwd, file), 'utf8');

/** A result of SARIF 2.1.0 (section 3.27), as far as it is about fixes. */
interface Result {
  readonly fixes?: readonly {
    readonly artifactChanges: readonly {
      readonly artifactLocation: { readonly uri: string };
      readonly replacements: readonly {
        readonly deletedRegion: Readonly<Record<'startLine' | 'startColumn' | 'endColumn', number>>;
        readonly insertedContent?: { readonly text: string };
      }[];
    }[];
  }[];
}

describe('lint --fix', () => {
  test('mends what has one way to be mended, keeps comments, and lints what is left', async () => {
    const cwd = temporaryFolder({ 'mapper.yaml': WRONG });
    const { code, stdout, stderr } = await run(['lint', 'mapper.yaml', '--fix'], { cwd });
    expect(read(cwd)).toBe(RIGHT);
    expect(stderr).toBe('mapper.yaml: 3 mistakes mended\nmapper.yaml: 1 mistake mended\n');
    expect(stdout).toMatch(/^✔ passed/);
    expect(code).toBe(0);
    expect((await run(['lint', 'mapper.yaml', '--fix'], { cwd })).stderr).toBe('');
  });

  test('renames a misspelt registered claim, and then what refers to it', async () => {
    const misspelt = (name: string): string =>
      mapper('plan')
        .replace('plan] }, owner', `plan, ${name}?] }, owner`)
        .replace('claims:\n', `claims:\n  "${name}": { about: user } # new\n`);
    const cwd = temporaryFolder({ 'mapper.yaml': misspelt('given_nmae') });
    const { stderr } = await run(['lint', 'mapper.yaml', '--fix'], { cwd });
    expect(read(cwd)).toBe(misspelt('given_name'));
    expect(stderr).toBe('mapper.yaml: 1 mistake mended\nmapper.yaml: 1 mistake mended\n');
  });

  test('mends a consumer and the configuration, too', async () => {
    const cwd = temporaryFolder({
      'mapper.yaml': mapper('plan'),
      'api.consumer.yaml':
        'tokenpact: consumer/v1\nname: api\nreads: acces_token\nas: { resource: api }\nexpcts: true\n',
      'tokenpact.yaml': 'mapers: [mapper.yaml]\n',
    });
    await run(['lint', '.', '--fix'], { cwd });
    expect(read(cwd, 'api.consumer.yaml')).toContain(
      'reads: access_token\nas: { resource: api }\nexpects: true\n',
    );
    expect(read(cwd, 'tokenpact.yaml')).toBe('mappers: [mapper.yaml]\n');
  });

  test('--fix-dry-run prints a patch that git applies, and writes nothing', async () => {
    const cwd = temporaryFolder({ 'a/mapper.yaml': WRONG });
    const { code, stdout } = await run(['lint', 'a', '--fix-dry-run'], { cwd });
    expect(stdout).toMatch(/^--- a\/a\/mapper\.yaml\n\+\+\+ b\/a\/mapper\.yaml\n@@ -2,7 \+2,7 @@\n/);
    expect(code).toBe(0);
    expect(read(cwd, 'a/mapper.yaml')).toBe(WRONG);
    git(cwd, 'init', '-q');
    execFileSync('git', ['apply', '-'], { cwd, input: stdout });
    expect(read(cwd, 'a/mapper.yaml')).toBe(RIGHT.replace('[plan]', '[plan, plan]'));
  });

  test('SARIF holds the same edits, for editors', async () => {
    const cwd = temporaryFolder({ 'a/mapper.yaml': WRONG });
    const { stdout } = await run(['lint', 'a', '-f', 'sarif'], { cwd });
    const results: readonly Result[] = JSON.parse(stdout).runs[0].results;
    const changes = results.flatMap(({ fixes = [] }) => fixes.flatMap((fix) => fix.artifactChanges));
    expect(new Set(changes.map(({ artifactLocation }) => artifactLocation.uri))).toEqual(
      new Set(['a/mapper.yaml']),
    );
    const edits = changes.flatMap(({ replacements }) => replacements);
    const lines = WRONG.split('\n').map((line, index) => {
      const edit = edits.find(({ deletedRegion }) => deletedRegion.startLine === index + 1);
      if (edit === undefined) return line;
      const { startColumn, endColumn } = edit.deletedRegion;
      return line.slice(0, startColumn - 1) + (edit.insertedContent?.text ?? '') + line.slice(endColumn - 1);
    });
    expect([edits.length, lines.join('\n')]).toEqual([3, RIGHT.replace('[plan]', '[plan, plan]')]);
  });

  test('so does a patch that takes lines out, of a file that does not end in a line end', async () => {
    const text = `tokenpact: mapper/v1
name: shop
issuer: https://id.shop.example
tokens:
  id_token:
    format: jwt
    releases:
      - email
      - email
claims:
  a: { description: A }
  b: { description: B }
  c: { description: C }
  d: { description: D }
  e: { description: E }
  f: { description: F }
onwer: team-identity`;
    const cwd = temporaryFolder({ 'mapper.yaml': text });
    const { stdout } = await run(['lint', 'mapper.yaml', '--fix-dry-run'], { cwd });
    expect(stdout.match(/^@@.*/gm)).toEqual(['@@ -6,7 +6,6 @@', '@@ -14,4 +13,4 @@']);
    git(cwd, 'init', '-q');
    execFileSync('git', ['apply', '-'], { cwd, input: stdout });
    expect(read(cwd)).toBe(text.replace('      - email\n', '').replace('onwer', 'owner'));
  });

  test.each(['--fix', '--fix-dry-run', '--watch'])('standard input and %s end in 2', async (flag) => {
    const { code, stderr } = await run(['lint', '-', flag], { stdin: WRONG });
    expect(stderr).toContain('standard input stands alone');
    expect(code).toBe(2);
  });
});
