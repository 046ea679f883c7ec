import type { Finding, Severity } from '../model/index.ts';
import { active, countBySeverity, effectiveSeverity, type Report, ranked } from './report.ts';
import { printable } from './style.ts';

const COMMAND: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** GitHub shows ten of each kind per step and drops the rest without a word. */
const SHOWN = 10;

const data = (text: string): string => printable(text).replaceAll('%', '%25');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

function command(finding: Finding): string {
  const { rule, message, help, at } = finding;
  const place = `file=${property(at.file)},line=${at.line},endLine=${at.endLine},col=${at.column},endColumn=${at.endColumn}`;
  return `::${COMMAND[effectiveSeverity(finding)]} ${place},title=${property(rule)}::${[message, help].filter(Boolean).map(data).join('%0A')}`;
}

/**
 * The report as GitHub workflow commands: the worst findings become annotations on the lines of the change,
 * as many as GitHub shows; a last line tells how many it would have dropped.
 */
export function githubReport(report: Report): string {
  const findings = ranked(active(report.findings));
  const of = (severity: Severity): readonly Finding[] =>
    findings.filter((finding) => effectiveSeverity(finding) === severity);
  // The last line is a notice itself.
  const shown = [
    ...of('error').slice(0, SHOWN),
    ...of('warning').slice(0, SHOWN),
    ...of('info').slice(0, SHOWN - 1),
  ];
  const left = findings.length - shown.length;
  const rest = left === 0 ? [] : [`::notice title=tokenpact::${left} more in the summary of the job`];
  return [...shown.map(command), ...rest].map((line) => `${line}\n`).join('');
}

/** Values for later steps, as `$GITHUB_OUTPUT` takes them. */
export function githubOutputs(report: Report): string {
  const failing = (axis: string): number => report.gates.find((gate) => gate.axis === axis)?.failing ?? 0;
  const outputs = {
    passed: report.passed,
    errors: countBySeverity(report.findings).error,
    warnings: countBySeverity(report.findings).warning,
    compatibility: failing('compatibility'),
    authorization: failing('authorization'),
    privacy: failing('privacy'),
    bump: report.difference?.requiredBump ?? 'none',
  };
  return Object.entries(outputs)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}
