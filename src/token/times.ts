const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** Later than any honest NumericDate: what lies beyond is milliseconds (the year 5138 in seconds). */
const LATEST = 1e11;

export const isNumericDate = (seconds: number): boolean =>
  Number.isFinite(seconds) && Math.abs(seconds) <= LATEST;

/** A span in its two largest units: `5 minutes`, `1 day 3 hours`. */
export function showDuration(seconds: number): string {
  let rest = Math.round(Math.abs(seconds));
  const parts: string[] = [];
  for (const [unit, size] of UNITS) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(`${count} ${unit}${count === 1 ? '' : 's'}`);
    if (parts.length === 2 || (parts.length === 1 && rest === 0)) break;
  }
  return parts.length === 0 ? '0 seconds' : parts.join(' ');
}

/**
 * A NumericDate (RFC 7519 section 2) as people read it: the instant, and how far it is from now.
 *
 * @param seconds since 1970
 * @param now milliseconds since 1970
 * @example showNumericDate(1795348800, Date.parse('2026-11-22T12:00:00Z')) // '2026-11-22T12:00:00Z, now'
 */
export function showNumericDate(seconds: number, now: number): string {
  if (!isNumericDate(seconds)) return 'not a time in seconds since 1970';
  const instant = new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
  const away = Math.round(seconds - now / 1000);
  if (away === 0) return `${instant}, now`;
  return `${instant}, ${away > 0 ? `in ${showDuration(away)}` : `${showDuration(away)} ago`}`;
}
