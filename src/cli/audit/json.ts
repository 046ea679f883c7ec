import type { AuditReport } from './report.ts';

/** The version of the shape in contracts/audit.schema.json; it rises when a reader may break. */
const SCHEMA_VERSION = 1;

/** The report for programs, as contracts/audit.schema.json describes it. */
export function auditJson({ result, summary, findings, otherFindings, gates, passed }: AuditReport): string {
  const { counts, ...seen } = summary;
  const active = findings.filter(({ suppressed }) => suppressed === undefined);
  const of = (severity: string): number => active.filter((finding) => finding.severity === severity).length;
  const document = {
    schemaVersion: SCHEMA_VERSION,
    tool: { name: 'tokenpact', version: result.version },
    command: 'audit',
    definitions: result.definitions,
    files: result.files,
    complete: result.complete,
    summary: {
      passed,
      error: of('error'),
      warning: of('warning'),
      info: of('info'),
      suppressed: findings.length - active.length,
      counts,
      gates,
    },
    ...seen,
    findings: findings.map(({ at: _at, message: _message, args: _args, ...finding }) => finding),
    otherFindings,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
