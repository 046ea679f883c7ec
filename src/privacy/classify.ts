import type { JsonValue } from '../model/index.ts';
import type { Classification } from './classification.ts';
import { classifyName } from './name/classify-name.ts';
import { classifyValue } from './value/classify-value.ts';

/**
 * What is known about a claim, by its name, its value or both.
 *
 * @param claim Either may be missing; with neither, nothing is known.
 * @example classify({ path: ['geburtsdatum'] }).category // 'user.demographic.date_of_birth'
 * @example classify({ value: 'alice@example.com' }).personal // true
 */
export function classify(claim: {
  readonly path?: readonly string[];
  readonly value?: JsonValue;
}): Classification {
  const path = claim.path ?? [];
  return claim.value === undefined ? classifyName(path) : classifyValue(path, claim.value);
}
