import type { JsonValue, Problem, SourceTree } from '../model/index.ts';
import { isObject } from '../model/index.ts';
import { startOf } from './lines.ts';
import { nearest } from './nearest.ts';

/** The formats of our own, as a file's `tokenpact` says. */
const FORMATS = ['mapper/v1', 'overlay/v1', 'consumer/v1', 'config/v1'] as const;
export type FormatName = (typeof FORMATS)[number];

/** What a file of each format is, for people. */
const NOUNS: Readonly<Record<FormatName, string>> = {
  'mapper/v1': 'a mapper definition',
  'overlay/v1': 'an overlay',
  'consumer/v1': 'a consumer',
  'config/v1': 'a configuration',
};

/** What a file says it is; undefined for files that are not ours. */
export function declaredFormat(value: JsonValue): string | undefined {
  if (!isObject(value) || !Object.hasOwn(value, 'tokenpact')) return undefined;
  const { tokenpact } = value;
  return typeof tokenpact === 'string' ? tokenpact : '';
}

/**
 * Why a file can't be read as what was asked for.
 *
 * @param expected What it should be, in words.
 * @param format What it should say that it is.
 */
export function notAFormat(tree: SourceTree, expected: string, format: FormatName = 'mapper/v1'): Problem {
  const declared = declaredFormat(tree.value);
  if (declared === undefined) return undeclared(tree, expected, format);
  const at = tree.place(['tokenpact']);
  const ours = FORMATS.find((name) => name === declared);
  if (ours !== undefined) {
    const message = `"${tree.file}" is ${NOUNS[ours]}, expected ${expected}`;
    return { kind: 'unreadable', at, message, help: '' };
  }
  const near = nearest(declared, FORMATS);
  const help = near === undefined ? `formats: ${FORMATS.join(', ')}` : `did you mean "${near}"?`;
  const message = `"${declared}" is a format that this tokenpact does not know`;
  return { kind: 'unreadable', at, message, help };
}

/** What a file that a definition includes may begin with. */
const PARTS = new Set(['claims', 'clients', 'exchanges', 'resources', 'scopes', 'tokens']);

function undeclared(tree: SourceTree, expected: string, format: FormatName): Problem {
  const keys = isObject(tree.value) ? Object.keys(tree.value) : [];
  const typo = keys.find((key) => nearest(key, ['tokenpact']) !== undefined);
  const isPart = format === 'mapper/v1' && keys.some((key) => PARTS.has(key));
  const start = `${isPart ? 'give the file that includes it, or ' : ''}start it with "tokenpact: ${format}"`;
  const help = typo === undefined ? start : `did you mean "tokenpact" by "${typo}"?`;
  const at = typo === undefined ? startOf(tree.file) : tree.place([typo]);
  return { kind: 'unreadable', at, message: `"${tree.file}" is not ${expected}`, help };
}
