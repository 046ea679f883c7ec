import { type Cell, count, printable, type Style, table, wrap } from '../../report/index.ts';
import type { AuditSummary, Distribution, Total } from '../../token/audit/index.ts';
import { showDuration } from '../../token/index.ts';
import { coverageLines, personalLines, valueLines } from './claims-text.ts';
import { block, counted, grouped } from './lines.ts';
import { type AuditFinding, type AuditReport, inWords } from './report.ts';
import { requestBlocks } from './requests-text.ts';

/** Rows of one table before the rest is added up. */
const MOST_ROWS = 10;

type Totals = AuditSummary['totals'];

const TITLES: Readonly<Record<keyof Totals, string>> = {
  verdicts: 'contracts',
  signatures: 'signatures',
  keys: 'keys',
  forms: 'forms',
  tokenTypes: 'token types',
  clients: 'clients',
  scopeSets: 'scopes',
};

/** A share of a whole; what is there is never told as 0%, nor what is not all as 100%. */
function percent(part: number, whole: number): string {
  if (whole === 0 || part === 0) return '';
  if (part === whole) return '100%';
  const share = Math.min(Math.max((part / whole) * 100, 0.01), 99.99);
  return `${share < 1 || share > 99 ? share.toFixed(2) : share.toFixed(1)}%`;
}

function bytes(number: number): string {
  if (number < 1024) return `${number} B`;
  const power = Math.min(Math.floor(Math.log2(number) / 10), 4);
  return `${(number / 1024 ** power).toFixed(1)} ${['B', 'KiB', 'MiB', 'GiB', 'TiB'][power]}`;
}

/** Numbers stand below each other. */
function aligned(rows: readonly (readonly Cell[])[], column: number): readonly (readonly Cell[])[] {
  const width = Math.max(0, ...rows.map((row) => row[column]?.text.length ?? 0));
  return rows.map((row) =>
    row.map((cell, at) => (at === column ? { ...cell, text: cell.text.padStart(width) } : cell)),
  );
}

function totalLines({ rows, other = 0 }: Total, style: Style): readonly string[] {
  const shown = rows.slice(0, MOST_ROWS);
  const rest = rows.slice(MOST_ROWS);
  const sum = (all: Total['rows']): number => all.reduce((total, row) => total + row.count, 0);
  const whole = sum(rows) + other;
  const more = rest.length === 0 ? [] : [{ name: `${grouped(rest.length)} more`, count: sum(rest) }];
  const untold = other === 0 ? [] : [{ name: 'others, which were not told apart', count: other }];
  const cells = [...shown, ...more, ...untold].map((row): Cell[] => [
    { text: printable(row.name === '' ? '(none)' : row.name) },
    { text: grouped(row.count) },
    { text: percent(row.count, whole), dress: style.dim },
  ]);
  return table(aligned(aligned(cells, 1), 2), '  ', style);
}

function headLines({ result, summary }: AuditReport, style: Style): string {
  const { lines, tokens, malformed, passedOver, unreadTimes, bytes: size } = summary.counts;
  const facts = [
    `${counted(tokens, 'token')} in ${counted(lines, 'line')} of ${counted(result.files.length, 'log')}`,
    bytes(size),
    malformed > 0 && `${counted(malformed, 'malformed token')}`,
    passedOver > 0 && `${counted(passedOver, 'line')} without a token`,
    unreadTimes > 0 && `${counted(unreadTimes, 'time')} in no known form`,
    summary.users && `${summary.users.exact ? '' : 'more than '}${counted(summary.users.count, 'user')}`,
  ].filter((fact) => typeof fact === 'string');
  const definitions = result.definitions
    .map(({ name, version = '' }) => `${name} ${version}`.trim())
    .join(', ');
  return [
    style.bold(facts.join(', ')),
    ...(summary.period ? [style.dim(`from ${summary.period.from} to ${summary.period.to}`)] : []),
    ...(definitions === '' ? [] : [style.dim(`held against ${definitions}`)]),
    ...(result.complete ? [] : [style.yellow('interrupted: this is what was seen until then')]),
  ].join('\n');
}

function distributionLines(
  all: readonly (Distribution & { readonly tokenType: string })[],
  show: (value: number) => string,
  style: Style,
): readonly string[] {
  const rows = all.map(({ tokenType, min, p50, p90, p99, max }): Cell[] => [
    { text: tokenType },
    { text: `min ${show(min)}` },
    { text: `half ${show(p50)}` },
    { text: `90% ${show(p90)}` },
    { text: `99% ${show(p99)}` },
    { text: `max ${show(max)}` },
  ]);
  return table(rows, '  ', style);
}

function findingLines(finding: AuditFinding, style: Style): string {
  const paint = { error: style.red, warning: style.yellow, info: style.blue }[finding.severity];
  const { tokenType, client, claim } = finding.coordinates;
  const whose = [tokenType, client && `for ${client}`, claim].filter((part) => part !== undefined).join(' ');
  const places = finding.examples.map(({ at }) => `${printable(at.file)}:${at.line}`).join(', ');
  return [
    `  ${paint(finding.severity)}  ${style.dim(finding.rule)}  ${counted(finding.count, 'token')}${whose === '' ? '' : `: ${printable(whose)}`}`,
    `     ${style.bold(wrap(printable(inWords(finding, finding.isAlike)), '     ', style))}`,
    `     ${style.dim(places)}`,
  ].join('\n');
}

function findingBlocks(
  { findings, otherFindings }: AuditReport,
  style: Style,
  limit: number,
): readonly string[] {
  const active = findings.filter(({ suppressed }) => suppressed === undefined);
  const shown = active.slice(0, limit);
  const more = active.length - shown.length;
  return [
    ...block(
      'findings',
      shown.map((finding) => findingLines(finding, style)),
      style,
    ),
    ...(more > 0 ? [`and ${more} more: raise --max-findings to see them`] : []),
    ...(otherFindings > 0 ? [`and ${grouped(otherFindings)} that could only be counted`] : []),
  ];
}

function verdictLine({ result, findings, gates, passed }: AuditReport, style: Style): string {
  const active = findings.filter(({ suppressed }) => suppressed === undefined);
  const of = (severity: string): number => active.filter((finding) => finding.severity === severity).length;
  const found = `${count(of('error'), 'error')}, ${count(of('warning'), 'warning')}`;
  if (!result.complete) return `${style.bold(style.yellow('✘ interrupted:'))} ${found} until then`;
  if (passed) return `${style.bold(style.green('✔ passed:'))} ${found}`;
  const axes = gates.filter(({ failing }) => failing > 0).map(({ axis, failing }) => `${axis} (${failing})`);
  return `${style.bold(style.red('✘ failed'))} on ${axes.join(', ')}: ${found}`;
}

/**
 * The report for people: how much was looked at, totals, both sides of the contracts, what is personal, and the
 * findings with the worst first.
 *
 * @param limit how many findings to print at most
 */
export function auditText(report: AuditReport, style: Style, limit: number): string {
  const { summary } = report;
  const totals = (Object.keys(TITLES) as (keyof Totals)[]).flatMap((name) =>
    block(TITLES[name], totalLines(summary.totals[name], style), style),
  );
  const blocks = [
    headLines(report, style),
    ...totals,
    ...block('coverage of the contracts', coverageLines(summary, style), style),
    ...block('values', valueLines(summary, style), style),
    ...block('sizes in bytes', distributionLines(summary.sizes, String, style), style),
    ...block('lifetimes', distributionLines(summary.lifetimes, lifetime, style), style),
    ...block('personal data', personalLines(summary, style), style),
    ...requestBlocks(summary, style),
    ...findingBlocks(report, style, limit),
    verdictLine(report, style),
  ];
  return `${blocks.join('\n\n')}\n`;
}

const lifetime = (seconds: number): string => `${seconds < 0 ? 'minus ' : ''}${showDuration(seconds)}`;
