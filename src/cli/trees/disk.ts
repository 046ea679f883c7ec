import type { FileTree } from '../../load/index.ts';
import type { Io } from '../io.ts';
import { join, parent } from './path.ts';

/** Never holds definitions, and can hold a hundred thousand files. */
const SKIPPED = new Set(['node_modules', '.git', 'dist', 'coverage']);

async function filesBelow(io: Io, folder: string): Promise<string[]> {
  const entries = await io.list(folder);
  const below = await Promise.all(
    entries.map(({ name, kind }) => {
      if (kind === 'file') return [join(folder, name)];
      return SKIPPED.has(name) ? [] : filesBelow(io, join(folder, name));
    }),
  );
  return below.flat();
}

/**
 * Files on disk, named relative to the folder tokenpact runs in. Only what lies below the given paths is
 * listed: nobody wants a whole home folder read because one file in it was named.
 */
export function diskTree(io: Io, paths: readonly string[]): FileTree {
  let listed: Promise<readonly string[]> | undefined;
  const list = async (): Promise<readonly string[]> => {
    const folders = await Promise.all(
      paths.map(async (path) => ((await io.kindOf(path)) === 'folder' ? path : parent(path))),
    );
    const files = await Promise.all(
      [...new Set(folders)].map(async (folder) =>
        (await io.kindOf(folder)) === 'folder' ? filesBelow(io, folder) : [],
      ),
    );
    return [...new Set(files.flat())].sort();
  };
  return {
    label: 'the working tree',
    list: () => {
      listed ??= list();
      return listed;
    },
    read: async (path) => ((await io.kindOf(path)) === 'file' ? io.read(path) : undefined),
  };
}
