/** A small generator of pseudo-random numbers (mulberry32), so that a seed gives the same samples everywhere. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** One of the characters of a text. */
function pick(from: string, next: () => number): string {
  return from[Math.floor(next() * from.length)] ?? '';
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/**
 * A text of a pattern: `#` is a digit, `@` a letter, `{yymmdd}` and its orders a day, `[abc]` one of some
 * characters; anything else is itself.
 */
export function fill(pattern: string, next: () => number): string {
  const year = 1930 + Math.floor(next() * 90);
  const two = (number: number): string => String(number).padStart(2, '0');
  const month = two(1 + Math.floor(next() * 12));
  const day = two(1 + Math.floor(next() * 28));
  const short = two(year % 100);
  return pattern
    .replace('{yyyymmdd}', `${year}${month}${day}`)
    .replace('{yymmdd}', `${short}${month}${day}`)
    .replace('{ddmmyy}', `${day}${month}${short}`)
    .replace('{ddmmyyy}', `${day}${month}${String(year).slice(1)}`)
    .replace(/\[([^\]]+)\]/g, (_, from: string) => pick(from, next))
    .replace(/#/g, () => pick('0123456789', next))
    .replace(/@/g, () => pick(LETTERS, next));
}
