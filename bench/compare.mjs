// How long two versions of a large definition take to compare, and how much memory: each run in a process of its own,
// the median of five; memory is the most of any, loading included. CPU time counts all threads, those of the garbage
// collector too; on a machine with other work it tells more than the time on the wall. Loading is not timed.
//
// Three shapes: each client has scopes of its own, and the sizes double; clients share ten choices of scopes; and
// tokens for up to 50 resources each, where the clients double. So the table shows the slopes.
//
//   node bench/compare.mjs [--json] [--short] [--runs=5]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { edited, issuer } from './issuer.mjs';

const LIBRARY = fileURLToPath(new URL('../src/index.ts', import.meta.url));
const ROOT = fileURLToPath(new URL('..', import.meta.url));

const median = (numbers) => [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)];

/** The library in one file, as packages have it. */
async function bundle(folder) {
  const { build } = await import('esbuild');
  const outfile = join(folder, 'library.mjs');
  // Where packages that are left out are looked for.
  const banner = {
    js: `import { createRequire as of } from 'node:module';const require = of(${JSON.stringify(join(ROOT, 'package.json'))});`,
  };
  await build({
    entryPoints: [LIBRARY],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    banner,
    external: ['json-schema-diff'],
    logLevel: 'warning',
  });
  return outfile;
}

/** One comparison of one size, in this process. */
async function measure(library, size) {
  const { compare, loadAll, memoryTree } = await import(pathToFileURL(library).href);
  const load = async (definition) => {
    const tree = memoryTree({ 'mapper.json': JSON.stringify(definition) });
    const { definitions, problems } = await loadAll(tree, ['mapper.json']);
    if (problems.length > 0) throw new Error(problems[0].message);
    return definitions[0];
  };
  const text = issuer(size);
  const before = await load(text);
  const after = await load(edited(text));
  const start = performance.now();
  const cpu = process.cpuUsage();
  const { contracts, changes } = compare(before, after);
  const { user, system } = process.cpuUsage(cpu);
  return {
    wall: Math.round(performance.now() - start),
    cpu: Math.round((user + system) / 1000),
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    contracts,
    changes: changes.length,
  };
}

/** Some runs, each in a process of its own: as cold as the command line is. */
function inProcesses(library, size, runs) {
  const script = fileURLToPath(import.meta.url);
  const given = JSON.stringify({ library, size });
  const run = () =>
    JSON.parse(execFileSync(process.execPath, [script, '--measure', given], { encoding: 'utf8', cwd: ROOT }));
  const all = Array.from({ length: runs }, run);
  const of = (name) => all.map((one) => one[name]);
  return {
    ...all[0],
    wall: median(of('wall')),
    cpu: median(of('cpu')),
    megabytes: Math.max(...of('megabytes')),
  };
}

/** Series of sizes, each double the one before. */
function shapes(isShort) {
  const own = (part) => ({
    clients: Math.ceil(1000 / part),
    scopes: Math.ceil(300 / part),
    claims: Math.ceil(2000 / part),
  });
  const resources = (part) => ({
    clients: Math.ceil(100 / part),
    scopes: 1000,
    claims: 3000,
    resources: 50,
    held: 300,
  });
  if (isShort) return [[16, 8].map(own), [{ ...own(8), alike: true }], [{ ...own(16), resources: 5 }]];
  return [[8, 4, 2, 1].map(own), [{ ...own(1), alike: true }], [8, 4, 2, 1].map(resources)];
}

function nameOf({ clients, scopes, claims, resources, alike }) {
  const sizes = [clients, scopes, claims, ...(resources === undefined ? [] : [resources])];
  return `${sizes.join(' × ')}${alike ? ', alike' : ''}`;
}

function row(cells) {
  return cells
    .map((cell, index) => (index === 0 ? String(cell).padEnd(28) : String(cell).padStart(11)))
    .join('');
}

async function main() {
  const at = process.argv.indexOf('--measure');
  if (at > 0) {
    const { library, size } = JSON.parse(process.argv[at + 1]);
    process.stdout.write(JSON.stringify(await measure(library, size)));
    return;
  }
  const isShort = process.argv.includes('--short');
  const folder = mkdtempSync(join(tmpdir(), 'tokenpact-bench-'));
  try {
    const library = await bundle(folder);
    const runs = Number(process.argv.find((one) => one.startsWith('--runs='))?.slice(7) ?? (isShort ? 1 : 5));
    const results = shapes(isShort).flatMap((series) => {
      const measured = series.map((size) => ({ size, ...inProcesses(library, size, runs) }));
      return measured.map((one, index) => ({ ...one, slope: one.cpu / measured[index - 1]?.cpu }));
    });
    if (process.argv.includes('--json')) {
      process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
      return;
    }
    console.log(
      row(['clients × scopes × claims …', 'contracts', 'changes', 'CPU ms', 'wall ms', 'MB', 'slope']),
    );
    for (const { size, contracts, changes, cpu, wall, megabytes, slope } of results) {
      const shown = Number.isNaN(slope) ? '' : `× ${slope.toFixed(1)}`;
      console.log(row([nameOf(size), contracts, changes, cpu, wall, megabytes, shown]));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

await main();
