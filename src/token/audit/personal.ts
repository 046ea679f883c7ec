import type { JsonValue } from '../../model/index.ts';
import { classify, classifyName } from '../../privacy/index.ts';

/** Reading the values of every line would cost more than verifying it. */
const READ_FIRST = 1_000;
const READ_EVERY = 16;

/**
 * Whether the values of a line are read for personal data: the first thousand of a log, then one of sixteen. It
 * depends on the line's number only, so that parts add up to one run.
 */
export function isRead(line: number): boolean {
  return line <= READ_FIRST || line % READ_EVERY === 1;
}

/** What values say about people, by claim and value: most claims have a few values only. */
const classified = new Map<string, string | undefined>();
const KEPT_VALUES = 1_000;

/**
 * The name under which personal data is counted that a claim's name does not tell: claim, level and category as a
 * JSON list; undefined where there is none.
 *
 * @param keyOf Writes a claim's name as a key.
 */
export function personalName(
  claim: string,
  value: JsonValue,
  keyOf: (claim: string) => string,
): string | undefined {
  // A claim's name is judged once; its values only where it tells nothing.
  if (classifyName([claim]).personal) return undefined;
  const key = JSON.stringify([claim, value]);
  if (classified.has(key)) return classified.get(key);
  const { personal, level, category = '' } = classify({ path: [claim], value });
  const name = personal ? JSON.stringify([keyOf(claim), level, category]) : undefined;
  if (classified.size >= KEPT_VALUES) classified.clear();
  classified.set(key, name);
  return name;
}
