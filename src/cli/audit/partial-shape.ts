import { AXES, SEVERITIES } from '../../model/index.ts';
import { type Counts, calendarTime, type Dimension } from '../../token/audit/index.ts';
import type { AuditResult } from './result.ts';

/** Says where a value is not what it should be: the path of its first wrong member. */
type Shape = (value: unknown, path: string) => string | undefined;

const when =
  (isRight: (value: unknown) => boolean): Shape =>
  (value, path) =>
    isRight(value) ? undefined : path;

const text = when((value) => typeof value === 'string');
const flag = when((value) => typeof value === 'boolean');
const number = when((value) => typeof value === 'number' && Number.isFinite(value));
const count = when((value) => Number.isSafeInteger(value) && Number(value) >= 0);
const instant = when((value) => typeof value === 'number' && calendarTime(value) !== undefined);
const anything: Shape = () => undefined;

const firstOf = (found: readonly (string | undefined)[]): string | undefined =>
  found.find((path) => path !== undefined);

const listOf =
  (item: Shape): Shape =>
  (value, path) =>
    Array.isArray(value) ? firstOf(value.map((one, at) => item(one, `${path}[${at}]`))) : path;

const tuple =
  (...items: readonly Shape[]): Shape =>
  (value, path) =>
    Array.isArray(value) && value.length === items.length
      ? firstOf(items.map((item, at) => item(value[at], `${path}[${at}]`)))
      : path;

const optional =
  (shape: Shape): Shape =>
  (value, path) =>
    value === undefined ? undefined : shape(value, path);

const orNull =
  (shape: Shape): Shape =>
  (value, path) =>
    value === null ? undefined : shape(value, path);

const object =
  (members: Readonly<Record<string, Shape>>): Shape =>
  (value, path) => {
    if (typeof value !== 'object' || value === null) return path;
    const own = new Map<string, unknown>(Object.entries(value));
    const below = (name: string): string => (path === '' ? name : `${path}.${name}`);
    return firstOf(Object.entries(members).map(([name, shape]) => shape(own.get(name), below(name))));
  };

/** A key of several parts: the text of a JSON list. */
function keyOf(...parts: readonly Shape[]): Shape {
  const list = tuple(...parts);
  return (value, path) => {
    try {
      return list(JSON.parse(String(value)), path) === undefined ? undefined : path;
    } catch {
      return path;
    }
  };
}

const group = keyOf(orNull(text), text, text, orNull(text), orNull(text), flag);
const seen = object({ count, first: optional(instant), last: optional(instant) });
const tally = (key: Shape): Shape => object({ kept: listOf(tuple(key, seen)), other: optional(seen) });
const distribution = object({ counts: listOf(tuple(number, count)), min: number, max: number });
const place = object({ file: text, line: count, column: count, endLine: count, endColumn: count });

const finding = object({
  rule: text,
  severity: when((value) => SEVERITIES.some((severity) => severity === value)),
  axis: when((value) => AXES.some((axis) => axis === value)),
  help: text,
  coordinates: object({}),
  args: object({}),
  consumers: listOf(anything),
  undecided: flag,
  fingerprint: text,
  count,
  isAlike: flag,
  examples: listOf(object({ at: place, message: text })),
});

const DIMENSIONS: Readonly<Record<Dimension, Shape>> = {
  forms: tally(text),
  tokenTypes: tally(text),
  clients: tally(text),
  scopeSets: tally(text),
  keys: tally(keyOf(text, text, text)),
  signatures: tally(text),
  verdicts: tally(text),
  users: tally(text),
  members: tally(text),
  groups: tally(group),
  claims: tally(keyOf(group, text)),
  scopes: tally(keyOf(group, text)),
  values: tally(keyOf(group, keyOf(text, text))),
  personal: tally(keyOf(group, keyOf(text, text, text))),
  requests: tally(keyOf(group, keyOf(text, text, text))),
};

const COUNTS: Readonly<Record<keyof Counts, Shape>> = {
  lines: count,
  passedOver: count,
  tokens: count,
  malformed: count,
  unreadTimes: count,
  bytes: count,
};

const claim = object({
  claim: text,
  path: listOf(text),
  values: optional(listOf(text)),
  privacy: optional(object({ level: text, category: optional(text) })),
  deprecated: optional(flag),
});

const RESULT: Readonly<Record<keyof AuditResult, Shape>> = {
  tokenpact: text,
  version: text,
  settings: text,
  shares: listOf(object({ index: count, of: count, files: listOf(text), bytes: count })),
  complete: flag,
  definitions: listOf(object({ name: text, version: optional(text) })),
  declared: listOf(object({ mapper: text, tokenType: text, claims: listOf(claim) })),
  gates: listOf(tuple(text, text)),
  off: listOf(text),
  waivers: listOf(object({})),
  files: listOf(text),
  tally: object({
    counts: object(COUNTS),
    dimensions: object(DIMENSIONS),
    sizes: listOf(tuple(text, distribution)),
    lifetimes: listOf(tuple(text, distribution)),
    findings: object({ kept: listOf(tuple(text, finding)), other: count }),
  }),
};

/**
 * Partial results come back from other machines: sums of what is no number would be told as if they were.
 *
 * @returns the path of the first member that is not what `--partial` writes; undefined when all are
 */
export const wrongMember = (document: unknown): string | undefined => object(RESULT)(document, '');
