const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400 };

/**
 * Seconds of a duration; undefined when it is none.
 *
 * @example seconds('5m') // 300
 */
export function seconds(duration: string | undefined): number | undefined {
  const [, amount, unit = ''] = /^([1-9][0-9]{0,8})([smhd])$/.exec(duration ?? '') ?? [];
  return amount === undefined ? undefined : Number(amount) * (SECONDS[unit] ?? 1);
}
