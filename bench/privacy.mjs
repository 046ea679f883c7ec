// How well the classifier tells personal data, by name and by name and value, and how fast it is. The labelled
// sets are ours, made from specifications (bench/privacy). A third of them, chosen by a hash, is held out, and so are
// two of the four sets that were written for it later (bench/privacy/independent): their numbers are
// printed, their mistakes are not, so that nobody mends one of them by hand.
//
//   node bench/privacy.mjs [--json] [names.json values.json]   other labelled sets instead: { entries: [...] }
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { independentNames, independentValues } from './privacy/independent.mjs';
import { labelledNames } from './privacy/names.mjs';
import { labelledValues } from './privacy/values.mjs';

const SEED = 20261122;

async function classifier() {
  const folder = mkdtempSync(join(tmpdir(), 'tokenpact-bench-'));
  const outfile = join(folder, 'privacy.mjs');
  const entry = new URL('../src/privacy/index.ts', import.meta.url).pathname;
  await build({
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    logLevel: 'warning',
  });
  const loaded = await import(pathToFileURL(outfile).href);
  rmSync(folder, { recursive: true });
  return loaded;
}

/** A third of the entries, the same ones on every machine. */
function isHeldOut(entry) {
  const key = JSON.stringify([entry.path, entry.value ?? null]);
  return createHash('sha256').update(key).digest()[0] % 3 === 0;
}

function score(entries, judge) {
  const result = {
    entries: 0,
    hits: 0,
    alarms: 0,
    misses: 0,
    special: 0,
    specialHits: 0,
    wrong: [],
    confusion: new Map(),
  };
  for (const entry of entries) {
    if (entry.ambiguous) continue;
    const judged = judge(entry);
    result.entries += 1;
    if (entry.personal && judged.personal) result.hits += 1;
    else if (judged.personal) result.alarms += 1;
    else if (entry.personal) result.misses += 1;
    if (judged.personal !== entry.personal) result.wrong.push({ entry, judged });
    if (entry.level === 'special-category') {
      result.special += 1;
      if (judged.personal) result.specialHits += 1;
    }
    const cell = `${entry.level} → ${judged.level}`;
    result.confusion.set(cell, (result.confusion.get(cell) ?? 0) + 1);
  }
  return result;
}

const ratio = (part, whole) => (whole === 0 ? 1 : part / whole);

function summary(name, { entries, hits, alarms, misses, special, specialHits }) {
  return {
    set: name,
    entries,
    precision: Number(ratio(hits, hits + alarms).toFixed(3)),
    recall: Number(ratio(hits, hits + misses).toFixed(3)),
    'special-category recall': Number(ratio(specialHits, special).toFixed(3)),
  };
}

function speed({ classifyMembers }) {
  const token = {
    iss: 'https://id.shop.example',
    sub: '0ab9cd3a-1bbe-409c-b4b3-179ee1e29208',
    aud: 'https://orders.shop.example',
    exp: 1790000000,
    iat: 1789999700,
    jti: 'f2b1c7e0-6a51-4a8e-9d0c-1c2d3e4f5a6b',
    client_id: 'web',
    scope: 'openid orders.read',
    tenant_id: '3a61282c-dd85-4c8e-ba25-14a30b842440',
    groups: ['admin', 'sales'],
    email: 'alice@example.com',
    email_verified: true,
    name: 'Alice Adams',
    region: 'eu',
    auth_time: 1789999000,
  };
  const once = (count) => {
    const start = process.hrtime.bigint();
    for (let at = 0; at < count; at += 1) classifyMembers(token);
    return Number(process.hrtime.bigint() - start) / 1000 / count;
  };
  once(2000);
  const runs = Array.from({ length: 5 }, () => once(4000)).sort((one, other) => one - other);
  return Number(runs[2].toFixed(1));
}

function theirs(file) {
  const { entries } = JSON.parse(readFileSync(file, 'utf8'));
  return entries.map((entry) => ({
    ...entry,
    path: [entry.claim ?? entry.name],
    kind: entry.kind ?? entry.source,
  }));
}

const flags = process.argv.slice(2);
const [namesFile, valuesFile] = flags.filter((flag) => !flag.startsWith('--'));
const privacy = await classifier();
const byName = (entry) => privacy.classifyName(entry.path);
const byValue = (entry) => privacy.classifyValue(entry.path, entry.value);
const names = namesFile === undefined ? labelledNames() : theirs(namesFile);
const values = valuesFile === undefined ? labelledValues(SEED) : theirs(valuesFile);
const developed = (entry) => !isHeldOut(entry);
const own = [
  ['names, developed with', score(names.filter(developed), byName), true],
  ['names, held out', score(names.filter(isHeldOut), byName), false],
  ['values, developed with', score(values.filter(developed), byValue), true],
  ['values, held out', score(values.filter(isHeldOut), byValue), false],
];
const independent = [
  ['names a, developed with', score(independentNames('a'), byName), true],
  ['names b, held out', score(independentNames('b'), byName), false],
  ['names c, held out', score(independentNames('c'), byName), false],
  ['names d, developed with', score(independentNames('d'), byName), true],
  ['values a, developed with', score(independentValues('a'), byValue), true],
  ['values b, held out', score(independentValues('b'), byValue), false],
  ['values c, held out', score(independentValues('c'), byValue), false],
  ['values d, developed with', score(independentValues('d'), byValue), true],
];
const parts = namesFile === undefined ? [...own, ...independent] : own;
const report = {
  sets: parts.map(([name, result]) => summary(name, result)),
  'microseconds for a token of 15 claims': speed(privacy),
};

if (flags.includes('--json')) {
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
} else {
  console.table(report.sets);
  console.log(`a token of 15 claims: ${report['microseconds for a token of 15 claims']} µs`);
  for (const [name, result, shown] of parts) {
    console.log(`\n${name}: labelled → judged`);
    for (const [cell, count] of [...result.confusion].sort())
      console.log(`  ${String(count).padStart(4)}  ${cell}`);
    for (const { entry, judged } of shown ? result.wrong : []) {
      const value = entry.value === undefined ? '' : ` = ${JSON.stringify(entry.value)}`;
      console.log(
        `  wrong: ${entry.path.join('.')}${value} (${entry.level}) judged ${judged.level}: ${judged.evidence.join('; ')}`,
      );
    }
  }
}
