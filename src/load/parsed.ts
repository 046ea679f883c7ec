import type { JsonValue, Place, Problem, Waiver } from '../model/index.ts';
import type { Position } from './position.ts';

/** A text as values, and where they are. */
export interface Parsed {
  /** Absent when the text could not be read. */
  readonly source?: { readonly value: JsonValue; readonly positions: () => Position };
  /** Exceptions in its comments. */
  readonly waivers?: readonly Waiver[];
  readonly problems: readonly Problem[];
}

/** Two members of one name: one of the values would be lost without a word. */
export function duplicateName(name: string, at: Place): Problem {
  return {
    kind: 'invalid',
    at,
    message: `"${name}" is there twice: one of them would be lost`,
    help: 'keep one',
  };
}
