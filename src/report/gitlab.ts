import type { Finding, Severity } from '../model/index.ts';
import { active, effectiveSeverity, type Report, withPrints } from './report.ts';
import { relativeUri } from './sarif.ts';

const SEVERITY: Readonly<Record<Severity, string>> = { error: 'critical', warning: 'major', info: 'info' };

function issue(finding: Finding, fingerprint: string): object {
  return {
    description: finding.help === '' ? finding.message : `${finding.message}: ${finding.help}`,
    check_name: finding.rule,
    fingerprint,
    severity: SEVERITY[effectiveSeverity(finding)],
    location: { path: decodeURIComponent(relativeUri(finding.at.file)), lines: { begin: finding.at.line } },
  };
}

/** The report as GitLab Code Quality: relative paths, lines from 1, a fingerprint that no other issue has. */
export function gitlabReport(report: Report): string {
  const issues = withPrints(active(report.findings)).map(([finding, print]) => issue(finding, print));
  return `${JSON.stringify(issues, null, 2)}\n`;
}
