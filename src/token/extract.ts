import type { Place } from '../model/index.ts';
import { parseObject } from './json-text.ts';

/** One token as text, and where it stands. */
export interface FoundToken {
  readonly text: string;
  readonly at: Place;
}

const placeOn = (file: string, line: number, length: number): Place => ({
  file,
  line,
  column: 1,
  endLine: line,
  endColumn: length + 1,
});

/**
 * Tokens in a text: one JSON response over several lines, or one token per line; empty lines and lines that
 * start with `#` are passed over.
 *
 * @example tokensIn('tokens.txt', '# from the gateway\neyJhbGciOi…\n')
 */
export function tokensIn(file: string, content: string): readonly FoundToken[] {
  const text = content.replace(/^\uFEFF/, '');
  if (text.trimStart().startsWith('{') && parseObject(text).ok) {
    return [{ text: text.trim(), at: placeOn(file, 1, 1) }];
  }
  return text.split(/\r?\n/).flatMap((line, index) => {
    const trimmed = line.trim();
    if (trimmed === '' || trimmed.startsWith('#')) return [];
    return [{ text: trimmed, at: placeOn(file, index + 1, line.length) }];
  });
}
