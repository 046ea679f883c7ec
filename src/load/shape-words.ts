import type { Format } from '../generated/formats.ts';
import type { SchemaError } from '../generated/validators.js';
import type { JsonValue } from '../model/index.ts';
import { didYouMean, nearest, onlyNear } from './nearest.ts';

/** What an error is about: the value there, and what the format says of it. */
export interface ErrorContext {
  readonly error: SchemaError;
  readonly value: JsonValue | undefined;
  readonly format: Format;
  /** Errors of the alternatives that the value matches none of. */
  readonly alternatives: readonly SchemaError[];
}

/** An error in words; `below` when a member of the value is meant. */
export interface Worded {
  readonly message: string;
  readonly help: string;
  readonly below?: string | number;
  /** What mends it, at the place of the error. */
  readonly fix?:
    | { readonly kind: 'rename'; readonly from: string; readonly to: string }
    | { readonly kind: 'remove' };
}

/** The one listed name that a typo stands for, as a fix. */
function renaming(from: string, names: readonly string[]): Pick<Worded, 'fix'> {
  const to = onlyNear(from, names);
  return to === undefined ? {} : { fix: { kind: 'rename', from, to } };
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'a string',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null',
};

const quoted = (value: unknown): string => JSON.stringify(value);
/** A text as far as a line has room for it. */
export const clipped = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);
const anyOf = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

/** A value as people call it. */
function found(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  return typeof value === 'string' ? `the string ${quoted(clipped(value))}` : `${typeof value} ${value}`;
}

function forExample({ example }: Format): string {
  return example === undefined ? '' : `for example ${quoted(example)}`;
}

/** A JSON type as people call it. */
export function typeInWords(type: string): string {
  return TYPE_WORDS[type] ?? type;
}

function wordsOfTypes(type: unknown): string[] {
  return String(type).split(',').map(typeInWords);
}

function unexpected(expected: string, { value, format }: ErrorContext): Worded {
  // YAML reads 2.0 as a number and yes as text: quoting is what most people miss.
  const isText = expected === 'a string' && format.title === undefined;
  const unquoted = isText && (typeof value === 'number' || typeof value === 'boolean');
  const help = unquoted ? `write it in quotes: "${value}"` : forExample(format);
  return { message: `expected ${format.title ?? expected}, found ${found(value)}`, help };
}

function unknownKey({ error, format, value }: ErrorContext): Worded {
  const key = String(error.params.additionalProperty);
  const keys = Object.keys(format.keys ?? {});
  const written = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  const { fix } = renaming(key, keys);
  // Two members of one name are worse than one that nobody knows.
  const isFree = fix?.kind === 'rename' && !written.includes(fix.to);
  return {
    message: `unknown key "${key}"`,
    help: didYouMean(key, keys),
    below: key,
    ...(isFree && { fix }),
  };
}

function missingKey({ error, format }: ErrorContext): Worded {
  const key = String(error.params.missingProperty);
  const keys = format.keys ?? {};
  const example = Object.hasOwn(keys, key) ? keys[key]?.example : undefined;
  const shown = typeof example === 'string' ? example : quoted(example);
  return {
    message: `"${key}" is missing`,
    help: example === undefined ? 'add it' : `for example ${key}: ${shown}`,
  };
}

function notListed({ error, value }: ErrorContext): Worded {
  const allowed = error.params.allowedValues as readonly unknown[];
  const near = typeof value === 'string' ? nearest(value, allowed.map(String)) : undefined;
  const message = `expected ${anyOf(allowed.map(quoted))}, found ${found(value)}`;
  if (near === undefined) return { message, help: '' };
  return { message, help: `did you mean "${near}"?`, ...renaming(String(value), allowed.map(String)) };
}

function noAlternative(context: ErrorContext): Worded {
  const { alternatives, value } = context;
  const listed = alternatives.find(({ keyword }) => keyword === 'enum');
  if (listed !== undefined && typeof value === 'string') return notListed({ ...context, error: listed });
  const types = alternatives.filter(({ keyword }) => keyword === 'type');
  const expected = [...new Set(types.flatMap(({ params }) => wordsOfTypes(params.type)))];
  return unexpected(listed === undefined ? anyOf(expected) : anyOf(['a string', ...expected]), context);
}

function atLeast(unit: string): (context: ErrorContext) => Worded {
  return ({ error, format }) => {
    const limit = Number(error.params.limit);
    const message =
      format.title === undefined ? `expected at least ${limit}${unit}` : `expected ${format.title}`;
    return {
      message: `${message}${limit === 1 && unit !== '' ? ', found none' : ''}`,
      help: forExample(format),
    };
  };
}

/** How each kind of error is told; a keyword that our schemas do not use has no words of its own. */
const WORDS: Readonly<Record<string, (context: ErrorContext) => Worded>> = {
  additionalProperties: unknownKey,
  required: missingKey,
  enum: notListed,
  anyOf: noAlternative,
  type: (context) => unexpected(anyOf(wordsOfTypes(context.error.params.type)), context),
  const: (context) => unexpected(quoted(context.error.params.allowedValue), context),
  pattern: (context) => unexpected('another form', context),
  minLength: (context) => unexpected('some text', context),
  minItems: atLeast(' item'),
  minProperties: atLeast(' key'),
  minimum: atLeast(''),
  maxProperties: ({ format }) => ({
    message: `expected only ${format.title ?? 'one key'}`,
    help: forExample(format),
  }),
  propertyNames: ({ error, format }) => {
    const name = String(error.params.propertyName);
    const { names = {} } = format;
    const message = `${quoted(clipped(name))} is not ${names.title ?? 'a name'}`;
    return { message, help: forExample(names), below: name };
  },
  uniqueItems: ({ error, value }) => {
    const index = Math.max(Number(error.params.i), Number(error.params.j));
    const item = Array.isArray(value) ? (value[index] as JsonValue) : undefined;
    const message = `${quoted(item)} is listed twice`;
    return { message, help: 'keep one of them', below: index, fix: { kind: 'remove' } };
  },
};

/** One error in the words of the person who wrote the file. */
export function inWords(context: ErrorContext): Worded {
  const words = WORDS[context.error.keyword];
  return words === undefined ? unexpected('something else', context) : words(context);
}
