/** Characters that take no column of a terminal, and those that take two (Unicode Standard Annex #11). */
const NONE = /[\p{Mn}\p{Me}\p{Cf}]/u;
const TWO =
  /\p{Emoji_Presentation}|[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]/u;

/** Text in which each character takes one column and none commands a terminal. */
export const ASCII = /^[\u0020-\u007E]*$/;

/** Below the first combining mark, each character takes one. */
function columnsOf(character: string): number {
  if (character < '\u0300') return 1;
  if (NONE.test(character)) return 0;
  return TWO.test(character) ? 2 : 1;
}

/** How many columns of a terminal a text takes. */
export function width(text: string): number {
  if (ASCII.test(text)) return text.length;
  let columns = 0;
  for (const character of text) columns += columnsOf(character);
  return columns;
}

/** The beginning of a text that fits into so many columns, with an ellipsis where it is cut. */
export function cut(text: string, columns: number): string {
  if (width(text) <= columns) return text;
  if (ASCII.test(text)) return `${text.slice(0, columns - 1)}…`;
  let kept = '';
  let used = 1;
  for (const character of text) {
    used += columnsOf(character);
    if (used > columns) break;
    kept += character;
  }
  return `${kept}…`;
}
