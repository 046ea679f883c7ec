import { posix } from 'node:path';

/** Files to read from: a folder, a commit, or memory. Paths have forward slashes. */
export interface FileTree {
  /** What it is, for people: `the working tree`, `main (1f2e3d)`. */
  readonly label: string;
  /** Paths of all its files, sorted. */
  list(): Promise<readonly string[]>;
  /** A file's bytes; undefined when there is none of that path. */
  read(path: string): Promise<Uint8Array | undefined>;
}

/**
 * A tree of files given as text.
 *
 * @example memoryTree({ 'mapper.yaml': 'tokenpact: mapper/v1' })
 */
export function memoryTree(files: Readonly<Record<string, string>>, label = 'memory'): FileTree {
  const encoder = new TextEncoder();
  return {
    label,
    list: async () => Object.keys(files).sort(),
    read: async (path) => {
      const text = Object.hasOwn(files, path) ? files[path] : undefined;
      return text === undefined ? undefined : encoder.encode(text);
    },
  };
}

/** A path as trees name it: no `./`, no slash at its end; `.` for the root. */
export function normalPath(path: string): string {
  const plain = posix.normalize(path);
  return plain.length > 1 && plain.endsWith('/') ? plain.slice(0, -1) : plain;
}

/** What a file calls `path`, as the tree calls it. */
export function besides(file: string, path: string): string {
  return posix.isAbsolute(path) ? normalPath(path) : normalPath(posix.join(posix.dirname(file), path));
}

/** The file's name without folders and without what comes after its first dot. */
export function stem(path: string): string {
  return posix.basename(path).replace(/(?<!^)\..*$/, '');
}
