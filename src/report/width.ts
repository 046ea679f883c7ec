/** Characters that take no column of a terminal, and those that take two (Unicode Standard Annex #11). */
const NONE = /[\p{Mn}\p{Me}\p{Cf}]/u;
const TWO =
  /\p{Emoji_Presentation}|[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]/u;

const PLAIN_ASCII = /^[\u0020-\u007E]*$/;

/** How many columns of a terminal a text takes. */
export function width(text: string): number {
  if (PLAIN_ASCII.test(text)) return text.length;
  let columns = 0;
  for (const character of text) columns += NONE.test(character) ? 0 : TWO.test(character) ? 2 : 1;
  return columns;
}

/** The beginning of a text that fits into so many columns, with an ellipsis where it is cut. */
export function cut(text: string, columns: number): string {
  if (width(text) <= columns) return text;
  let kept = '';
  let used = 1;
  for (const character of text) {
    used += width(character);
    if (used > columns) break;
    kept += character;
  }
  return `${kept}…`;
}
