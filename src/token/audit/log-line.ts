import type { JsonObject, JsonValue } from '../../model/index.ts';
import { isObject, valueAt } from '../../model/index.ts';
import { stripWrapping } from '../decode.ts';
import { tokensInLine } from '../extract.ts';
import { logTime } from './log-time.ts';

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
  /** True where it has a time that is in no known form. */
  readonly hasOtherTime?: boolean;
  readonly client?: string;
  readonly user?: string;
  readonly scopes?: readonly string[];
}

/** Tokens of one line, and what the line says about them. */
export interface LogLine {
  readonly tokens: readonly string[];
  readonly context: LogContext;
  /** The member of a JSON record in which a token is, where nobody said that it is there. */
  readonly member?: string;
}

const NOTHING: LogLine = { tokens: [], context: {} };

/** A member by its own name, or by a dotted path: logs use both, and names with dots. */
function memberAt(object: JsonObject, path: string): JsonValue | undefined {
  return Object.hasOwn(object, path) ? object[path] : valueAt(object, path.split('.'));
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
  const stated = read('time');
  const time = logTime(stated);
  const hasOtherTime = time === undefined && stated !== undefined && stated !== null;
  const client = text(read('client'));
  const user = text(read('user'));
  const scopes = scopeList(read('scope'));
  return {
    ...(time === undefined ? {} : { time }),
    ...(hasOtherTime ? { hasOtherTime } : {}),
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

/** An object of JSON; undefined for anything else. */
function recordOf(line: string): JsonObject | undefined {
  try {
    const value: JsonValue = JSON.parse(line);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Half of a record is told as a malformed token: a log that is cut off must not look clean. */
const cutOff = (line: string): LogLine => (/^\{\s*"/.test(line) ? { tokens: [line], context: {} } : NOTHING);

function byFields(line: string, fields: LogFields, tokenField: string): LogLine {
  const record = recordOf(line);
  if (record === undefined) return cutOff(line);
  const token = memberAt(record, tokenField);
  const found = typeof token === 'object' && token !== null ? JSON.stringify(token) : text(token);
  if (found === undefined) return NOTHING;
  const context = contextOf((name) =>
    fields[name] === undefined ? undefined : memberAt(record, fields[name]),
  );
  return { tokens: tokensInLine(found.trim()), context };
}

/** A JOSE header in base64url, with a part behind it: other things that start so are cursors and cookies. */
const JWT_WITHIN = /(?<![A-Za-z0-9_-])(?:eyJ|eyA|ewo|ew0)[A-Za-z0-9_-]{7,}\.[A-Za-z0-9_-]/;

/** Members deeper than this are not looked into. */
const DEEPEST = 8;

/** The dotted path of the first member that holds a JWT. */
function memberWithToken(record: JsonObject, deepest = DEEPEST): string | undefined {
  for (const [name, value] of Object.entries(record)) {
    if (typeof value === 'string' && JWT_WITHIN.test(value)) return name;
    if (typeof value !== 'object' || value === null || deepest === 0) continue;
    const below = memberWithToken(value as JsonObject, deepest - 1);
    if (below !== undefined) return `${name}.${below}`;
  }
  return undefined;
}

/** Responses that may hold a JWT: introspection, and aggregated claims (OpenID Connect Core section 5.6.2). */
const isResponse = (record: JsonObject): boolean =>
  Object.hasOwn(record, 'active') || Object.hasOwn(record, '_claim_sources');

/**
 * A line of JSON is a response with tokens, or one that is looked at itself (each of the UserInfo endpoint has a
 * `sub`, OpenID Connect Core section 5.3.2); or a record of some log.
 */
function fromJson(line: string): LogLine {
  const record = recordOf(line);
  if (record === undefined) return cutOff(line);
  const tokens = tokensInLine(line);
  if (tokens[0] !== line || isResponse(record)) return { tokens, context: {} };
  const member = memberWithToken(record);
  if (member !== undefined) return { ...NOTHING, member };
  return Object.hasOwn(record, 'sub') ? { tokens, context: {} } : NOTHING;
}

/** One word that may be an opaque token; words of a language, separators and paths are none. */
const OPAQUE = /^(?=\D*\d)[A-Za-z0-9][A-Za-z0-9\-._~+/]{15,}=*$/;

/** Whether `Bearer` in front of it, or a parameter of a URL, says that it is a token. */
const isPointedAt = (line: string, token: string): boolean =>
  token !== line && token === stripWrapping(line) && !/^["']/.test(line) && !/\s/.test(token);

/** A line without a token in it is another line of the log, not a token that was spoilt. */
function fromText(line: string): LogLine {
  const tokens = tokensInLine(line).filter(
    (token) =>
      /^(?:eyJ|eyA|ewo|ew0)/.test(token) ||
      isPointedAt(line, token) ||
      (token === line && OPAQUE.test(token)),
  );
  return { tokens, context: {} };
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
  return trimmed.startsWith('{') ? fromJson(trimmed) : fromText(trimmed);
}
