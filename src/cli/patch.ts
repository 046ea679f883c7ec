import type { FixedLine } from '../load/index.ts';

/** Lines of context around a change, as `diff -u` has them. */
const CONTEXT = 3;

const isChanged = ({ before, after }: FixedLine): boolean => before !== after;

/** Ranges of lines that belong together: changes with their context, joined where they meet. */
function hunks(lines: readonly FixedLine[]): readonly (readonly [from: number, to: number])[] {
  const ranges: [number, number][] = [];
  for (const [index, line] of lines.entries()) {
    if (!isChanged(line)) continue;
    const [from, to] = [Math.max(0, index - CONTEXT), Math.min(lines.length, index + CONTEXT + 1)];
    const last = ranges.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = to;
    else ranges.push([from, to]);
  }
  return ranges;
}

/** One line of a hunk, or two. What ends without a line end is marked, as `diff` does it. */
function hunkLines(line: FixedLine, isUnended: boolean): readonly string[] {
  const mark = isUnended ? ['\\ No newline at end of file'] : [];
  if (!isChanged(line)) return [` ${line.before}`, ...mark];
  const added = line.after === undefined ? [] : [`+${line.after}`, ...mark];
  return [`-${line.before}`, ...mark, ...added];
}

/**
 * What fixes change in a file, as a unified diff that `git apply` and `patch -p1` take. Nothing changed gives
 * the empty text.
 */
export function patchOf(file: string, fixed: readonly FixedLine[]): string {
  // A file that ends in a line end has nothing after it.
  const isEnded = fixed.at(-1)?.before === '';
  const lines = isEnded ? fixed.slice(0, -1) : fixed;
  let removed = 0;
  const blocks = hunks(lines).map(([from, to]) => {
    const part = lines.slice(from, to);
    const kept = part.filter(({ after }) => after !== undefined).length;
    const head = `@@ -${from + 1},${part.length} +${from + 1 - removed},${kept} @@`;
    removed += part.length - kept;
    const body = part.flatMap((line, index) =>
      hunkLines(line, !isEnded && from + index === lines.length - 1),
    );
    return [head, ...body].join('\n');
  });
  return blocks.length === 0 ? '' : `--- a/${file}\n+++ b/${file}\n${blocks.join('\n')}\n`;
}
