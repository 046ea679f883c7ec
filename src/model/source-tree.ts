import type { Waiver } from './config.ts';
import type { JsonValue } from './json.ts';
import type { Place } from './place.ts';

/** Member names and array indexes from the root of a file. */
export type TreePath = readonly (string | number)[];

/**
 * A parsed file that still knows where everything was written. Places are looked up on demand, so that a
 * large export costs no more than its parse.
 */
export interface SourceTree {
  readonly file: string;
  /** What the file says. Objects have no prototype, so a member called `__proto__` is only a member. */
  readonly value: JsonValue;
  /** The place of the value at a path: for a member of an object, the place of its name. */
  place(path: TreePath): Place;
  /** Exceptions in its comments. */
  readonly waivers?: readonly Waiver[];
}
