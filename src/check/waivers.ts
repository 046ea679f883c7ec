import type { Coordinates, Finding, MapperDefinition, Waiver } from '../model/index.ts';
import { daysUntil } from './calendar.ts';
import type { Rule } from './define-rule.ts';
import type { SubjectName, Subjects } from './subjects.ts';

/** What was looked at: a waiver that nobody had the chance to use is not unused. */
export interface Scrutiny {
  readonly rules: readonly Rule[];
  readonly subjects: ReadonlySet<SubjectName>;
  /** Names of the definitions that were examined. */
  readonly mappers: ReadonlySet<string>;
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

/** The waivers of a run: those of the configuration, and those that are written in definitions, each once. */
export function allWaivers(
  configured: readonly Waiver[],
  mappers: readonly MapperDefinition[],
): readonly Waiver[] {
  const written = new Map<string, Waiver>();
  for (const waiver of mappers.flatMap(({ waivers = [] }) => waivers)) {
    const { file, line, column } = waiver.at;
    written.set(`${file}:${line}:${column}`, waiver);
  }
  return [...configured, ...written.values()];
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

/** What became of each waiver, for the rules that judge waivers. */
export function waiverStates(
  waivers: readonly Waiver[],
  findings: readonly Finding[],
  scrutiny: Scrutiny,
  now: number,
): readonly Subjects['waiver'][] {
  return waivers.map((waiver) => {
    const daysLeft = daysUntil(waiver.until, now);
    const rule = scrutiny.rules.find(
      ({ id, formerly }) => id === waiver.rule || formerly?.includes(waiver.rule),
    );
    if (rule === undefined) return { waiver, daysLeft, state: 'unknown-rule' };
    const used = findings.some((finding) => waives(waiver, finding, rule));
    if (!used && wasLookedAt(waiver, rule, scrutiny)) return { waiver, daysLeft, state: 'unused' };
    return { waiver, daysLeft, state: used && daysLeft < 0 ? 'expired' : 'active' };
  });
}

function wasLookedAt(waiver: Waiver, rule: Rule, scrutiny: Scrutiny): boolean {
  const { mapper } = waiver.coordinates;
  return scrutiny.subjects.has(rule.inspects) && (mapper === undefined || scrutiny.mappers.has(mapper));
}
