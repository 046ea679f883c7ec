// What the rules cost on a large definition: 1,000 clients, 300 scopes, 2,000 claims. All rules together, and the
// slowest ten of them, each in a run of its own after what they share was worked out. In milliseconds of the processor.
//
//   node bench/rules.mjs [clients scopes claims]
import { mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [clients = 1000, scopes = 300, claims = 2000] = process.argv.slice(2).map(Number);

const ENTRY = `
export { runRules } from './src/check/index.ts';
export { effectiveContracts } from './src/contract/index.ts';
export { exposures } from './src/compare/exposure.ts';
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

/** Numbers that look random and are the same everywhere. */
function* numbers(seed) {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state;
  }
}

function definition() {
  const random = numbers(20261122);
  const pick = (count, most) => [
    ...new Set(Array.from({ length: 1 + (random.next().value % most) }, () => random.next().value % count)),
  ];
  const named = (count, name, value) =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`${name}${at}`, value(at)]));
  const resources = 40;
  return {
    tokenpact: 'mapper/v1',
    name: 'large',
    version: '1.0.0',
    issuer: 'https://id.large.example',
    owner: 'team-identity',
    tokens: {
      access_token: {
        format: 'jwt',
        profile: 'rfc9068',
        lifetime: '5m',
        audience: { from: 'scope', many: 'reject', shape: 'string' },
      },
      id_token: { format: 'jwt', profile: 'openid', lifetime: '5m' },
      userinfo: { format: 'json', profile: 'openid' },
    },
    claims: named(claims, 'claim_', (at) => ({
      about: at % 7 === 0 ? 'client' : 'user',
      schema: at % 3 === 0 ? { type: 'array', items: { type: 'string' } } : { type: 'string', maxLength: 80 },
      source: `account.field_${at}`,
      mutable: at % 2 === 0,
    })),
    scopes: named(scopes, 'api.scope', (at) => ({
      description: `Use part ${at}`,
      resources: [`api${at % resources}`],
      releases: {
        [['access_token', 'id_token', 'userinfo'][at % 3]]: pick(claims, 12).map((claim) => `claim_${claim}`),
      },
    })),
    resources: named(resources, 'api', (at) => ({
      audience: `https://api${at}.large.example`,
      party: at % 9 === 0 ? 'third' : 'first',
    })),
    clients: named(clients, 'client', (at) => ({
      party: at % 5 === 0 ? 'third' : 'first',
      grants: at % 4 === 0 ? ['client_credentials'] : ['authorization_code'],
      scopes: pick(scopes, 8).map((scope) => `api.scope${scope}`),
    })),
  };
}

const { runRules, effectiveContracts, exposures, rules, loadDefinition, memoryTree, DEFAULT_CONFIG } =
  await tokenpact();
const text = JSON.stringify(definition());
const { value, problems } = await loadDefinition(memoryTree({ 'large.json': text }), 'large.json');
if (value === undefined) throw new Error(problems[0]?.message);

// Of the processor: what else the machine does is no cost of a rule.
function timed(work) {
  const start = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(start);
  return { milliseconds: (user + system) / 1000, result };
}

const now = Date.parse('2026-11-22');
const judge = (registry) => runRules({ mappers: [value], consumers: [] }, DEFAULT_CONFIG, registry, { now });
const contracts = timed(() => effectiveContracts(value));
const personal = timed(() => exposures(value));
judge(rules);
const none = timed(() => judge([])).milliseconds;
const all = Array.from({ length: 3 }, () => timed(() => judge(rules))).sort(
  (one, other) => one.milliseconds - other.milliseconds,
)[1];

console.log(`${clients} clients, ${scopes} scopes, ${claims} claims: ${contracts.result.length} contracts`);
console.log(`contracts for the first time    ${contracts.milliseconds.toFixed(0).padStart(6)} ms`);
console.log(`personal data                   ${personal.milliseconds.toFixed(0).padStart(6)} ms`);
console.log(`no rule                         ${none.toFixed(0).padStart(6)} ms`);
console.log(
  `all ${rules.length} rules, with ${all.result.length} findings ${all.milliseconds.toFixed(0).padStart(6)} ms`,
);
console.log('\nthe slowest ten, each alone and with what it asks for:');
const each = rules.map((rule) => ({ id: rule.id, ...timed(() => judge([rule])) }));
each.sort((one, other) => other.milliseconds - one.milliseconds);
for (const { id, milliseconds, result } of each.slice(0, 10)) {
  console.log(`  ${id.padEnd(40)} ${milliseconds.toFixed(0).padStart(6)} ms  ${result.length} findings`);
}
if (all.milliseconds >= 1000) {
  console.error('the rules take a second or more');
  process.exitCode = 1;
}
