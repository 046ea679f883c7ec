import type { Place } from '../model/index.ts';
import { printable, type Style } from './style.ts';
import { cut, width } from './width.ts';

/** The line of a file that a place is in; undefined where it can not or must not be shown. */
export type LineOf = (at: Place) => string | undefined;

/** What may stand in a definition, but not in a report, which more people read: tokens, addresses, secrets. */
const HIDDEN =
  /\beyJ[\w-]{5,}(?:\.[\w-]*)*|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<=(?:secret|password|credential|private_?key|api_?key)["']?\s*[:=]\s*)(?:"[^"]*"?|'[^']*'?|[^\s,}]+)/gi;

/** Lines without any of this, nearly all of them, need no closer look. */
const MAY_HIDE = /eyJ|@|secret|password|credential|key/i;

/** Characters before the marked ones that are kept where a line is too long to be shown whole. */
const CONTEXT = 20;

/** A line as it may be shown, each character at its place. */
function shown(line: string): string {
  const masked = MAY_HIDE.test(line) ? line.replace(HIDDEN, (hidden) => '*'.repeat(hidden.length)) : line;
  return printable(masked.replaceAll('\t', ' '));
}

/**
 * One line of a file under its number, with carets below what a finding is about. Indentation is left out, a
 * long line is cut around the place, secrets are masked.
 *
 * @param source the whole line; undefined: nothing is shown
 * @param indent what stands before each line; its width counts
 * @example excerpt(finding.at, '  schema: { enum: [active] }', '     ', PLAIN)
 */
export function excerpt(
  { line, column, endLine, endColumn }: Place,
  source: string | undefined,
  indent: string,
  style: Style,
): readonly string[] {
  if (source === undefined || source.trim() === '') return [];
  const text = shown(source.trimEnd());
  const before = text.slice(0, column - 1).trimStart();
  const rest = text.slice(column - 1);
  const marked = endLine === line ? rest.slice(0, Math.max(endColumn - column, 1)) : rest;
  const number = String(line).padStart(4);
  const gutter = ' '.repeat(number.length);
  const room = Math.max(style.columns - indent.length - gutter.length - 3, 30);
  // What is marked comes first, then some of what stands before it, or more where little follows.
  const context = Math.max(Math.min(CONTEXT, room - width(marked) - 2), room - width(rest) - 1, 0);
  const isLong = width(before + rest) > room && before.length > context;
  const left = isLong ? `…${[...before].slice(before.length - context).join('')}` : before;
  const fitted = cut(left + rest, room);
  const carets = Math.max(Math.min(width(marked), width(fitted) - width(left)), 1);
  return [
    `${indent}${style.dim(`${number} │`)} ${fitted}`,
    `${indent}${style.dim(`${gutter} │`)} ${' '.repeat(width(left))}${style.red('^'.repeat(carets))}`,
  ];
}
