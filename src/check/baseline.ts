import { apart, type Finding, type JsonValue } from '../model/index.ts';

/** One accepted finding. The rule is there for people who review the file. */
export interface BaselineEntry {
  readonly rule: string;
  readonly fingerprint: string;
}

/** Findings that were there when the gate was introduced: they do not count, new ones do. */
export interface Baseline {
  readonly schemaVersion: 1;
  /** Sorted by rule, then fingerprint: a small edit is a small diff. */
  readonly fingerprints: readonly BaselineEntry[];
}

const order = (one: BaselineEntry, other: BaselineEntry): number =>
  `${one.rule} ${one.fingerprint}` < `${other.rule} ${other.fingerprint}` ? -1 : 1;

/** Accepts every finding that counts today. */
export function baselineOf(findings: readonly Finding[]): Baseline {
  const entries = new Map<string, BaselineEntry>();
  for (const { rule, fingerprint, suppressed } of findings.flatMap(apart)) {
    if (suppressed?.by !== 'waiver') entries.set(fingerprint, { rule, fingerprint });
  }
  return { schemaVersion: 1, fingerprints: [...entries.values()].sort(order) };
}

/** Drops what is no longer found. A baseline only shrinks: nothing is added here. */
export function pruneBaseline(baseline: Baseline, findings: readonly Finding[]): Baseline {
  const found = new Set(findings.flatMap(apart).map(({ fingerprint }) => fingerprint));
  return { ...baseline, fingerprints: baseline.fingerprints.filter((entry) => found.has(entry.fingerprint)) };
}

/** Marks the findings that a baseline accepts. A waiver's own reason is better than a baseline's. */
export function applyBaseline(findings: readonly Finding[], baseline: Baseline): readonly Finding[] {
  const accepted = new Set(baseline.fingerprints.map(({ fingerprint }) => fingerprint));
  return findings.map((finding) =>
    finding.suppressed === undefined && accepted.has(finding.fingerprint)
      ? { ...finding, suppressed: { by: 'baseline', reason: 'it was there when the baseline was written' } }
      : finding,
  );
}

const isEntry = (value: JsonValue): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  typeof (value as Record<string, JsonValue>).rule === 'string' &&
  typeof (value as Record<string, JsonValue>).fingerprint === 'string';

/** A baseline file's content; undefined when it is not one, or of a version that is not known here. */
export function parseBaseline(value: JsonValue): Baseline | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { schemaVersion, fingerprints } = value as Record<string, JsonValue>;
  if (schemaVersion !== 1 || !Array.isArray(fingerprints) || !fingerprints.every(isEntry)) return undefined;
  const entries = fingerprints as unknown as readonly BaselineEntry[];
  return { schemaVersion, fingerprints: entries.map(({ rule, fingerprint }) => ({ rule, fingerprint })) };
}
