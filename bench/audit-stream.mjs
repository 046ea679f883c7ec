// Whether memory stays where it is: lines without an end on standard input, and the memory of the process that audits.
//
//   node bench/audit-stream.mjs                      10,000,000 small tokens without signatures
//   node bench/audit-stream.mjs --tokens 200000
//
// Prints the memory (RSS, all threads) at each tenth of the way, and writes bench/audit-stream.json.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { MAPPER, payloadOf } from './audit-tokens.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Tokens that are made once and sent again and again. */
const BLOCK = 10_000;

const base64url = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Tokens that keep their contract, each of its own. */
function lines() {
  const header = base64url({ alg: 'none', typ: 'at+jwt' });
  const token = (index) => `${header}.${base64url(payloadOf(index))}.`;
  return Buffer.from(`${Array.from({ length: BLOCK }, (_, index) => token(index)).join('\n')}\n`);
}

const megabytes = (pid) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;

async function main() {
  const { values } = parseArgs({ options: { tokens: { type: 'string', default: '10000000' } } });
  const blocks = Math.ceil(Number(values.tokens) / BLOCK);
  const folder = mkdtempSync(join(tmpdir(), 'tokenpact-bench-'));
  try {
    writeFileSync(join(folder, 'mapper.yaml'), MAPPER);
    const args = ['audit', '-', '--mapper', join(folder, 'mapper.yaml'), '-f', 'json', '--fail-on', 'never'];
    const start = performance.now();
    const child = spawn(process.execPath, [join(root, 'bin/tokenpact.js'), ...args], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    let report = '';
    child.stdout.on('data', (text) => {
      report += text;
    });
    const closed = once(child, 'close');
    const block = lines();
    const series = [];
    let most = 0;
    for (let sent = 1; sent <= blocks; sent += 1) {
      if (!child.stdin.write(block)) await once(child.stdin, 'drain');
      const now = megabytes(child.pid);
      most = Math.max(most, now);
      if (sent % Math.ceil(blocks / 10) !== 0 && sent !== blocks) continue;
      series.push({
        tokens: sent * BLOCK,
        megabytes: Math.round(now),
        seconds: Math.round((performance.now() - start) / 1000),
      });
      console.log(`${(sent * BLOCK).toString().padStart(12)} tokens  ${now.toFixed(0).padStart(5)} MB`);
    }
    child.stdin.end();
    const [code] = await closed;
    const { lines: read } = JSON.parse(report).summary.counts;
    if (code !== 0 || read !== blocks * BLOCK)
      throw new Error(`the audit ended with ${code} after ${read} lines`);
    const seconds = (performance.now() - start) / 1000;
    console.log(`${read} lines in ${seconds.toFixed(0)} s, ${most.toFixed(0)} MB at most`);
    const result = {
      tokens: read,
      seconds: Math.round(seconds),
      megabytes: Math.round(most),
      node: process.version,
      series,
    };
    writeFileSync(join(root, 'bench/audit-stream.json'), `${JSON.stringify(result, null, 2)}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
