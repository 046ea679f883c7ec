import { eastern } from './eastern.ts';
import type { NationalId } from './national-id.ts';
import { nordic } from './nordic.ts';
import { western } from './western.ts';
import { world } from './world.ts';

export type { NationalId } from './national-id.ts';

/** The personal identification numbers that are recognised. */
export const nationalIds: readonly NationalId[] = [...nordic, ...western, ...eastern, ...world];

const MAX_LENGTH = 32;

/** A number that is one of those, as far as its digits can tell. */
export interface FoundNationalId {
  readonly id: NationalId;
  /** Whether it is written as nothing else is; otherwise the claim's name has to say so. */
  readonly unmistakable: boolean;
}

/**
 * The first national identification number that a text is. Numbers of several countries share their shape:
 * which country is a guess, that it is one is not.
 *
 * @example findNationalId('131052-308T')?.id.country // 'FI'
 */
export function findNationalId(text: string): FoundNationalId | undefined {
  if (text.length > MAX_LENGTH || text.length < 8) return undefined;
  const upper = text.toUpperCase();
  const compact = upper.replace(/[\s./-]/g, '');
  let plain: FoundNationalId | undefined;
  for (const id of nationalIds) {
    const written = id.country === 'FI' ? upper.replace(/\s/g, '') : compact;
    if (!id.shape.test(written) || id.holds?.(written) === false) continue;
    if (id.unmistakable?.test(text) === true) return { id, unmistakable: true };
    plain ??= { id, unmistakable: false };
  }
  return plain;
}
