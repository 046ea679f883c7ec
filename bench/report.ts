// What 10,000 findings cost in each format: CPU time of the median of five renderings, after one that nobody counts.
// Two shapes: all in one file, as of a realm export, and spread over 1,000 files.
//
//   npm run bench:report [-- findings]
import type { Finding } from '../src/model/index.ts';
import type { Report } from '../src/report/index.ts';
import { type Format, render } from '../test/report/formats.ts';
import { finding, report } from '../test/report/reports.ts';

const count = Number(process.argv[2] ?? 10_000);
const SEVERITIES = ['error', 'warning', 'info'] as const;

const source = `    schema: { enum: [${'active, '.repeat(20)}closed] } # 名前`;
const sources = { before: () => source, after: () => source };

/** As many findings of as many rules as there are, each with a witness, a consumer and both places. */
function large(files: number): Report {
  const rules = Array.from({ length: 180 }, (_, index) => ({
    id: `group/rule-${index}`,
    severity: 'error' as const,
    axis: 'compatibility' as const,
    summary: 'What it says.',
    source: 'RFC 9068 section 2.2',
  }));
  const findings = Array.from({ length: count }, (_, index): Finding => {
    const like = finding();
    const line = 1 + index;
    const file = `identity/part-${index % files}.yaml`;
    return {
      ...like,
      rule: rules[index % rules.length]?.id ?? like.rule,
      severity: SEVERITIES[index % 3] ?? 'error',
      message: `readers of "access_token" that rely on "claim_${index}" fail on the tokens that lack it`,
      at: { ...like.at, file, line, endLine: line },
      coordinates: { ...like.coordinates, claim: `claim_${index}` },
      fingerprint: index.toString(16).padStart(16, '0'),
    };
  });
  const names = [...new Set(findings.map(({ at }) => at.file))].sort();
  return report(findings, { rules, files: names });
}

/** Milliseconds of CPU time, those of the garbage collector too. */
function cost(render: () => string): number {
  const before = process.cpuUsage();
  render();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function median(render: () => string): number {
  render();
  const times = Array.from({ length: 5 }, () => cost(render)).sort((one, other) => one - other);
  return times[2] ?? Number.NaN;
}

console.log(`| format | one file | 1,000 files | size |\n|---|---|---|---|`);
const [one, many] = [render(large(1), sources), render(large(1000), sources)];
for (const format of Object.keys(one) as Format[]) {
  const times = [one, many].map((shape) => `${Math.round(median(shape[format]))} ms`);
  const size = Buffer.byteLength(one[format]());
  const shown = size < 1_000_000 ? `${Math.round(size / 1000)} kB` : `${(size / 1e6).toFixed(1)} MB`;
  console.log(`| ${format} | ${times.join(' | ')} | ${shown} |`);
}
