import type { Axis, Finding } from '../model/index.ts';
import { active, countBySeverity, fails, type Report, ranked } from './report.ts';
import { count, printable } from './style.ts';
import { comparedLine } from './text.ts';
import { toAccept, waiverFor } from './waiver.ts';
import { witnessLines } from './witness.ts';

/** GitHub refuses comments of 65,536 characters; a rest is kept for what wraps this one. */
const LONGEST = 60_000;
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

const code = (text: string): string => `\`${printable(text).replaceAll('`', "'").replaceAll('|', '\\|')}\``;

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

function findingTable(report: Report): string[] {
  const findings = ranked(active(report.findings));
  if (findings.length === 0) return [];
  const rows = findings.map((finding) => row(finding, report));
  const rest = rows.slice(ROWS);
  const folded =
    rest.length === 0
      ? []
      : ['', `<details><summary>${rest.length} more</summary>`, '', ...HEAD, ...rest, '', '</details>'];
  return [...HEAD, ...rows.slice(0, ROWS), ...folded];
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
    ...shown.map(waiverFor),
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
 * The report as a pull-request comment: the verdict, each axis, the worst findings, who is hit, tokens that
 * show it, and how to accept it on purpose. Parts that would make it too long for GitHub are left out, the
 * least needed first.
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
