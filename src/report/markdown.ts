import type { Axis, Finding } from '../model/index.ts';
import { pictureOf } from './picture.ts';
import { active, countBySeverity, fails, type Report, ranked } from './report.ts';
import { count, printable } from './style.ts';
import { comparedLine } from './text.ts';
import { toAccept, waiverFor } from './waiver.ts';
import { witnessLines } from './witness.ts';

/** GitHub refuses comments of 65,536 characters; a rest is kept for what wraps this one. */
const LONGEST = 60_000;
/** Characters that the rows of findings may take of it. */
const TABLE = 40_000;
/** Rows that are read before a reader gives up. */
const ROWS = 20;

/** User text that must stay text: no markup, no table cell, no mention of a team, no link to an issue. */
export function markdownText(text: string): string {
  return printable(text)
    .replaceAll('&', '&amp;')
    .replace(/#(?=\d)/g, '&#35;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('@', '&#64;')
    .replace(/[\\`*_[\]|~]/g, '\\$&');
}

/** A file or a rule as code; there, neither backticks nor backslashes can be escaped. */
const code = (text: string): string =>
  `\`${printable(text).replaceAll('`', "'").replaceAll('\\', '/').replaceAll('|', '\\|')}\``;

function verdict(report: Report): string {
  const counts = countBySeverity(report.findings);
  const found = `${count(counts.error, 'error')}, ${count(counts.warning, 'warning')}`;
  const suppressed = report.findings.length - active(report.findings).length;
  const open = active(report.findings).filter(({ undecided }) => undecided).length;
  const more = [open > 0 && `, ${open} undecided`, suppressed > 0 && `, ${suppressed} accepted`];
  const mark = report.passed ? '✅ tokenpact passed' : '❌ tokenpact failed';
  return `### ${mark}: ${found}${more.filter(Boolean).join('')}`;
}

function axes(report: Report): string[] {
  const hit = new Set<Axis>(active(report.findings).map(({ axis }) => axis));
  const rows = report.gates
    .filter(({ axis }) => hit.has(axis))
    .map(({ axis, failing, gate }) => {
      const findings = active(report.findings).filter((finding) => finding.axis === axis).length;
      return `| ${axis} | ${failing > 0 ? `❌ ${failing}` : '✅'} | ${findings} | ${gate} |`;
    });
  return rows.length === 0 ? [] : ['| axis | stops it | findings | gate |', '|---|---|---|---|', ...rows];
}

function row(finding: Finding, report: Report): string {
  const mark = fails(finding, report.gates) ? '❌' : finding.severity === 'info' ? 'ℹ️' : '⚠️';
  const place = code(`${finding.at.file}:${finding.at.line}`);
  const readers = finding.consumers
    .map(({ name, owner }) => (owner === undefined ? name : `${name} (${owner})`))
    .join(', ');
  return `| ${mark} | ${markdownText(finding.message)} | ${markdownText(readers)} | ${place} | ${code(finding.rule)} |`;
}

const HEAD = ['| | what | who reads it | where | rule |', '|---|---|---|---|---|'];

/** Rows as far as there is room; nobody reads more, and the job has them. */
function fitting(rows: readonly string[]): readonly string[] {
  let used = 0;
  const end = rows.findIndex((one) => {
    used += one.length;
    return used > TABLE;
  });
  return end < 0 ? rows : rows.slice(0, end);
}

function findingTable(report: Report): string[] {
  const findings = ranked(active(report.findings));
  const stops = (finding: Finding): boolean => fails(finding, report.gates);
  const rows = [...findings.filter(stops), ...findings.filter((finding) => !stops(finding))].map((finding) =>
    row(finding, report),
  );
  if (rows.length === 0) return [];
  const shown = fitting(rows);
  const folded = shown.slice(ROWS);
  const left = rows.length - shown.length;
  return [
    ...HEAD,
    ...shown.slice(0, ROWS),
    ...(folded.length === 0
      ? []
      : ['', `<details><summary>${folded.length} more</summary>`, '', ...HEAD, ...folded, '', '</details>']),
    ...(left === 0 ? [] : ['', `${left} more do not fit into a comment: the log of the job has them.`]),
  ];
}

function drawing({ difference }: Report): string[] {
  const lines = difference === undefined ? [] : pictureOf(difference);
  if (lines.length === 0) return [];
  const head = '<details><summary>What changes between scopes, claims and tokens</summary>';
  return [head, '', '```mermaid', ...lines, '```', '', '</details>'];
}

function witnesses(report: Report): string[] {
  const shown = ranked(active(report.findings))
    .filter(({ witness }) => witness !== undefined)
    .slice(0, ROWS);
  if (shown.length === 0) return [];
  const items = shown.flatMap(({ message, witness }) => [
    `- ${markdownText(message)}`,
    ...witnessLines(witness).map((line) => `  - ${markdownText(line)}`),
  ]);
  return ['<details><summary>Tokens that show it (made up)</summary>', '', ...items, '', '</details>'];
}

function acceptance(report: Report): string[] {
  const { shown, more } = toAccept(report);
  if (shown.length === 0) return [];
  return [
    '<details><summary>How to accept this on purpose</summary>',
    '',
    'Commit to `tokenpact.yaml`, with an owner, a reason and a last day:',
    '',
    '```yaml',
    'waivers:',
    ...shown.map((finding) => waiverFor(finding, report.gates)),
    '```',
    ...(more === 0 ? [] : ['', `and ${more} more`]),
    '',
    '</details>',
  ];
}

/** What one comment replaces when it is written again. */
export function markdownMarker(report: Report): string {
  const names = report.after.definitions.map(({ name }) => name.replace(/[^\w.-]/g, '_')).join('+');
  return `<!-- tokenpact:${names || 'none'} -->`;
}

/**
 * The report as a pull-request comment: the verdict, each axis, the worst findings, who is hit, a picture of
 * what changes, how to accept it on purpose, and tokens that show it. Parts that would make it too long for
 * GitHub are left out, the least needed first.
 */
export function markdownReport(report: Report): string {
  const compared = comparedLine(report);
  const bump = report.difference?.requiredBump ?? 'none';
  const facts = [
    ...(compared === undefined ? [] : [markdownText(compared)]),
    ...(bump === 'none' ? [] : [`These changes ask for a **${bump}** version.`]),
  ];
  const parts = [
    [verdict(report)],
    facts,
    axes(report),
    findingTable(report),
    drawing(report),
    acceptance(report),
    witnesses(report),
  ];
  const blocks: string[] = [markdownMarker(report)];
  let length = 0;
  for (const block of parts.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'))) {
    if (length + block.length > LONGEST) {
      blocks.push('The rest does not fit into a comment; the job has it whole.');
      break;
    }
    blocks.push(block);
    length += block.length;
  }
  return `${blocks.join('\n\n')}\n`;
}
