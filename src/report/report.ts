import type {
  Axis,
  Bump,
  Change,
  ConsumerEffect,
  DecisionEffect,
  ExposureChange,
  Finding,
  Severity,
} from '../model/index.ts';

/** What one side of a comparison was read from. */
export interface Side {
  /** `working tree`, a folder, a file, or a revision with its commit. */
  readonly label: string;
  readonly definitions: readonly { readonly name: string; readonly version?: string }[];
}

/** Whether one axis lets the change through. */
export interface AxisGate {
  readonly axis: Axis;
  /** The lowest severity that fails this axis. */
  readonly gate: Severity | 'never';
  readonly failing: number;
}

/** How much was looked at: silence must be told from not having looked. */
export interface Checked {
  readonly files: number;
  readonly definitions: number;
  readonly consumers: number;
  readonly contracts: number;
  readonly tokens: number;
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

/** Everything that a command found, before it becomes text, JSON or any other format. */
export interface Report {
  readonly command: string;
  /** tokenpact's own version. */
  readonly version: string;
  readonly before?: Side;
  readonly after: Side;
  readonly checked: Checked;
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

/** How many findings of each severity count. */
export function countBySeverity(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const finding of active(findings)) counts[finding.severity] += 1;
  return counts;
}
