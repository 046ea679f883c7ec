// What the rules cost on large definitions: 1,000 clients, 300 scopes, 2,000 claims, where each client has scopes of
// its own and where they share ten choices; and tokens for up to 50 resources. All rules together, and the slowest
// ten of them, each in a run of its own after what they share was worked out. CPU time, all threads.
//
//   node bench/rules.mjs
import { mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { issuer } from './issuer.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const SHAPES = {
  'scopes of its own': { clients: 1000, scopes: 300, claims: 2000 },
  alike: { clients: 1000, scopes: 300, claims: 2000, alike: true },
  'many resources': { clients: 100, scopes: 1000, claims: 3000, resources: 50, held: 300 },
};

const ENTRY = `
export { runRules } from './src/check/index.ts';
export { effectiveContracts } from './src/contract/index.ts';
export { exposures } from './src/compare/index.ts';
export { rules } from './src/generated/rules.ts';
export { loadDefinition, memoryTree } from './src/load/index.ts';
export { DEFAULT_CONFIG } from './src/model/index.ts';
`;

async function tokenpact() {
  const folder = mkdtempSync(join(root, 'node_modules/.cache-bench-'));
  const outfile = join(folder, 'rules.mjs');
  await build({
    stdin: { contents: ENTRY, resolveDir: root, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outfile,
    logLevel: 'warning',
  });
  const loaded = await import(pathToFileURL(outfile).href);
  rmSync(folder, { recursive: true });
  return loaded;
}

const { runRules, effectiveContracts, exposures, rules, loadDefinition, memoryTree, DEFAULT_CONFIG } =
  await tokenpact();

function timed(work) {
  const start = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(start);
  return { milliseconds: (user + system) / 1000, result };
}

function line(words, milliseconds, more = '') {
  console.log(`${words.padEnd(44)} ${milliseconds.toFixed(0).padStart(6)} ms${more}`);
}

/** @returns what all rules take once contracts and exposures are known */
async function measure(name, size) {
  const text = JSON.stringify(issuer(size));
  const { value, problems } = await loadDefinition(memoryTree({ 'large.json': text }), 'large.json');
  if (value === undefined) throw new Error(problems[0]?.message);
  const now = Date.parse('2026-11-22');
  const judge = (registry) =>
    timed(() => runRules({ mappers: [value], consumers: [] }, DEFAULT_CONFIG, registry, { now }));
  const contracts = timed(() => effectiveContracts(value));
  const personal = timed(() => exposures(value));
  judge(rules);
  const none = judge([]).milliseconds;
  const [, all] = Array.from({ length: 3 }, () => judge(rules)).sort(
    (one, other) => one.milliseconds - other.milliseconds,
  );
  console.log(`\n${size.clients} clients, ${size.scopes} scopes, ${size.claims} claims, ${name}`);
  line(`${contracts.result.length} contracts`, contracts.milliseconds);
  line('claims and personal data', personal.milliseconds);
  line('no rule', none);
  line(`all ${rules.length} rules`, all.milliseconds, `  ${all.result.length} findings`);
  const each = rules.map((rule) => ({ id: rule.id, ...judge([rule]) }));
  each.sort((one, other) => other.milliseconds - one.milliseconds);
  for (const { id, milliseconds, result } of each.slice(0, 10)) {
    line(`  ${id}`, milliseconds, `  ${result.length} findings`);
  }
  return all.milliseconds;
}

for (const [name, size] of Object.entries(SHAPES)) {
  const all = await measure(name, size);
  if (all >= 1000 && size.resources === undefined) {
    console.error('the rules take a second or more');
    process.exitCode = 1;
  }
}
