import type { AffectedConsumer, Finding, Place, Severity } from '../model/index.ts';
import { excerpt, type LineOf } from './excerpt.ts';
import { showObserved } from './impact.ts';
import { active, byFile, countBySeverity, type Report } from './report.ts';
import { count, printable, type Style, wrap } from './style.ts';
import { toAccept, waiverLine } from './waiver.ts';
import { witnessAtLength, witnessLines } from './witness.ts';

const INDENT = '     ';

/** The lines that findings point at, on both sides. */
export interface Sources {
  readonly before: LineOf;
  readonly after: LineOf;
}

const NONE: Sources = { before: () => undefined, after: () => undefined };

export interface TextOptions {
  /** How many findings to print at most; the rest is counted. */
  readonly limit?: number;
  /** Whether to print the tokens that show a finding whole. */
  readonly atLength?: boolean;
  /** Absent: no lines are shown, as where they are tokens. */
  readonly sources?: Sources;
}

function paint(severity: Severity, style: Style): (text: string) => string {
  return { error: style.red, warning: style.yellow, info: style.blue }[severity];
}

/** `orders-api (team-orders, first party)`. */
export function showConsumer({ name, owner, party }: AffectedConsumer): string {
  return `${name} (${[owner, `${party} party`].filter((word) => word !== undefined).join(', ')})`;
}

/** Who is hit, each with what fails, and who else reads what it is about. */
function consumerLines({ consumers }: Finding): string[] {
  const hit = consumers.flatMap((consumer) =>
    consumer.fails === undefined
      ? []
      : [`breaks ${showConsumer(consumer)}: it ${consumer.fails.join('; it ')}`],
  );
  const others = consumers.filter(({ fails }) => fails === undefined).map(showConsumer);
  return [...hit, ...(others.length === 0 ? [] : [`read by ${others.join(', ')}`])];
}

/** Another place that a finding speaks of, and the line that is there. */
function placeLines(what: string, at: Place | undefined, lineOf: LineOf, style: Style): readonly string[] {
  if (at === undefined) return [];
  const place = wrap(`${what}: ${at.file}:${at.line}:${at.column}`, `${INDENT}  `, style);
  return [`${INDENT}${style.dim(place)}`, ...excerpt(at, lineOf(at), INDENT, style).slice(0, 1)];
}

function findingLines(
  finding: Finding,
  style: Style,
  { atLength = false, sources = NONE }: TextOptions,
): string[] {
  const { at, before, related, observed, releases, witness, help } = finding;
  const mark = finding.undecided ? 'undecided' : finding.severity;
  const place = style.dim(`${at.line}:${at.column}`);
  const dim = [
    ...consumerLines(finding),
    ...(releases === undefined ? [] : [`against ${releases.join(', ')}`]),
    ...(observed === undefined ? [] : [showObserved(observed)]),
    ...(atLength && witness ? witnessAtLength(witness) : witnessLines(witness)),
  ];
  return [
    `  ${place}  ${paint(finding.severity, style)(mark)}  ${style.dim(finding.rule)}`,
    `${INDENT}${style.bold(wrap(finding.message, INDENT, style))}`,
    ...excerpt(at, sources.after(at), INDENT, style),
    ...placeLines('before', before, sources.before, style),
    ...placeLines('see', related, sources.after, style),
    ...dim.map((line) => INDENT + style.dim(wrap(line, `${INDENT}  `, style))),
    ...(help === '' ? [] : [`${INDENT}${style.green('→')} ${wrap(help, `${INDENT}  `, style)}`]),
  ];
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

/** Silence about signatures would look like having checked them. */
function uncheckedLine({ checked: { unchecked = 0 } }: Report): string[] {
  return unchecked === 0 ? [] : [`${count(unchecked, 'signature')} not checked: give the keys with --jwks`];
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
  return [
    verdict,
    ...bump,
    ...uncheckedLine(report).map(style.yellow),
    style.dim(wrap(checkedLine(report), '  ', style)),
  ];
}

/** What a person commits to accept a change on purpose. What is wrong with one definition alone is mended instead. */
function acceptance(report: Report, style: Style): string[] {
  const { shown, more } = toAccept(report);
  if (report.before === undefined || shown.length === 0) return [];
  const head =
    'to accept one on purpose, commit it to tokenpact.yaml, with an owner, a reason and a last day:';
  return [
    style.dim(wrap(head, '  ', style)),
    '  waivers:',
    ...shown.map((finding) => `    ${wrap(waiverLine(finding, report.gates), '        ', style)}`),
    ...(more === 0 ? [] : [`  and ${more} more`]),
  ];
}

/**
 * The report for people: findings by file in source order, each with what it is, the line it points at, who is
 * hit, a witness and what to do; then how to accept them, and a summary, also when nothing was found.
 *
 * @example textReport(report, PLAIN, { limit: 200 })
 */
export function textReport(report: Report, style: Style, options: TextOptions = {}): string {
  const findings = active(report.findings);
  const shown = findings.slice(0, options.limit);
  const compared = comparedLine(report);
  const blocks: string[] = compared === undefined ? [] : [style.dim(wrap(compared, '  ', style))];
  for (const [file, group] of byFile(shown)) {
    const lines = group.map((finding) => findingLines(finding, style, options).join('\n'));
    blocks.push(`${style.bold(printable(file))}\n${lines.join('\n\n')}`);
  }
  if (shown.length < findings.length) {
    blocks.push(`and ${findings.length - shown.length} more: raise --max-findings to see them`);
  }
  const [first] = shown;
  if (first) {
    const hint = `why a rule exists and how to mend it: tokenpact explain ${first.rule}`;
    blocks.push(style.dim(wrap(hint, '  ', style)));
  }
  const accept = acceptance(report, style);
  if (accept.length > 0) blocks.push(accept.join('\n'));
  blocks.push(verdictLines(report, style).join('\n'));
  return `${blocks.join('\n\n')}\n`;
}
