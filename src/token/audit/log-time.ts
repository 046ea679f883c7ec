import type { JsonValue } from '../../model/index.ts';

const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';

/** The end of the year 9999: no clock is that late. */
const LATEST = Date.UTC(10_000, 0) - 1;

/** A time that a calendar of four-digit years has, in milliseconds since 1970; undefined for any other number. */
export const calendarTime = (time: number): number | undefined =>
  time >= 0 && time <= LATEST ? time : undefined;

/** Seconds, milliseconds, microseconds or nanoseconds: until the year 5138 their sizes tell them apart. */
function sinceEpoch(value: number): number {
  if (value < 1e11) return value * 1000;
  if (value < 1e14) return value;
  return Math.floor(value / (value < 1e17 ? 1e3 : 1e6));
}

const CALENDAR =
  /^(\d{4})[-/](\d\d)[-/](\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?) ?(Z|UTC|GMT|[+-]\d\d:?\d\d)?)?$/i;
/** `22/Nov/2026:12:00:00 +0000` of access logs, `Sun, 22 Nov 2026 12:00:00 GMT` of HTTP. */
const NAMED_MONTH =
  /^(?:[A-Z][a-z]{2}, )?(\d\d)[/ ]([A-Z][a-z]{2})[/ ](\d{4})[: ](\d\d:\d\d:\d\d(?:\.\d{1,9})?) ?(Z|UTC|GMT|[+-]\d\d:?\d\d)?$/;

/** A time without a zone is UTC: what a line says must not depend on the machine that reads it. */
function dateTime(year = '', month = '', day = '', clock = '00:00', zone = 'Z'): number | undefined {
  const offset = /^[+-]/.test(zone) ? zone.replace(/(\d\d):?(\d\d)/, '$1:$2') : 'Z';
  const time = Date.parse(`${year}-${month}-${day}T${clock.replace(',', '.')}${offset}`);
  return Number.isNaN(time) ? undefined : calendarTime(time);
}

/**
 * The times that logs have: dates with times of ISO 8601 (also with a space, slashes, or no zone: UTC), the common
 * log format (`22/Nov/2026:12:00:00 +0000`), that of HTTP, and seconds, milliseconds, microseconds or nanoseconds
 * since 1970.
 *
 * @returns milliseconds since 1970; undefined for anything else
 */
export function logTime(value: JsonValue | undefined): number | undefined {
  if (typeof value === 'number') return calendarTime(sinceEpoch(value));
  if (typeof value !== 'string') return undefined;
  if (/^\d+(?:\.\d+)?$/.test(value)) return logTime(Number(value));
  const [, ...parts] = CALENDAR.exec(value) ?? [];
  if (parts.length > 0) return dateTime(...parts);
  const [, day, name = '', year, clock, zone] = NAMED_MONTH.exec(value) ?? [];
  const month = String(MONTHS.indexOf(name) / 3 + 1).padStart(2, '0');
  return day === undefined ? undefined : dateTime(year, month, day, clock, zone);
}
