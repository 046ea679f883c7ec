import { ASCII, width } from './width.ts';

/** How text is dressed on a terminal; plain text is the identity. */
export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly green: (text: string) => string;
  readonly blue: (text: string) => string;
  /** Width to wrap at, in characters. */
  readonly columns: number;
}

const same = (text: string): string => text;

/** No colour, 100 characters wide. */
export const PLAIN: Style = {
  bold: same,
  dim: same,
  red: same,
  yellow: same,
  green: same,
  blue: same,
  columns: 100,
};

/** One thing or many: `1 claim`, `2 claims`, `no claims`. */
export function count(number: number, noun: string, many = `${noun}s`): string {
  return number === 0 ? `no ${many}` : `${number} ${number === 1 ? noun : many}`;
}

/**
 * Names in a row, the rest of many counted.
 *
 * @example listed(['web', 'mobile', 'partner'], 2) // 'web, mobile and 1 more'
 */
export function listed(names: readonly string[], most = 4): string {
  const rest = names.length - most;
  return rest > 0 ? `${names.slice(0, most).join(', ')} and ${rest} more` : names.join(', ');
}

/** Control characters, line breaks of any kind, and what turns the direction of writing. */
export const UNPRINTABLE = /[\p{Cc}\u2028\u2029\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/**
 * Text from files and tokens must not command a terminal: control characters and those that turn the
 * direction of writing are shown as replacement characters, line breaks as spaces.
 */
export function printable(text: string): string {
  if (ASCII.test(text)) return text;
  return text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ').replace(UNPRINTABLE, '\uFFFD');
}

/** Breaks at spaces so that no line is wider than the style's columns; continuation lines are indented. */
export function wrap(text: string, indent: string, style: Style): string {
  const room = Math.max(style.columns - width(indent), 30);
  const clean = printable(text);
  if (width(clean) <= room) return clean;
  const lines: string[] = [];
  let line = '';
  for (const word of clean.split(' ')) {
    if (line !== '' && width(line) + 1 + width(word) > room) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  lines.push(line);
  return lines.join(`\n${indent}`);
}
