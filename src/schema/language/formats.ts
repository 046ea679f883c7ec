import { fullFormats } from 'ajv-formats/dist/formats.js';
import type { Truth } from '../evaluate.ts';
import type { Constraint } from '../node.ts';
import type { RegularExpression } from './pattern.ts';

/** The words that match all of some expressions and none of others. */
export interface Language {
  readonly all: readonly RegularExpression[];
  readonly none: readonly RegularExpression[];
}

/**
 * A string format between two regular languages: every word of `atLeast` has the format, and every
 * word that has it is in `atMost`. Where both are the same, the format is decided exactly. The
 * judge of a single string is Ajv's own definition, `accepts`, where Ajv has one.
 */
export interface StringFormat {
  readonly kind: 'string';
  readonly atLeast: Language;
  readonly atMost: Language;
  readonly accepts: (text: string) => Truth;
  readonly examples: readonly string[];
}

/** What a `format` asserts. The OpenAPI formats of ajv-formats are included. */
export type Format =
  | StringFormat
  | { readonly kind: 'number'; readonly constraints: readonly Constraint[] }
  | { readonly kind: 'annotation' };

/** An expression in code points that names both cases itself: the flags `iu` would fold `ſ` into `s`. */
function language(...sources: readonly string[]): Language {
  return { all: sources.map((source) => ({ source, flags: 'u' })), none: [] };
}

/** The expression by which Ajv judges a format. */
function ajvExpression(name: keyof typeof fullFormats): RegularExpression {
  const definition = fullFormats[name];
  if (!(definition instanceof RegExp)) throw new TypeError(`"${name}" is not judged by one expression`);
  return { source: definition.source, flags: definition.flags };
}

/** The same expression with the flag `u`, both cases spelt out, for classes beyond ASCII. */
function inCodePoints({ source }: RegularExpression): RegularExpression {
  return { source: source.replaceAll('a-z', 'a-zA-Z').replaceAll('a-f', 'a-fA-F'), flags: 'u' };
}

const EVERYTHING: Language = { all: [], none: [] };

const MONTHS_OF_31 = '(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])';
const MONTHS_OF_30 = '(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)';
const LEAP_YEAR = '(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)';
const DATE = `(?:\\d{4}-(?:${MONTHS_OF_31}|${MONTHS_OF_30}|02-(?:0[1-9]|1\\d|2[0-8]))|${LEAP_YEAR}-02-29)`;
const OFFSET = '(?:[zZ]|[+\\-](?:[01]\\d|2[0-3])(?::?[0-5]\\d)?)';
const PLAIN_TIME = '(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?';
/** Ajv takes leap seconds, and hours past 23 where the offset brings them back. */
const LOOSE_TIME = '\\d\\d:\\d\\d:(?:[0-5]\\d|60)(?:\\.\\d+)?';
const LABEL = '[a-zA-Z0-9](?:[a-zA-Z0-9\\-]{0,61}[a-zA-Z0-9])?';
const DURATION = '^P(?:(?:\\d+Y)?(?:\\d+M)?(?:\\d+D)?(?:T(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?|\\d+W)$';
const BASE64 = '(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?';

/** Formats that Ajv judges by one expression, which is exact. */
const BY_EXPRESSION: readonly (readonly [keyof typeof fullFormats, ...string[]])[] = [
  ['email', 'ada@example.com', 'bob@example.org'],
  ['ipv4', '192.0.2.1', '198.51.100.7'],
  ['ipv6', '2001:db8::1', '::1'],
  ['uuid', '123e4567-e89b-12d3-a456-426614174000', '9b2f6c1e-0d4a-4c8e-9f3a-5d7e1b2c3a4f'],
  ['uri-reference', '/orders/1', 'https://example.com/a'],
  ['json-pointer-uri-fragment', '#/a', '#'],
];

const IN_CODE_POINTS: readonly (readonly [keyof typeof fullFormats, ...string[]])[] = [
  ['json-pointer', '/a/0', ''],
  ['relative-json-pointer', '0/a', '1#'],
  ['uri-template', '/orders/{id}', '/a'],
];

/** Formats that Ajv judges by code, or by more than automata can express. */
const BETWEEN: Readonly<Record<string, Omit<StringFormat, 'kind' | 'accepts'>>> = {
  date: {
    atLeast: language(`^${DATE}$`),
    atMost: language(`^${DATE}$`),
    examples: ['2024-02-29', '2023-01-31'],
  },
  time: {
    atLeast: language(`^${PLAIN_TIME}${OFFSET}$`),
    atMost: language(`^${LOOSE_TIME}${OFFSET}$`),
    examples: ['10:30:00Z', '23:15:00+02:00'],
  },
  'iso-time': {
    atLeast: language(`^${PLAIN_TIME}${OFFSET}?$`),
    atMost: language(`^${LOOSE_TIME}${OFFSET}?$`),
    examples: ['10:30:00', '10:30:00Z'],
  },
  'date-time': {
    atLeast: language(`^${DATE}[tT\\s]${PLAIN_TIME}${OFFSET}$`),
    atMost: language(`^${DATE}[tT\\s]${LOOSE_TIME}${OFFSET}$`),
    examples: ['2024-01-31T10:30:00Z', '2024-06-01T10:30:00+02:00'],
  },
  'iso-date-time': {
    atLeast: language(`^${DATE}[tT\\s]${PLAIN_TIME}${OFFSET}?$`),
    atMost: language(`^${DATE}[tT\\s]${LOOSE_TIME}${OFFSET}?$`),
    examples: ['2024-01-31T10:30:00', '2024-01-31T10:30:00Z'],
  },
  duration: {
    atLeast: { ...language(DURATION), none: language('^P$', 'T$').all },
    atMost: { ...language(DURATION), none: language('^P$', 'T$').all },
    examples: ['P1D', 'PT1H'],
  },
  hostname: {
    atLeast: language(`^${LABEL}(?:\\.${LABEL}){0,2}$`),
    atMost: language(`^${LABEL}(?:\\.${LABEL})*\\.?$`),
    examples: ['example.com', 'localhost'],
  },
  uri: {
    atLeast: language('^https?://[a-z0-9]+(?:\\.[a-z0-9]+)*(?:/[a-zA-Z0-9\\-._~]*)*$'),
    atMost: {
      all: [ajvExpression('uri-reference'), { source: '^[a-z][a-z0-9+\\-.]*:', flags: 'i' }],
      none: [],
    },
    examples: ['https://example.com/', 'urn:example:a'],
  },
  url: {
    atLeast: language('^https?://[a-z]+\\.[a-z]{2,9}(?:/[a-z0-9]*)*$'),
    atMost: language('^(?:[hH][tT][tT][pP][sSſ]?|[fF][tT][pP])://\\S+$'),
    examples: ['https://example.com/', 'https://example.org/a'],
  },
  regex: { atLeast: language('^[A-Za-z0-9]*$'), atMost: EVERYTHING, examples: ['^a+$', 'b'] },
  byte: { atLeast: language(`^${BASE64}$`), atMost: EVERYTHING, examples: ['YQ==', 'aGVsbG8='] },
};

/**
 * Internationalised formats, each of which takes what its ASCII counterpart takes and more. Ajv does
 * not judge them, so nothing is ever said to violate them; only `wider` is certain to have them.
 */
const INTERNATIONAL: Readonly<Record<string, { base: string; wider: RegExp; examples: readonly string[] }>> =
  {
    'idn-email': { base: 'email', wider: /^[\p{L}\d.]+@\p{L}+\.\p{L}+$/u, examples: ['jürgen@example.com'] },
    'idn-hostname': { base: 'hostname', wider: /^\p{L}+(?:\.\p{L}+)*$/u, examples: ['bücher.example'] },
    iri: {
      base: 'uri',
      wider: /^https:\/\/\p{L}+\.\p{L}+(?:\/[\p{L}\d]*)*$/u,
      examples: ['https://bücher.example/'],
    },
    'iri-reference': { base: 'uri-reference', wider: /^(?:\/[\p{L}\d]*)+$/u, examples: ['/bücher'] },
  };

function judgeOf(name: string): (text: string) => boolean {
  const definition = fullFormats[name as keyof typeof fullFormats];
  if (definition instanceof RegExp) return (text) => definition.test(text);
  const validate = typeof definition === 'object' ? definition.validate : definition;
  if (typeof validate !== 'function') throw new TypeError(`"${name}" is no format of strings`);
  return (text) => Boolean((validate as (value: string) => unknown)(text));
}

function makeFormats(): ReadonlyMap<string, Format> {
  const formats = new Map<string, Format>();
  const add = (name: string, exact: Language, examples: readonly string[]) => {
    formats.set(name, { kind: 'string', atLeast: exact, atMost: exact, accepts: judgeOf(name), examples });
  };
  for (const [name, ...examples] of BY_EXPRESSION)
    add(name, { all: [ajvExpression(name)], none: [] }, examples);
  for (const [name, ...examples] of IN_CODE_POINTS) {
    add(name, { all: [inCodePoints(ajvExpression(name))], none: [] }, examples);
  }
  for (const [name, between] of Object.entries(BETWEEN)) {
    formats.set(name, { kind: 'string', accepts: judgeOf(name), ...between });
  }
  for (const [name, { base, wider, examples }] of Object.entries(INTERNATIONAL)) {
    const narrower = formats.get(base);
    if (narrower?.kind !== 'string') continue;
    const accepts = (text: string): Truth => narrower.accepts(text) === true || wider.test(text) || 'unknown';
    formats.set(name, { kind: 'string', atLeast: narrower.atMost, atMost: EVERYTHING, accepts, examples });
  }
  const whole: Constraint = { kind: 'multipleOf', divisor: 1 };
  const minimum: Constraint = { kind: 'minimum', limit: -(2 ** 31), exclusive: false };
  const maximum: Constraint = { kind: 'maximum', limit: 2 ** 31 - 1, exclusive: false };
  formats.set('int32', { kind: 'number', constraints: [whole, minimum, maximum] });
  formats.set('int64', { kind: 'number', constraints: [whole] });
  for (const name of ['float', 'double', 'password', 'binary']) formats.set(name, { kind: 'annotation' });
  return formats;
}

/** The formats that are known, by name: those of ajv-formats, and what is certain of three more. Others are unknown, and make answers undecided. */
export const FORMATS: ReadonlyMap<string, Format> = makeFormats();
