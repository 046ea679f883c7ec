import type { Fix, Place } from '../model/index.ts';

/** One line of a file, before and after; after is `undefined` where the line goes away. */
export interface FixedLine {
  readonly before: string;
  readonly after: string | undefined;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** An edit of one line: the line after it, `undefined` to drop it, or `false` when the edit does not fit. */
type Edited = string | undefined | false;

/** Names that mean themselves in YAML and JSON, quoted or not. */
const PLAIN = /^[A-Za-z_]([\w./:@-]*[\w/])?$/;

/** The name where it stands, or as the value of the member that stands there. */
function rename(line: string, { at, from, to }: Extract<Fix, { kind: 'rename' }>): Edited {
  if (!PLAIN.test(to)) return false;
  const [start, end] = [at.column - 1, at.endColumn - 1];
  const written = line.slice(start, end);
  const index = written.indexOf(from);
  if (index >= 0 && written.indexOf(from, index + 1) < 0) {
    return line.slice(0, start + index) + to + line.slice(start + index + from.length);
  }
  const value = new RegExp(`^(["']?\\s*:\\s*["']?)${escaped(from)}(?=["']?\\s*($|[,}\\]#]))`);
  const rest = line.slice(end);
  const prefix = value.exec(rest)?.[1];
  return prefix !== undefined && line.slice(0, end) + prefix + to + rest.slice(prefix.length + from.length);
}

/**
 * A comment; an item on a line of its own, or beside others, with a comma. A comment beside an item is somebody's
 * words: they stay.
 */
function remove(line: string, { at }: Fix): Edited {
  const [before, after] = [line.slice(0, at.column - 1), line.slice(at.endColumn - 1)];
  if (line[at.column - 1] === '#')
    return before.trim() === '' ? undefined : before.trimEnd() + lineEnd(after);
  if (/^\s*-\s+$/.test(before) && /^\s*$/.test(after)) return undefined;
  const comma = /,\s*$/.exec(before);
  if (comma !== null) return /^\s*[,\]]/.test(after) && before.slice(0, comma.index) + after;
  const next = /^\s*,\s*(?=\S)/.exec(after);
  return /\[\s*$/.test(before) && next !== null && before + after.slice(next[0].length);
}

const lineEnd = (text: string): string => (text.endsWith('\r') ? '\r' : '');

function edit(line: string, fix: Fix): Edited {
  return fix.kind === 'rename' ? rename(line, fix) : remove(line, fix);
}

/**
 * What a fix takes out of its file, and what it puts there: no more than what differs.
 *
 * @param line the line that the fix is on
 * @returns `undefined` when the fix does not fit what stands there
 */
export function editOf(line: string, fix: Fix): { readonly at: Place; readonly text: string } | undefined {
  const { at } = fix;
  const after = at.line === at.endLine && edit(line, fix);
  if (after === false) return undefined;
  if (after === undefined) return { at: { ...at, column: 1, endLine: at.line + 1, endColumn: 1 }, text: '' };
  const shorter = Math.min(line.length, after.length);
  let start = 0;
  while (start < shorter && line[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && line.at(-1 - end) === after.at(-1 - end)) end += 1;
  const text = after.slice(start, after.length - end);
  return { at: { ...at, column: start + 1, endColumn: line.length - end + 1 }, text };
}

/**
 * Applies fixes to the text of one file. Everything else stays as it is: comments, quotes, line ends. Fixes
 * that do not fit what stands there are left out.
 *
 * @param text the file as it was read when the fixes were found
 * @returns its lines, and how many fixes were applied
 */
export function applyFixes(
  text: string,
  fixes: readonly Fix[],
): { readonly lines: readonly FixedLine[]; readonly applied: number } {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const lines: FixedLine[] = text
    .slice(mark.length)
    .split('\n')
    .map((line) => ({ before: line, after: line }));
  // From the end of each line to its start, so that places to the left stay right. What is told twice is one.
  const byPlace = new Map(fixes.map((fix) => [`${fix.at.line}:${fix.at.column}`, fix]));
  const inOrder = [...byPlace.values()].sort((one, other) => other.at.column - one.at.column);
  let applied = 0;
  for (const fix of inOrder) {
    const line = lines[fix.at.line - 1];
    if (line?.after === undefined || fix.at.line !== fix.at.endLine) continue;
    const after = edit(line.after, fix);
    if (after === false) continue;
    lines[fix.at.line - 1] = { before: line.before, after };
    applied += 1;
  }
  const [first, ...rest] = lines;
  if (mark === '' || first === undefined) return { lines, applied };
  const marked = { before: mark + first.before, after: first.after && mark + first.after };
  return { lines: [marked, ...rest], applied };
}

/** The text that fixed lines make. */
export function fixedText(lines: readonly FixedLine[]): string {
  return lines.flatMap(({ after }) => (after === undefined ? [] : [after])).join('\n');
}
