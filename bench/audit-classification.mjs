// What classification costs an audit: the processor time of one that reads values for personal data, over that of
// one that does not, in the same process, turn by turn. The two are built from the same sources but for the line
// that says which values are read.
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { MAPPER, makeKeys, makeTokens } from './audit-tokens.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const ENTRY = `
  export { tokenJudge } from './src/check/index.ts';
  export { rules } from './src/generated/rules.ts';
  export { loadAll, memoryTree } from './src/load/index.ts';
  export { DEFAULT_CONFIG } from './src/model/index.ts';
  export { Auditor, declaredTokens, summarise } from './src/token/audit/index.ts';
  export { readKeys } from './src/token/index.ts';`;

/** Without classification, no line's values are read. */
const UNREAD = {
  name: 'unread',
  setup: (context) =>
    context.onLoad({ filter: /token\/audit\/personal\.ts$/ }, () => ({
      contents: 'export const readData = () => []; export const namesOfData = () => [];',
    })),
};

async function auditors(folder, name, plugins) {
  const outfile = join(folder, `${name}.mjs`);
  const options = {
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  };
  await build({ stdin: { contents: ENTRY, resolveDir: root }, ...options, outfile, plugins });
  return import(pathToFileURL(outfile).href);
}

async function prepared(built, jwks) {
  const { definitions } = await built.loadAll(built.memoryTree({ 'mapper.yaml': MAPPER }), ['mapper.yaml']);
  const now = Date.now();
  const settings = { definitions, given: {}, words: [], fields: {}, now, tolerance: 60, cache: 0 };
  const judge = built.tokenJudge(built.rules, built.DEFAULT_CONFIG, now);
  return (lines, keys) => {
    const auditor = new built.Auditor(keys ? { ...settings, keys: built.readKeys(jwks) } : settings, judge);
    const start = process.cpuUsage();
    for (const [index, line] of lines.entries()) auditor.take(line, 'log', index + 1);
    built.summarise(auditor.finish().toJson(), built.declaredTokens(definitions));
    const { user, system } = process.cpuUsage(start);
    return (user + system) / lines.length;
  };
}

const median = (numbers) => [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)];

/** Microseconds of processor time for a token, with and without, signatures checked or not, and their ratios. */
export async function classificationCost({ tokens = 20_000, rounds = 5 } = {}) {
  const folder = mkdtempSync(join(root, 'node_modules/.cache/bench-'));
  try {
    const { keys, jwks } = makeKeys();
    const lines = makeTokens(tokens, keys);
    const text = JSON.stringify({ keys: jwks });
    const reading = await prepared(await auditors(folder, 'reading', []), text);
    const unread = await prepared(await auditors(folder, 'unread', [UNREAD]), text);
    return [true, false].map((signed) => {
      const times = { with: [], without: [] };
      for (let round = 0; round <= rounds; round += 1) {
        const without = unread(lines, signed);
        const withValues = reading(lines, signed);
        if (round === 0) continue;
        times.without.push(without);
        times.with.push(withValues);
      }
      const [one, other] = [median(times.with), median(times.without)];
      return { signed, with: one, without: other, ratio: one / other };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function classificationLines(costs) {
  return costs.map(
    ({ signed, ...cost }) =>
      `reading values for personal data, signatures ${signed ? 'checked' : 'not checked'}: ` +
      `${cost.with.toFixed(1)} instead of ${cost.without.toFixed(1)} µs of processor time a token, ratio ${cost.ratio.toFixed(2)}`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(classificationLines(await classificationCost()).join('\n'));
}
