import { bumpOf, type JsonObject } from '../model/index.ts';
import { active, countBySeverity, type Report } from './report.ts';

/** The version of the JSON report's shape: contracts/report.schema.json. It rises when a reader may break. */
export const REPORT_SCHEMA_VERSION = 1;

/**
 * The report for programs, as contracts/report.schema.json describes it.
 *
 * @example JSON.parse(jsonReport(report)).summary.passed
 */
export function jsonReport(report: Report): string {
  const document = {
    schemaVersion: REPORT_SCHEMA_VERSION,
    tool: { name: 'tokenpact', version: report.version },
    command: report.command,
    ...(report.before === undefined ? {} : { before: report.before }),
    after: report.after,
    summary: {
      passed: report.passed,
      ...countBySeverity(report.findings),
      undecided: active(report.findings).filter((finding) => finding.undecided).length,
      suppressed: report.findings.length - active(report.findings).length,
      ...(report.difference === undefined ? {} : { requiredBump: report.difference.requiredBump }),
      checked: report.checked,
      gates: report.gates,
    },
    findings: report.findings,
    ...(report.difference === undefined ? {} : { difference: differenceOf(report.difference) }),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** Effects point at the changes that cause them by position, so that no change is written twice. */
function differenceOf(difference: NonNullable<Report['difference']>): JsonObject {
  const { changes } = difference;
  const refer = <Effect extends { because: readonly (typeof changes)[number][] }>(
    effect: Effect,
  ): object => ({
    ...effect,
    because: effect.because.map((change) => changes.indexOf(change)),
  });
  return JSON.parse(
    JSON.stringify({
      changes: changes.map((change) => ({ ...change, bump: bumpOf(change) })),
      consumerEffects: difference.consumerEffects.map(refer),
      decisionEffects: difference.decisionEffects.map(refer),
      exposureChanges: difference.exposureChanges,
    }),
  );
}
