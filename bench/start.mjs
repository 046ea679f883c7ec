// What a command costs before it does anything useful: CPU time as a multiple of bare Node, alternating in one
// run, the median of several. `node bench/start.mjs [runs] [out.json]`, after `npm run build`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const runs = Number(process.argv[2] ?? 9);
const folder = mkdtempSync(join(tmpdir(), 'tokenpact-bench-'));
const empty = join(folder, 'empty.cjs');
writeFileSync(empty, '');

const tokenpact = (...args) => [join(root, 'bin/tokenpact.js'), ...args];
const mapper = 'fixtures/design/mapper.yaml';
const commands = {
  'node, empty file': [empty],
  '--version': tokenpact('--version'),
  '--help': tokenpact('--help'),
  'lint, a small mapper': tokenpact('lint', mapper),
  'check, nothing changed': tokenpact('check', mapper, '--against', mapper),
  'check, three changes': tokenpact(
    'check',
    'fixtures/shop/pull-request',
    '--against',
    'fixtures/shop/v3.0.0',
  ),
  'decode, one token': tokenpact('decode', 'fixtures/shop/tokens/good/id-web.jwt'),
};

/** CPU milliseconds of one run: a shell's `times` counts the children that it waited for. */
function cost(args) {
  const script = '"$0" "$@" >/dev/null 2>&1; times';
  const { stdout } = spawnSync('bash', ['-c', script, process.execPath, ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  const seconds = [...(stdout.split('\n')[1] ?? '').matchAll(/(\d+)m([\d.]+)s/g)];
  return seconds.reduce((sum, [, minutes, rest]) => sum + Number(minutes) * 60_000 + Number(rest) * 1000, 0);
}

const median = (numbers) => [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)];

const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
for (let run = 0; run < runs; run += 1) {
  for (const [name, args] of Object.entries(commands)) times[name].push(cost(args));
}
const base = median(times['node, empty file']);
const rows = Object.entries(times).map(([name, all]) => ({
  name,
  milliseconds: median(all),
  ratio: median(all) / base,
}));
for (const { name, milliseconds, ratio } of rows) {
  console.log(`${name.padEnd(24)} ${milliseconds.toFixed(0).padStart(6)} ms ${ratio.toFixed(2).padStart(6)}`);
}
if (process.argv[3]) writeFileSync(process.argv[3], `${JSON.stringify(rows, null, 2)}\n`);
rmSync(folder, { recursive: true, force: true });
