import type {
  AffectedConsumer,
  Config,
  Coordinates,
  Dialect,
  Finding,
  MapperDefinition,
  RuleLevel,
  Severity,
} from '../model/index.ts';
import { SEVERITIES } from '../model/index.ts';
import type { Context, Observation, Rule, RuleOptions, RuleRegistry } from './define-rule.ts';
import { relaxedLevel } from './dialects.ts';
import { fingerprint } from './fingerprint.ts';
import { levelOf } from './level.ts';
import { overriddenLevel, overridesOf, type RuleOverride } from './overrides.ts';
import type { Stop } from './stop.ts';
import type { Settings, SubjectName } from './subjects.ts';

/** A rule that a configuration turned on. */
export interface ActiveRule {
  readonly rule: Rule;
  /** `off`: only a part of its findings count, by an override. */
  readonly level: RuleLevel;
  /** True when somebody set the level by the rule's name: it wins over what the rule observes. */
  readonly configured: boolean;
  readonly overrides: readonly RuleOverride[];
  readonly dialect: Dialect | undefined;
  readonly options: RuleOptions;
}

/** A finding, with what makes two findings one. */
export interface Judged {
  readonly finding: Finding;
  readonly identity: string;
  /** True when somebody set its severity: nothing else changes it. */
  readonly isSet: boolean;
}

/** An observation that counts, before anybody asks for its words: an audit tells a few of a million. */
export interface Noted {
  readonly active: ActiveRule;
  readonly stop: Omit<Stop<SubjectName>, 'subject'>;
  readonly observation: Observation;
  readonly coordinates: Coordinates;
  readonly severity: Severity;
  readonly isSet: boolean;
  readonly fingerprint: string;
}

/** The rules that a configuration turns on, by what they inspect. */
export function activeRules(
  registry: RuleRegistry,
  config: Config,
): ReadonlyMap<SubjectName, readonly ActiveRule[]> {
  const active = new Map<SubjectName, ActiveRule[]>();
  for (const rule of registry) {
    const { level, configured } = levelOf(rule, config);
    const overrides = overridesOf(rule, config);
    if (level === 'off' && overrides.every((override) => override.level === 'off')) continue;
    const options = withDefaults(rule.options, config.options?.get(rule.id) ?? {});
    const list = active.get(rule.inspects) ?? [];
    list.push({ rule, level, configured, overrides, dialect: config.dialect, options });
    active.set(rule.inspects, list);
  }
  return active;
}

/** Configured options over a rule's own; what the rule does not have, or has in another type, is left out. */
function withDefaults(defaults: RuleOptions, configured: Readonly<Record<string, unknown>>): RuleOptions {
  const known = Object.entries(configured).filter(
    ([name, value]) => Object.hasOwn(defaults, name) && typeof value === typeof defaults[name],
  );
  return { ...defaults, ...(Object.fromEntries(known) as RuleOptions) };
}

/** What some rules say about one thing. */
export function* judge<Subject extends SubjectName>(
  rules: readonly ActiveRule[],
  stop: Stop<Subject>,
  settings: Settings,
): Generator<Judged> {
  for (const one of notes(rules, stop, settings)) yield judged(one);
}

/** What some rules observe of one thing, as far as it counts. */
export function* notes<Subject extends SubjectName>(
  rules: readonly ActiveRule[],
  stop: Stop<Subject>,
  settings: Settings,
): Generator<Noted> {
  const { mapper } = stop.subject as { mapper?: MapperDefinition };
  const isExport = mapper !== undefined && mapper.origin.format !== 'tokenpact';
  for (const active of rules) {
    if (isExport && active.rule.ownFormatOnly) continue;
    const context = { ...stop.subject, settings, options: active.options } as Context<SubjectName>;
    for (const observation of active.rule.observe(context)) {
      const one = noted(active, stop, observation);
      if (one !== undefined) yield one;
    }
  }
}

/** An observation with its name, at the level that it counts with: overridden, configured, relaxed, or its own. */
export function noted(
  active: ActiveRule,
  stop: Stop<SubjectName>,
  observation: Observation,
): Noted | undefined {
  const { rule, level, configured, overrides, dialect } = active;
  const coordinates = observation.coordinates
    ? { ...stop.coordinates, ...observation.coordinates }
    : stop.coordinates;
  const seen = { rule: rule.id, at: observation.at, coordinates, args: observation.args };
  const overridden = overriddenLevel(overrides, seen);
  const decided = overridden ?? (configured ? level : relaxedLevel(seen, mapperOf(stop), dialect));
  const own = observation.severity ?? (level === 'off' ? rule.severity : level);
  const severity = decided ?? (level === 'off' ? level : own);
  if (severity === 'off') return undefined;
  const isSet = configured || overridden !== undefined;
  const print = fingerprint(rule.id, coordinates, observation.detail);
  return { active, stop, observation, coordinates, severity, isSet, fingerprint: print };
}

/** The definition that a thing is of, that a comparison ends at, or that a token was held against. */
function mapperOf({ subject }: Stop<SubjectName>): MapperDefinition | undefined {
  const { mapper } = subject as { mapper?: MapperDefinition };
  if (mapper !== undefined) return mapper;
  if ('comparison' in subject) return subject.comparison.after;
  return 'token' in subject ? subject.token.mapper : undefined;
}

/** What was noted, in words. */
export function judged(one: Noted): Judged {
  const { active, stop, observation, coordinates, severity, isSet, fingerprint: print } = one;
  const { id, axis } = active.rule;
  const before = observation.before ?? stop.before;
  const witness = observation.witness ?? stop.witness;
  const finding: Finding = {
    rule: id,
    severity,
    axis,
    ...active.rule.tell(observation.args),
    at: observation.at,
    ...(before && { before }),
    ...(observation.related && { related: observation.related }),
    coordinates,
    args: observation.args,
    ...(witness && { witness }),
    consumers: observation.consumers ?? stop.consumers ?? [],
    ...(stop.release !== undefined && { releases: [stop.release] }),
    undecided: observation.undecided ?? false,
    ...(stop.observed && { observed: stop.observed }),
    ...(observation.fix && { fix: observation.fix }),
    fingerprint: print,
  };
  const identity = stop.apart === undefined ? print : `${print} ${stop.apart}`;
  return { finding, identity, isSet };
}

/**
 * One finding per identity: the worst of them speaks, and names everyone who is hit. What says the same of the
 * same line in several token types is one, too, and so it is in a definition and its overlays.
 */
export function merged(all: Iterable<Judged>): readonly Finding[] {
  const byIdentity = new Map<string, Judged>();
  for (const one of all) keep(byIdentity, one.identity, one);
  const byWords = new Map<string, Judged>();
  for (const one of byIdentity.values()) keep(byWords, wordsOf(one), one);
  return [...byWords.values()].map(({ finding }) => finding);
}

function keep(known: Map<string, Judged>, name: string, one: Judged): void {
  const first = known.get(name);
  known.set(name, first === undefined ? one : { ...first, finding: union(first.finding, one.finding) });
}

function wordsOf({ finding, identity }: Judged): string {
  const { rule, coordinates, at, message, fingerprint: print } = finding;
  const { tokenType: _, mapper: __, ...others } = coordinates;
  const apart = identity.slice(print.length);
  return JSON.stringify([rule, others, at.file, at.line, at.column, message, apart]);
}

export function union(first: Finding, next: Finding): Finding {
  const worst = SEVERITIES.indexOf(next.severity) < SEVERITIES.indexOf(first.severity) ? next : first;
  const consumers = new Map<string, AffectedConsumer>();
  for (const consumer of [...first.consumers, ...next.consumers]) consumers.set(consumer.name, consumer);
  const undecided = first.undecided || next.undecided;
  const releases = [...new Set([...(first.releases ?? []), ...(next.releases ?? [])])];
  return {
    ...worst,
    undecided,
    consumers: [...consumers.values()],
    ...(releases.length > 0 && { releases }),
  };
}
