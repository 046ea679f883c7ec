const DAY = 86_400_000;

/** The day of an instant, as `YYYY-MM-DD` in UTC: dates in files mean the same everywhere. */
export function dayOf(now: number): string {
  return new Date(now).toISOString().slice(0, 10);
}

/**
 * Whole days from now to the end of a day: 0 on that day, negative afterwards.
 *
 * @param day `YYYY-MM-DD`
 */
export function daysUntil(day: string, now: number): number {
  return Math.round((Date.parse(day) - Date.parse(dayOf(now))) / DAY);
}
