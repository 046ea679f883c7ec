import { isAbsolute, posix, relative } from 'node:path';

/** A path with forward slashes, without `./` and `..` where they cancel out; `.` for the folder itself. */
export function normal(path: string): string {
  const plain = posix.normalize(path.replaceAll('\\', '/'));
  return plain.length > 1 && plain.endsWith('/') ? plain.slice(0, -1) : plain;
}

/** A path as reports name it: from the folder tokenpact runs in, never from the root of somebody's machine. */
export function relativeTo(cwd: string, path: string): string {
  return normal(isAbsolute(path) ? relative(cwd, path) || '.' : path);
}

/** A folder and a name below it. */
export function join(folder: string, name: string): string {
  return posix.join(folder, name);
}

/** The folder of a file. */
export function parent(path: string): string {
  return posix.dirname(normal(path));
}

/** The part of a pattern before its first wildcard: what has to be listed to find its files. */
export function folderOfPattern(pattern: string): string {
  const fixed = pattern.split(/[*?[{]/, 1)[0] ?? '';
  return fixed === pattern ? pattern : normal(fixed.slice(0, fixed.lastIndexOf('/') + 1) || '.');
}
