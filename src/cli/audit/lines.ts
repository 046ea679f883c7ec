import type { Style } from '../../report/index.ts';

/** A number with a comma at each thousand. */
export const grouped = (number: number): string => String(number).replace(/\B(?=(\d{3})+$)/g, ',');

/** `1,234 tokens`. */
export const counted = (number: number, noun: string): string =>
  `${grouped(number)} ${noun}${number === 1 ? '' : 's'}`;

/** Lines under a title; none for no lines. */
export const block = (title: string, lines: readonly string[], style: Style): readonly string[] =>
  lines.length === 0 ? [] : [[style.bold(title), ...lines].join('\n')];
