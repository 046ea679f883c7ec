/**
 * Where something was written: the line that a person can edit.
 *
 * Lines and columns are 1-based and count UTF-16 code units, as editors do; `endColumn` is exclusive.
 */
export interface Place {
  /** Path as the user gave it, relative to the folder tokenpact runs in; `<stdin>` for standard input. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Something that was read from a file. */
export interface Located {
  readonly at: Place;
  /** Places of the direct keys that were written, where they are known. */
  readonly keyPlaces?: ReadonlyMap<string, Place>;
}

/**
 * The place of one key of a thing, or of the thing itself when that key was not written.
 *
 * @example placeOf(claim, 'schema')
 */
export function placeOf(thing: Located, key: string): Place {
  return thing.keyPlaces?.get(key) ?? thing.at;
}

/** Source order: by file name, then line, then column. */
export function comparePlaces(one: Place, other: Place): number {
  if (one.file !== other.file) return one.file < other.file ? -1 : 1;
  return one.line - other.line || one.column - other.column;
}
