import type { Place } from '../model/index.ts';

/** Offsets at which lines start, in order. Lines end with a line feed, with or without a carriage return. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Index of the last start that is not after the offset. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Turns offsets of a text into places. What goes over several lines is shown by its first one.
 *
 * @example placesIn('mapper.yaml', 'name: shop')(6, 10) // line 1, columns 7 to 11
 */
export function placesIn(file: string, text: string): (start: number, end: number) => Place {
  const starts = lineStarts(text);
  return (start, end) => {
    const from = Math.min(start, text.length);
    const line = lineAt(starts, from);
    const column = from - (starts[line] ?? 0) + 1;
    const ofLine = text.slice(starts[line], starts[line + 1]).replace(/\r?\n$/, '').length;
    const endColumn = Math.max(column, Math.min(column + Math.max(end - from, 0), ofLine + 1));
    return { file, line: line + 1, column, endLine: line + 1, endColumn };
  };
}

/** The first character of a file, for problems of the file as a whole. */
export function startOf(file: string): Place {
  return { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
}
