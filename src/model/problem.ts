import type { Place } from './place.ts';

/**
 * An edit that mends a mistake without a choice. A name is looked for at its place, or as the value of the
 * member there; an item is taken out of its list, a comment out of its line.
 */
export type Fix =
  | { readonly kind: 'rename'; readonly at: Place; readonly from: string; readonly to: string }
  | { readonly kind: 'remove'; readonly at: Place };

/**
 * Something wrong in a file that a person can mend.
 *
 * - `unreadable`: missing, binary, too large, not UTF-8: nothing could be checked
 * - `absent`: a path that holds no definition
 * - `syntax`: not YAML or JSON
 * - `invalid`: parsed, but not in the format: an unknown key, a wrong type
 * - `undefined-reference`: names something that nobody defines
 * - `conflict`: two things that can't both hold: overlapping variants, a path that two claims fill
 */
export interface Problem {
  readonly kind: 'unreadable' | 'absent' | 'syntax' | 'invalid' | 'undefined-reference' | 'conflict';
  readonly at: Place;
  /** One line: what was found and what was expected. */
  readonly message: string;
  /** How to mend it, with a did-you-mean where one is near. */
  readonly help: string;
  /** Present when there is one way to mend it, and a machine can. */
  readonly fix?: Fix;
}
