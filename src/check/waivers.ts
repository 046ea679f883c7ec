import type { Config, Consumer, Coordinates, Finding, MapperDefinition, Waiver } from '../model/index.ts';
import { placeOf } from '../model/index.ts';
import { daysUntil } from './calendar.ts';
import { helpForRule, renamedRule } from './config-problems.ts';
import type { Rule } from './define-rule.ts';
import type { SubjectName, Subjects } from './subjects.ts';

/** What waivers are held against. */
export interface Scrutiny {
  readonly rules: readonly Rule[];
  readonly approvers: Approvers;
  /** What was looked at: a waiver that nobody had the chance to use is not unused. */
  readonly subjects: ReadonlySet<SubjectName>;
  /** Names of the definitions that were examined. */
  readonly mappers: ReadonlySet<string>;
  /** Whether there are others, so that a waiver that names no definition may be for one of those. */
  readonly partial: boolean;
}

/** Whether a waiver speaks of a finding: the same rule, and equal in every coordinate that it names. */
function waives(waiver: Waiver, finding: Finding, rule: Rule | undefined): boolean {
  if (waiver.rule !== finding.rule && !rule?.formerly?.includes(waiver.rule)) return false;
  if (!isWithin(waiver, finding)) return false;
  const names = Object.keys(waiver.coordinates) as (keyof Coordinates)[];
  return names.every((name) => waiver.coordinates[name] === finding.coordinates[name]);
}

/** A waiver that is written beside a thing covers what is found in it. */
function isWithin({ covers, at }: Waiver, finding: Finding): boolean {
  if (covers === undefined) return true;
  const { file, line } = finding.at;
  return file === at.file && line >= covers.from && line <= covers.to;
}

/** The waivers of a run: those of the configuration, and those that are written in files, each once. */
export function allWaivers(
  configured: readonly Waiver[],
  files: readonly (MapperDefinition | Consumer)[],
): readonly Waiver[] {
  const written = new Map<string, Waiver>();
  for (const waiver of files.flatMap(({ waivers = [] }) => waivers)) {
    const { file, line, column } = waiver.at;
    written.set(`${file}:${line}:${column}`, waiver);
  }
  return [...configured, ...written.values()];
}

function ruleOf(waiver: Waiver, rules: readonly Rule[]): Rule | undefined {
  return rules.find(({ id, formerly }) => id === waiver.rule || formerly?.includes(waiver.rule));
}

type Approvers = Config['approvers'];

/** Who may approve a waiver: nobody has to where its axis has nobody. */
const approversOf = (rule: Rule | undefined, approvers: Approvers): readonly string[] =>
  (rule && approvers.get(rule.axis)) ?? [];

function isApproved({ approvedBy }: Waiver, approvers: readonly string[]): boolean {
  return approvers.length === 0 || (approvedBy !== undefined && approvers.includes(approvedBy));
}

/** The waivers that somebody approved who may, as far as somebody has to. */
export function approvedWaivers(
  waivers: readonly Waiver[],
  rules: readonly Rule[],
  approvers: Approvers,
): readonly Waiver[] {
  return waivers.filter((waiver) => isApproved(waiver, approversOf(ruleOf(waiver, rules), approvers)));
}

/** Marks the findings that a waiver covers today. An expired one covers nothing. */
export function applyWaivers(
  findings: readonly Finding[],
  waivers: readonly Waiver[],
  rules: readonly Rule[],
  now: number,
): readonly Finding[] {
  const current = waivers.filter(({ until }) => daysUntil(until, now) >= 0);
  if (current.length === 0) return findings;
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  return findings.map((finding) => {
    const waiver = current.find((candidate) => waives(candidate, finding, byId.get(finding.rule)));
    if (waiver === undefined) return finding;
    return { ...finding, suppressed: { by: 'waiver', reason: waiver.reason, until: waiver.until } };
  });
}

/** What the finding is called that a waiver which covers nothing comes nearest to. */
function helpForUnused(waiver: Waiver, findings: readonly Finding[]): string | undefined {
  const names = Object.keys(waiver.coordinates) as (keyof Coordinates)[];
  const equal = ({ coordinates }: Finding): number =>
    names.filter((name) => waiver.coordinates[name] === coordinates[name]).length;
  const [near] = findings
    .filter((finding) => finding.rule === waiver.rule && isWithin(waiver, finding))
    .sort((one, other) => equal(other) - equal(one));
  if (near === undefined) return undefined;
  const found = Object.entries(near.coordinates).map(([name, value]) => `${name}: ${value}`);
  return `Remove it, or name what the finding has: ${found.join(', ')}.`;
}

/** What became of each waiver, for the rules that judge waivers. */
export function waiverStates(
  waivers: readonly Waiver[],
  findings: readonly Finding[],
  scrutiny: Scrutiny,
  now: number,
): readonly Subjects['waiver'][] {
  return waivers.map((waiver) => {
    const daysLeft = daysUntil(waiver.until, now);
    const rule = ruleOf(waiver, scrutiny.rules);
    if (rule === undefined) {
      const help = helpForRule(waiver.rule, scrutiny.rules);
      const fix = renamedRule(waiver.rule, scrutiny.rules, placeOf(waiver, 'rule'));
      return { waiver, daysLeft, approvers: [], state: 'unknown-rule', help, ...fix };
    }
    const approvers = approversOf(rule, scrutiny.approvers);
    const isUsed = findings.some((finding) => waives(waiver, finding, rule));
    const state = (): Subjects['waiver']['state'] => {
      if (!isUsed && wasLookedAt(waiver, rule, scrutiny)) return 'unused';
      if (isUsed && daysLeft < 0) return 'expired';
      return isApproved(waiver, approvers) ? 'active' : 'unapproved';
    };
    const help = isUsed ? undefined : helpForUnused(waiver, findings);
    return { waiver, daysLeft, approvers, state: state(), ...(help !== undefined && { help }) };
  });
}

function wasLookedAt(waiver: Waiver, rule: Rule, { subjects, mappers, partial }: Scrutiny): boolean {
  const { covers, coordinates } = waiver;
  if (!subjects.has(rule.inspects)) return false;
  const { mapper } = coordinates;
  return mapper === undefined ? covers !== undefined || !partial : mappers.has(mapper);
}
