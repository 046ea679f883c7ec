import type { Finding, Severity } from '../model/index.ts';
import { active, effectiveSeverity, type Report } from './report.ts';
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
  const seen = new Map<string, number>();
  const issues = active(report.findings).map((finding) => {
    const times = seen.get(finding.fingerprint) ?? 0;
    seen.set(finding.fingerprint, times + 1);
    return issue(finding, times === 0 ? finding.fingerprint : `${finding.fingerprint}-${times}`);
  });
  return `${JSON.stringify(issues, null, 2)}\n`;
}
