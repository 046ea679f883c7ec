import type { Finding, Severity } from '../model/index.ts';
import { showObserved } from './impact.ts';
import { active, countBySeverity, type Report } from './report.ts';
import { count, printable, type Style, wrap } from './style.ts';
import { witnessAtLength, witnessLines } from './witness.ts';

const INDENT = '     ';

function paint(severity: Severity, style: Style): (text: string) => string {
  return { error: style.red, warning: style.yellow, info: style.blue }[severity];
}

function consumersLine(finding: Finding): string[] {
  if (finding.consumers.length === 0) return [];
  const named = finding.consumers.map(({ name, owner, party }) => {
    const about = [owner, party === 'third' ? 'third party' : undefined].filter((word) => word !== undefined);
    return about.length === 0 ? name : `${name} (${about.join(', ')})`;
  });
  return [`read by ${named.join(', ')}`];
}

function findingLines(finding: Finding, style: Style, atLength: boolean): string[] {
  const place = `${finding.at.line}:${finding.at.column}`;
  const mark = finding.undecided ? 'undecided' : finding.severity;
  const head = `  ${style.dim(place)}  ${paint(finding.severity, style)(mark)}  ${style.dim(finding.rule)}`;
  const before = finding.before && [
    `before: ${finding.before.file}:${finding.before.line}:${finding.before.column}`,
  ];
  const related = finding.related && [
    `see: ${finding.related.file}:${finding.related.line}:${finding.related.column}`,
  ];
  const dim = [
    ...(before ?? []),
    ...(related ?? []),
    ...consumersLine(finding),
    ...(finding.releases === undefined ? [] : [`against ${finding.releases.join(', ')}`]),
    ...(finding.observed === undefined ? [] : [showObserved(finding.observed)]),
    ...(atLength && finding.witness ? witnessAtLength(finding.witness) : witnessLines(finding.witness)),
  ];
  return [
    head,
    `${INDENT}${style.bold(wrap(finding.message, INDENT, style))}`,
    ...dim.map((line) => INDENT + style.dim(wrap(line, `${INDENT}  `, style))),
    ...(finding.help === ''
      ? []
      : [`${INDENT}${style.green('→')} ${wrap(finding.help, `${INDENT}  `, style)}`]),
  ];
}

function byFile(findings: readonly Finding[]): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.at.file);
    if (group) group.push(finding);
    else groups.set(finding.at.file, [finding]);
  }
  return groups;
}

/** What was compared with what, for commands that compare. */
export function comparedLine(report: Report): string | undefined {
  if (report.before === undefined) return undefined;
  const versions = (side: typeof report.after): string =>
    side.definitions
      .map(({ name, version }) => (version === undefined ? name : `${name} ${version}`))
      .join(', ');
  const before = `${report.before.label}${versions(report.before) && ` [${versions(report.before)}]`}`;
  return `comparing ${before} → ${report.after.label}${versions(report.after) && ` [${versions(report.after)}]`}`;
}

function checkedLine(report: Report): string {
  const { files, definitions, consumers, contracts, tokens, rules } = report.checked;
  const parts = [
    files > 0 && count(files, 'file'),
    definitions > 0 && count(definitions, 'definition'),
    consumers > 0 && count(consumers, 'consumer'),
    contracts > 0 && count(contracts, 'contract'),
    tokens > 0 && count(tokens, 'token'),
    rules > 0 && count(rules, 'rule'),
  ].filter((part) => part !== false);
  return `checked ${parts.join(', ')}`;
}

function verdictLines(report: Report, style: Style): string[] {
  const counts = countBySeverity(report.findings);
  const undecided = active(report.findings).filter((finding) => finding.undecided).length;
  const suppressed = report.findings.length - active(report.findings).length;
  const found = [
    count(counts.error, 'error'),
    count(counts.warning, 'warning'),
    counts.info > 0 && `${counts.info} info`,
    undecided > 0 && `${undecided} undecided`,
    suppressed > 0 && `${suppressed} suppressed`,
  ].filter((part) => part !== false);
  const failed = report.gates.filter(({ failing }) => failing > 0);
  const axes = failed.map(({ axis, failing }) => `${axis} (${failing})`).join(', ');
  const mark = report.passed ? style.green('✔ passed:') : style.red('✘ failed');
  const said = report.passed ? found.join(', ') : `on ${axes}: ${found.join(', ')}`;
  const bump =
    report.difference === undefined || report.difference.requiredBump === 'none'
      ? []
      : [style.dim(`these changes ask for a ${report.difference.requiredBump} version`)];
  // The indent counts what stands before the first line: it must not make that line too wide.
  const verdict = `${style.bold(mark)} ${wrap(said, ' '.repeat(10), style)}`;
  return [verdict, ...bump, style.dim(wrap(checkedLine(report), '  ', style))];
}

/**
 * The report for people: findings by file in source order, each with what it is, who is hit, a witness and
 * what to do; then a summary, also when nothing was found.
 *
 * @param limit how many findings to print at most; the rest is counted
 * @param atLength whether to print the tokens that show a finding whole
 */
export function textReport(
  report: Report,
  style: Style,
  limit = Number.POSITIVE_INFINITY,
  atLength = false,
): string {
  const findings = active(report.findings);
  const shown = findings.slice(0, limit);
  const compared = comparedLine(report);
  const blocks: string[] = compared === undefined ? [] : [style.dim(wrap(compared, '  ', style))];
  for (const [file, group] of byFile(shown)) {
    const lines = group.map((finding) => findingLines(finding, style, atLength).join('\n'));
    blocks.push([style.bold(printable(file)), ...lines].join('\n'));
  }
  if (shown.length < findings.length) {
    blocks.push(`and ${findings.length - shown.length} more: raise --max-findings to see them`);
  }
  const [first] = shown;
  if (first) {
    const hint = `why a rule exists and how to mend it: tokenpact explain ${first.rule}`;
    blocks.push(style.dim(wrap(hint, '  ', style)));
  }
  blocks.push(verdictLines(report, style).join('\n'));
  return `${blocks.join('\n\n')}\n`;
}
