import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from './run.ts';
import { mapper, temporaryFolder, writeFiles } from './temporary.ts';

const FILE = 'tokenpact.baseline.json';
/** A definition with one finding, and with two. */
const ONE = mapper('plan').replace('lifetime: 5m', 'maxBytes: 900');
const TWO = ONE.replace('version: 1.0.0\n', '');

async function rulesFound(cwd: string, ...args: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await run(['lint', 'mapper.yaml', '-f', 'json', ...args], { cwd });
  const { findings } = JSON.parse(stdout);
  return findings
    .filter(({ suppressed }: { suppressed?: object }) => suppressed === undefined)
    .map(({ rule }: { rule: string }) => rule);
}

describe('baseline', () => {
  test('accepts the findings of today; new ones count', async () => {
    const cwd = temporaryFolder({ 'mapper.yaml': ONE });
    const before = await rulesFound(cwd);
    expect(before.length).toBeGreaterThan(0);
    const { code, stdout } = await run(['baseline', 'write', 'mapper.yaml'], { cwd });
    expect(stdout).toBe(
      `wrote ${FILE}: ${before.length} finding${before.length === 1 ? '' : 's'} will not count\nuse it: tokenpact lint --baseline ${FILE}\n`,
    );
    expect(code).toBe(0);
    expect(await rulesFound(cwd, '--baseline', FILE)).toEqual([]);

    writeFiles(cwd, { 'mapper.yaml': ONE.replace('owner: team-identity\n', '') });
    expect(await rulesFound(cwd, '--baseline', FILE)).toEqual(['mapper/owner-missing']);
    const text = await run(['lint', 'mapper.yaml', '--baseline', FILE], { cwd });
    expect(text.stdout).toContain(`${before.length} suppressed`);
  });

  test('is a line per finding, in order', async () => {
    const cwd = temporaryFolder({ 'mapper.yaml': ONE });
    await run(['baseline', 'write', 'mapper.yaml'], { cwd });
    const text = readFileSync(join(cwd, FILE), 'utf8');
    expect(text).toMatch(
      /^\{\n {2}"schemaVersion": 1,\n {2}"fingerprints": \[\n {4}\{"rule":"[^"]+","fingerprint":"[0-9a-f]{16}"\}/,
    );
    expect(JSON.parse(text).fingerprints.length).toBe((await rulesFound(cwd)).length);
  });

  test('only shrinks: prune drops what was mended and adds nothing', async () => {
    const cwd = temporaryFolder({ 'mapper.yaml': TWO });
    const all = (await rulesFound(cwd)).length;
    await run(['baseline', 'write', 'mapper.yaml'], { cwd });
    const mended = ONE.replace('owner: team-identity\n', '');
    writeFiles(cwd, { 'mapper.yaml': mended });
    const now = await rulesFound(cwd);
    const left = now.filter((rule) => rule !== 'mapper/owner-missing').length;
    const { stdout } = await run(['baseline', 'prune', 'mapper.yaml'], { cwd });
    expect(stdout).toMatch(new RegExp(`^${FILE}: ${all - left} findings? gone, ${left} findings? left\n$`));
    expect(await rulesFound(cwd, '--baseline', FILE)).toEqual(['mapper/owner-missing']);
  });

  test('lint of everything tells that it can be pruned', async () => {
    const cwd = temporaryFolder({ 'mapper.yaml': TWO, 'tokenpact.yaml': 'mappers: [mapper.yaml]\n' });
    await run(['baseline', 'write', '--file', 'old.json'], { cwd });
    expect((await run(['lint', '--baseline', 'old.json'], { cwd })).stderr).toBe('');
    writeFiles(cwd, { 'mapper.yaml': ONE });
    expect((await run(['lint', '--baseline', 'old.json'], { cwd })).stderr).toBe(
      '1 finding of old.json gone: tokenpact baseline prune --file old.json\n',
    );
    expect((await run(['lint', 'mapper.yaml', '--baseline', 'old.json'], { cwd })).stderr).toBe('');
  });

  test('is not written over', async () => {
    const cwd = temporaryFolder({ 'mapper.yaml': ONE, [FILE]: 'mine' });
    const { code, stderr } = await run(['baseline', 'write', 'mapper.yaml'], { cwd });
    expect(stderr).toBe(
      `tokenpact: nothing was written: "${FILE}" exists already, and a baseline only shrinks\n` +
        '  drop what is no longer found: tokenpact baseline prune; accept all of today: --force\n',
    );
    expect(code).toBe(2);
    expect(readFileSync(join(cwd, FILE), 'utf8')).toBe('mine');
    expect((await run(['baseline', 'write', 'mapper.yaml', '--force'], { cwd })).code).toBe(0);
  });

  test.each([
    ['no file', 'none.json', 'the baseline "none.json" does not exist'],
    ['no JSON', 'mapper.yaml', '"mapper.yaml" is not a baseline that this tokenpact knows'],
    ['another version', 'later.json', '"later.json" is not a baseline that this tokenpact knows'],
  ])('%s ends in 2', async (_what, file, message) => {
    const cwd = temporaryFolder({
      'mapper.yaml': ONE,
      'later.json': '{ "schemaVersion": 2, "fingerprints": [] }',
    });
    const { code, stderr } = await run(['lint', 'mapper.yaml', '--baseline', file], { cwd });
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });
});
