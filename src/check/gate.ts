import { AXES, type Axis, type Config, type Finding, SEVERITIES, type Severity } from '../model/index.ts';

/** What one axis let through or stopped. */
export interface AxisResult {
  readonly threshold: Severity | 'never';
  /** Findings at the threshold or above, and undecided ones; suppressed ones do not count. */
  readonly failing: number;
  readonly passed: boolean;
}

export interface GateResult {
  readonly passed: boolean;
  readonly byAxis: ReadonlyMap<Axis, AxisResult>;
}

const atLeast = (severity: Severity, threshold: Severity): boolean =>
  SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(threshold);

/**
 * Decides whether findings stop a change, axis by axis, since each axis has other approvers. What could not
 * be decided stops it as an error would; only `never` lets it through.
 *
 * @param gates the lowest severity that fails, per axis; `error` where an axis is not named
 * @example gate(findings, new Map([['design', 'never']])).passed
 */
export function gate(findings: readonly Finding[], gates: Config['gates']): GateResult {
  const counted = findings.filter((finding) => finding.suppressed === undefined);
  const byAxis = new Map<Axis, AxisResult>();
  for (const axis of AXES) {
    const threshold = gates.get(axis) ?? 'error';
    const failing =
      threshold === 'never'
        ? 0
        : counted.filter(
            (finding) => finding.axis === axis && (finding.undecided || atLeast(finding.severity, threshold)),
          ).length;
    byAxis.set(axis, { threshold, failing, passed: failing === 0 });
  }
  return { passed: [...byAxis.values()].every(({ passed }) => passed), byAxis };
}
