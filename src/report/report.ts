import {
  type Axis,
  type Bump,
  type Change,
  type ConsumerEffect,
  type DecisionEffect,
  type ExposureChange,
  type Finding,
  SEVERITIES,
  type Severity,
} from '../model/index.ts';

/** What one side of a comparison was read from. */
export interface Side {
  /** `the working tree`, a folder, a file, or a revision with its commit. */
  readonly label: string;
  readonly definitions: readonly { readonly name: string; readonly version?: string }[];
}

/** Whether one axis lets the change through. */
export interface AxisGate {
  readonly axis: Axis;
  /** The lowest severity that fails this axis. */
  readonly gate: Severity | 'never';
  readonly failing: number;
  /** Who may approve a waiver of its findings; absent: nobody has to. */
  readonly approvers?: readonly string[];
}

/** How much was looked at: silence must be told from not having looked. */
export interface Checked {
  readonly files: number;
  readonly definitions: number;
  readonly consumers: number;
  readonly contracts: number;
  readonly tokens: number;
  /** Signed tokens whose signature nobody looked at, since no keys were given. */
  readonly unchecked?: number;
  readonly rules: number;
}

/** What the two sides of a comparison differ in. */
export interface Difference {
  readonly changes: readonly Change[];
  readonly consumerEffects: readonly ConsumerEffect[];
  readonly decisionEffects: readonly DecisionEffect[];
  readonly exposureChanges: readonly ExposureChange[];
  readonly requiredBump: Bump;
}

/** A rule that was run, as formats with a catalogue of their own need it. */
export interface ReportedRule {
  readonly id: string;
  readonly severity: Severity;
  readonly axis: Axis;
  readonly summary: string;
  readonly source: string;
}

/** Everything that a command found, before it becomes text, JSON or any other format. */
export interface Report {
  readonly command: string;
  /** tokenpact's own version. */
  readonly version: string;
  readonly before?: Side;
  readonly after: Side;
  readonly checked: Checked;
  /** Sorted by id. */
  readonly rules: readonly ReportedRule[];
  /** Every file that was read, sorted. */
  readonly files: readonly string[];
  /** In source order; suppressed ones included. */
  readonly findings: readonly Finding[];
  readonly gates: readonly AxisGate[];
  readonly passed: boolean;
  readonly difference?: Difference;
}

/** Findings that count: not waived, not in the baseline. */
export function active(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((finding) => finding.suppressed === undefined);
}

/** Whether a finding fails its axis: at the gate's severity or above, or undecided. */
export function fails(finding: Finding, gates: readonly AxisGate[]): boolean {
  const gate = gates.find(({ axis }) => axis === finding.axis)?.gate ?? 'error';
  if (finding.suppressed !== undefined || gate === 'never') return false;
  return finding.undecided || SEVERITIES.indexOf(finding.severity) <= SEVERITIES.indexOf(gate);
}

/** The severity for formats that know of nothing undecided: it stops a change as an error does. */
export function effectiveSeverity({ severity, undecided }: Finding): Severity {
  return undecided ? 'error' : severity;
}

/** The worst first; source order among equals. For formats that show a few only. */
export function ranked(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort(
    (one, other) => SEVERITIES.indexOf(effectiveSeverity(one)) - SEVERITIES.indexOf(effectiveSeverity(other)),
  );
}

/** How many findings of each severity count. */
export function countBySeverity(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const finding of active(findings)) counts[finding.severity] += 1;
  return counts;
}

/** Findings of each file, files in the order in which they come. */
export function byFile(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.at.file);
    if (group) group.push(finding);
    else groups.set(finding.at.file, [finding]);
  }
  return groups;
}

/** Findings with fingerprints of which no two are the same: who reads them would take those for one finding. */
export function withPrints(
  findings: readonly Finding[],
): readonly (readonly [finding: Finding, print: string])[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const times = seen.get(finding.fingerprint) ?? 0;
    seen.set(finding.fingerprint, times + 1);
    return [finding, times === 0 ? finding.fingerprint : `${finding.fingerprint}-${times}`];
  });
}
