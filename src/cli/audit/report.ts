import { applyWaivers, gate } from '../../check/index.ts';
import { rules } from '../../generated/rules.ts';
import { type Axis, type Config, comparePlaces, type Finding, type Severity } from '../../model/index.ts';
import type { AxisGate, Report } from '../../report/index.ts';
import { type AuditSummary, type CountedFinding, summarise } from '../../token/audit/index.ts';
import type { AuditResult } from './result.ts';

/** A finding about several tokens; it stands where the first of them does. */
export type AuditFinding = Finding & Pick<CountedFinding, 'count' | 'isAlike' | 'examples'>;

/** What an audit found, before it becomes text or JSON. */
export interface AuditReport {
  readonly result: AuditResult;
  readonly summary: AuditSummary;
  readonly findings: readonly AuditFinding[];
  /** Findings that were counted only. */
  readonly otherFindings: number;
  readonly gates: readonly AxisGate[];
  readonly passed: boolean;
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

function withPlace(finding: CountedFinding): AuditFinding | undefined {
  const [first] = finding.examples;
  return first === undefined ? undefined : { ...finding, at: first.at, message: first.message };
}

const worstFirst = (one: AuditFinding, other: AuditFinding): number =>
  RANK[one.severity] - RANK[other.severity] ||
  other.count - one.count ||
  byText(one.rule, other.rule) ||
  comparePlaces(one.at, other.at) ||
  byText(one.message, other.message) ||
  byText(one.fingerprint, other.fingerprint);

const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Judges what an audit counted: the gates of its configuration, with what the command line says on top. */
export function auditReport(result: AuditResult, gates: Config['gates'], now: number): AuditReport {
  const counted = result.tally.findings.kept.flatMap(([, finding]) => withPlace(finding) ?? []);
  const findings = applyWaivers(counted, result.waivers, rules, now) as readonly AuditFinding[];
  const all = new Map([...(result.gates as readonly (readonly [Axis, Severity])[]), ...gates]);
  const { passed, byAxis } = gate(findings, all);
  const { complete } = result;
  return {
    result,
    summary: summarise(result.tally, result.declared),
    findings: [...findings].sort(worstFirst),
    otherFindings: result.tally.findings.other,
    gates: [...byAxis].map(([axis, { threshold, failing }]) => ({ axis, gate: threshold, failing })),
    // Nobody knows what the rest of an interrupted audit would have said.
    passed: passed && complete,
  };
}

/** What is said of the first token, as what it is where other words fit the others. */
export const inWords = ({ message }: Pick<Finding, 'message'>, isAlike: boolean): string =>
  isAlike ? message : `for example, ${message}`;

/** The report as other commands have it, for the formats that tell findings only. */
export function plainReport({ result, summary, findings, gates, passed }: AuditReport): Report {
  return {
    command: 'audit',
    version: result.version,
    after: { label: result.files.join(', '), definitions: result.definitions },
    checked: {
      files: result.files.length,
      definitions: result.definitions.length,
      consumers: 0,
      contracts: 0,
      tokens: summary.counts.tokens + summary.counts.malformed,
      rules: rules.length,
    },
    rules: rules.map(({ id, severity, axis, summary: does, source }) => ({
      id,
      severity,
      axis,
      summary: does,
      source,
    })),
    files: result.files,
    findings: findings.map(({ count, isAlike, examples: _, ...finding }) => ({
      ...finding,
      message: count === 1 ? finding.message : `${inWords(finding, isAlike)} (${count} tokens)`,
    })),
    gates,
    passed,
  };
}
