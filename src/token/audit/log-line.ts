import type { JsonObject, JsonValue } from '../../model/index.ts';
import { stripWrapping } from '../decode.ts';
import { tokensInLine } from '../extract.ts';

/** Where a log has what: members of JSON lines by dotted path, or a pattern with named groups. */
export interface LogFields {
  /** `token`, and where there are others: `time`, `client`, `user`, `scope`. */
  readonly pattern?: RegExp;
  readonly token?: string;
  readonly time?: string;
  readonly client?: string;
  readonly user?: string;
  /** The scopes that were requested. */
  readonly scope?: string;
}

/** What a line says beside its tokens. */
export interface LogContext {
  /** Milliseconds since 1970. */
  readonly time?: number;
  readonly client?: string;
  readonly user?: string;
  readonly scopes?: readonly string[];
}

/** Tokens of one line, and what the line says about them. */
export interface LogLine {
  readonly tokens: readonly string[];
  readonly context: LogContext;
}

const NOTHING: LogLine = { tokens: [], context: {} };
const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';

/**
 * The times that logs have: ISO 8601, seconds or milliseconds since 1970, and the common log format
 * (`22/Nov/2026:12:00:00 +0000`).
 */
export function logTime(value: JsonValue | undefined): number | undefined {
  if (typeof value === 'number') return value < 1e11 ? value * 1000 : value;
  if (typeof value !== 'string') return undefined;
  if (/^\d+(?:\.\d+)?$/.test(value)) return logTime(Number(value));
  const common = /^(\d\d)\/([A-Z][a-z]{2})\/(\d{4}):(\d\d:\d\d:\d\d) ([+-]\d\d)(\d\d)$/.exec(value);
  if (common !== null) {
    const [, day, month = '', year, clock, hours, minutes] = common;
    const number = String(MONTHS.indexOf(month) / 3 + 1).padStart(2, '0');
    return logTime(`${year}-${number}-${day}T${clock}${hours}:${minutes}`);
  }
  const time = Date.parse(value);
  return Number.isFinite(time) ? time : undefined;
}

/** A member by its own name, or by a dotted path: logs use both, and names with dots. */
function memberAt(object: JsonObject, path: string): JsonValue | undefined {
  if (Object.hasOwn(object, path)) return object[path];
  let value: JsonValue | undefined = object;
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as JsonObject)[name];
  }
  return value;
}

const text = (value: JsonValue | undefined): string | undefined =>
  typeof value === 'string' && value !== '' && value !== '-' ? value : undefined;

function scopeList(value: JsonValue | undefined): readonly string[] | undefined {
  if (Array.isArray(value)) return value.filter((item) => typeof item === 'string');
  return text(value)
    ?.split(/[\s+,]+|%20/)
    .filter((scope) => scope !== '');
}

function contextOf(read: (name: 'time' | 'client' | 'user' | 'scope') => JsonValue | undefined): LogContext {
  const time = logTime(read('time'));
  const client = text(read('client'));
  const user = text(read('user'));
  const scopes = scopeList(read('scope'));
  return {
    ...(time === undefined ? {} : { time }),
    ...(client === undefined ? {} : { client }),
    ...(user === undefined ? {} : { user }),
    ...(scopes === undefined ? {} : { scopes }),
  };
}

/** A pattern takes at most the square of this many steps. */
const LONGEST_FOR_PATTERN = 16 * 1024;

function byPattern(line: string, pattern: RegExp): LogLine {
  // Told as a malformed token: padding must not hide one.
  if (line.length > LONGEST_FOR_PATTERN) return { tokens: [line], context: {} };
  const groups = pattern.exec(line)?.groups;
  const token = groups?.token;
  if (groups === undefined || token === undefined || token === '' || token === '-') return NOTHING;
  return { tokens: [stripWrapping(token)], context: contextOf((name) => groups[name]) };
}

function byFields(line: string, fields: LogFields, tokenField: string): LogLine {
  let record: JsonValue;
  try {
    record = JSON.parse(line);
  } catch {
    // Told as a malformed token: a log that is cut off must not look clean.
    return { tokens: [line], context: {} };
  }
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return NOTHING;
  const object = record as JsonObject;
  const token = memberAt(object, tokenField);
  const found = typeof token === 'object' && token !== null ? JSON.stringify(token) : text(token);
  if (found === undefined) return NOTHING;
  const context = contextOf((name) =>
    fields[name] === undefined ? undefined : memberAt(object, fields[name]),
  );
  return { tokens: tokensInLine(found.trim()), context };
}

/**
 * Reads one line of a log: by pattern, by fields of JSON, or whatever tokens it has.
 *
 * @param line without its line end
 */
export function readLogLine(line: string, fields: LogFields): LogLine {
  const trimmed = line.trim();
  if (trimmed === '' || trimmed.startsWith('#')) return NOTHING;
  if (fields.pattern !== undefined) return byPattern(trimmed, fields.pattern);
  if (fields.token !== undefined) return byFields(trimmed, fields, fields.token);
  const tokens = tokensInLine(trimmed);
  const [only = ''] = tokens;
  // A line of words without a token in it is another line of the log, not a token that was spoilt.
  const isOther = tokens.length === 1 && !/^(?:ey|\{)/.test(only) && /\s/.test(only);
  return isOther ? NOTHING : { tokens, context: {} };
}
