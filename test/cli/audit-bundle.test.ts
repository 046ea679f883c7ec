import { execFileSync, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BUNDLE, ENTRY_POINTS } from '../../scripts/bundle.mjs';
import { needs } from '../tool.ts';

const SHOP = resolve('fixtures/shop');
const HELD = ['--mapper', join(SHOP, 'v3.0.0'), '--jwks', join(SHOP, 'tokens/jwks.json')];
const tokens = (kind: string): string => readFileSync(join(SHOP, `tokens/${kind}/all.txt`), 'utf8');

const folder = mkdtempSync(join(tmpdir(), 'tokenpact-audit-'));
const command = join(folder, 'bin/tokenpact.js');

/** The command as it is packed: threads load the bundle that they were started from. */
beforeAll(async () => {
  mkdirSync(join(folder, 'bin'));
  copyFileSync('bin/tokenpact.js', command);
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  await build({
    ...BUNDLE,
    entryPoints: ENTRY_POINTS,
    outdir: join(folder, 'dist/cli'),
    splitting: true,
  });
  // Says on standard error that a thread was started; it is loaded by each of them.
  writeFileSync(
    join(folder, 'announce.cjs'),
    "if (!require('node:worker_threads').isMainThread) require('node:fs').writeSync(2, 'a thread\\n');",
  );
  writeFileSync(join(folder, 'good.txt'), tokens('good').repeat(250));
  writeFileSync(join(folder, 'bad.txt'), tokens('bad').repeat(20));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LOGS = ['good.txt', 'bad.txt', ...HELD];

function audit(...args: string[]): { stdout: string; stderr: string; status: number | null } {
  const env = { ...process.env, NODE_OPTIONS: `--require ${join(folder, 'announce.cjs')}` };
  const options = { cwd: folder, encoding: 'utf8', env, timeout: 30_000 } as const;
  return spawnSync(process.execPath, [command, 'audit', ...args], options);
}

describe('the packed command', () => {
  test('finds the same in one thread and in three', () => {
    const alone = audit(...LOGS, '-f', 'json', '--workers', '1');
    expect(alone).toMatchObject({ stderr: '', status: 1 });
    const together = audit(...LOGS, '-f', 'json', '--workers', '3');
    expect(together).toMatchObject({ stderr: 'a thread\na thread\n', status: 1 });
    expect(together.stdout).toBe(alone.stdout);
  });

  test('a small log starts no thread', () => {
    expect(audit(join(SHOP, 'tokens/good'), ...HELD, '--quiet')).toMatchObject({ stderr: '', status: 0 });
  });

  test('ends when the rest of a log cannot be read, though threads wait for it', () => {
    const packed = gzipSync(tokens('good').repeat(250));
    writeFileSync(join(folder, 'cut.gz'), packed.subarray(0, packed.length / 2));
    expect(audit('good.txt', 'cut.gz', ...HELD, '--workers', '2')).toMatchObject({
      stdout: '',
      stderr: "a thread\ntokenpact: cut.gz: it can't be unpacked: unexpected end of file\n",
      status: 2,
    });
  });

  test('GNU parallel runs the parts, and they add up to one run', (context) => {
    needs('parallel', context);
    const whole = audit(...LOGS, '-f', 'json');
    const one = `${process.execPath} ${command} audit ${LOGS.join(' ')}`;
    const script = `seq 3 | parallel -j 3 ${one} --part {}/3 --partial parts/{}.json`;
    execFileSync('bash', ['-c', script], { cwd: folder, stdio: 'pipe' });
    const merged = audit('merge', ...[1, 2, 3].map((part) => `parts/${part}.json`), '-f', 'json');
    expect(merged.stdout).toBe(whole.stdout);
  });

  test('GNU parallel deals out a stream, and the shares add up to its tokens', (context) => {
    needs('parallel', context);
    const one = `${process.execPath} ${command} audit - ${HELD.join(' ')}`;
    const script = `cat good.txt bad.txt | parallel --pipe --block 300k ${one} --partial shares/{#}.json; ls shares`;
    const shares = execFileSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8' }).trim().split('\n');
    expect(shares.length).toBeGreaterThan(2);
    const merged = JSON.parse(
      audit('merge', ...shares.map((share) => `shares/${share}`), '-f', 'json').stdout,
    );
    const whole = JSON.parse(audit(...LOGS, '-f', 'json').stdout);
    for (const part of ['summary', 'totals', 'coverage', 'sizes', 'lifetimes', 'personal'])
      expect(merged[part]).toEqual(
        part === 'summary' ? expect.objectContaining({ counts: whole.summary.counts }) : whole[part],
      );
  });
}, 120_000);
