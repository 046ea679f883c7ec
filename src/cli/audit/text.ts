import { type Cell, count, listed, printable, type Style, table, wrap } from '../../report/index.ts';
import type { AuditSummary, Distribution, Total } from '../../token/audit/index.ts';
import { showDuration } from '../../token/index.ts';
import { type AuditFinding, type AuditReport, inWords } from './report.ts';

/** Rows of one table before the rest is added up. */
const MOST_ROWS = 10;

/** Pairs of client and scope that are printed, those that are asked for most. */
const MOST_REQUESTS = 50;

/** Claims and values in one line, and clients of each; -f json has them all. */
const MOST_NAMES = 30;
const MOST_CLIENTS = 5;

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

const grouped = (number: number): string => String(number).replace(/\B(?=(\d{3})+$)/g, ',');

const counted = (number: number, noun: string): string =>
  `${grouped(number)} ${noun}${number === 1 ? '' : 's'}`;

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

const block = (title: string, lines: readonly string[], style: Style): readonly string[] =>
  lines.length === 0 ? [] : [[style.bold(title), ...lines].join('\n')];

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

/** `web 120, mobile 3`. */
function showClients({ rows }: Total): string {
  return listed(
    rows.map(({ name, count: times }) => `${name} ${grouped(times)}`),
    MOST_CLIENTS,
  );
}

/** `email (web 120, mobile 3)`. */
const withClients = ({ claim, clients }: AuditSummary['coverage'][number]['claims'][number]): string =>
  `${claim} (${showClients(clients)})`;

function coverageLines({ coverage, uncovered }: AuditSummary, style: Style): readonly string[] {
  const lines = coverage.flatMap(({ mapper, tokenType, tokens, claims }) => {
    if (mapper === null || tokens === 0) return [];
    const declared = claims.filter((claim) => claim.declared);
    const missing = declared.filter(({ seen }) => seen === 0).map(({ claim }) => claim);
    const going = declared.filter(({ deprecated, seen }) => deprecated && seen > 0).map(withClients);
    const extra = claims
      .filter((claim) => !claim.declared)
      .sort((one, other) => other.seen - one.seen)
      .map(withClients);
    const list = (words: string, names: readonly string[], dress: (text: string) => string): string[] =>
      names.length === 0
        ? []
        : [`    ${dress(words)} ${wrap(printable(listed(names, MOST_NAMES)), '      ', style)}`];
    return [
      `  ${mapper} ${tokenType}: ${declared.length - missing.length} of ${counted(declared.length, 'declared claim')} seen in ${counted(tokens, 'token')}`,
      ...list('never seen:', missing, style.yellow),
      ...list('deprecated, and still seen:', going, style.yellow),
      ...list('not declared:', extra, style.red),
    ];
  });
  const missing = (['token', 'claim', 'value'] as const).flatMap((noun) => {
    const number = uncovered[`${noun}s`];
    return number === 0 ? [] : [counted(number, noun)];
  });
  if (missing.length === 0) return lines;
  return [...lines, `  ${style.yellow(`not in it, since there were too many: ${missing.join(', ')}`)}`];
}

function valueLines({ coverage }: AuditSummary, style: Style): readonly string[] {
  return coverage.flatMap(({ tokenType, tokens, claims }) =>
    claims.flatMap(({ claim, values = [], seen }): string[] => {
      if (tokens === 0 || seen === 0 || values.length === 0) return [];
      const told = [...values]
        .sort((one, other) => other.seen - one.seen)
        .map(({ value, seen: times }) => `${value} ${times === 0 ? 'never' : grouped(times)}`);
      const text = printable(`${claim} in ${tokenType}: ${listed(told, MOST_NAMES)}`);
      return [`  ${wrap(text, '    ', style)}`];
    }),
  );
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

function personalLines({ personal }: AuditSummary, style: Style): readonly string[] {
  return personal.map(({ mapper, tokenType, claim, level, category, declared, by, clients }) => {
    const isUndeclared = !declared && mapper !== null;
    const said = [
      category === undefined ? level : `${level}: ${category}`,
      ...(isUndeclared ? ['not declared'] : []),
      ...(by === 'values' ? ['by its values'] : []),
    ];
    const name = claim === '' ? '(the name of a claim)' : claim;
    const text = printable(`${name} in ${tokenType} (${said.join(', ')}): ${showClients(clients)}`);
    return `  ${(isUndeclared ? style.red : String)(wrap(text, '    ', style))}`;
  });
}

type Request = AuditSummary['requests'][number] | AuditSummary['requestedClaims'][number];

function requestLines(
  noun: 'scope' | 'claim',
  requests: readonly Request[],
  style: Style,
): readonly string[] {
  if (requests.length === 0) return [];
  const head = ['client', 'token type', noun, 'requested', 'granted', 'in tokens'].map(
    (text): Cell => ({ text, dress: style.dim }),
  );
  const rows = requests
    .slice(0, MOST_REQUESTS)
    .map((request): Cell[] => [
      { text: printable(request.client) },
      { text: request.tokenType },
      { text: printable('scope' in request ? request.scope : request.claim) },
      ...[request.requested, request.granted, request.emitted].map((number) => ({ text: grouped(number) })),
    ]);
  const more = requests.length - MOST_REQUESTS;
  const rest = more > 0 ? [`  and ${grouped(more)} more: -f json has them all`] : [];
  return [...table([head, ...rows], '  ', style), ...rest];
}

/** Scopes that are asked for most, and claims that tokens carry without being asked for, or do not though asked for. */
function requestBlocks({ requests, requestedClaims }: AuditSummary, style: Style): readonly string[] {
  const scopes = [...requests].sort((one, other) => other.requested - one.requested);
  const gap = ({ requested, granted, emitted }: Request): number =>
    Math.abs(granted - emitted) + Math.abs(requested - granted);
  const claims = requestedClaims
    .filter((claim) => gap(claim) > 0)
    .sort((one, other) => gap(other) - gap(one));
  return [
    ...block('scopes requested, granted and in tokens', requestLines('scope', scopes, style), style),
    ...block(
      'claims requested, granted and in tokens, where these differ',
      requestLines('claim', claims, style),
      style,
    ),
  ];
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
