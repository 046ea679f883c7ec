import { type DecodedToken, pathKey } from '../../model/index.ts';
import type { ClassifiedMember } from '../../privacy/index.ts';
import { unsaidData } from '../detect.ts';

/** Reading the values of every line would cost more than taking it apart. */
const READ_FIRST = 1_000;
const READ_EVERY = 32;

/**
 * What the values of a token tell about people that names do not, in the lines whose values are read: the first
 * thousand of a log, then one of thirty-two. Which ones depends on the line's number only, so that parts add up.
 */
export function readData(token: DecodedToken, line: number): readonly ClassifiedMember[] {
  return line <= READ_FIRST || line % READ_EVERY === 1 ? unsaidData(token) : [];
}

/** The names under which data is counted: claim, level and category as JSON, each once for a token. */
export function namesOfData(
  data: readonly ClassifiedMember[],
  cut: (name: string) => string,
): ReadonlySet<string> {
  const nameOf = ({ path: [claim = ''], classification: { level, category = '' } }: ClassifiedMember) =>
    JSON.stringify([pathKey([cut(claim)]), level, category]);
  return new Set(data.map(nameOf));
}
