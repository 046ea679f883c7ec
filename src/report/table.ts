import { printable, type Style } from './style.ts';
import { cut, width } from './width.ts';

/** One cell: what it says, and how it is dressed. */
export interface Cell {
  readonly text: string;
  readonly dress?: (text: string) => string;
}

/**
 * Rows as columns of equal width, two spaces apart. The last column is cut, with an ellipsis, where a line
 * would be wider than the terminal.
 */
export function table(rows: readonly (readonly Cell[])[], indent: string, style: Style): readonly string[] {
  const widths: number[] = [];
  const cleaned = rows.map((row) => row.map((cell) => ({ ...cell, text: printable(cell.text) })));
  for (const row of cleaned) {
    for (const [index, { text }] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, width(text));
  }
  return cleaned.map((row) => {
    let used = indent.length;
    const cells = row.map(({ text, dress = (plain) => plain }, index) => {
      const isLast = index === row.length - 1;
      const room = Math.max(style.columns - used, 20);
      const fitted = isLast ? cut(text, room) : text;
      const padded = isLast ? '' : ' '.repeat((widths[index] ?? 0) - width(text) + 2);
      used += (widths[index] ?? 0) + 2;
      return dress(fitted) + padded;
    });
    return `${indent}${cells.join('')}`.trimEnd();
  });
}
