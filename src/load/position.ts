import type { TreePath } from '../model/index.ts';

/** Where a value of a file was written, as offsets: for a member of an object, where its name was. */
export interface Position {
  readonly start: number;
  readonly end: number;
  /** By member name, or by index. */
  readonly children?: ReadonlyMap<string | number, Position>;
}

/** The position at a path, or that of the nearest value above it that was written. */
export function positionAt(root: Position, path: TreePath): Position {
  let position = root;
  for (const step of path) {
    const child = position.children?.get(step);
    if (child === undefined) break;
    position = child;
  }
  return position;
}
