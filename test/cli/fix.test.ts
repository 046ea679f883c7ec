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
