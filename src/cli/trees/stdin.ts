import type { FileTree } from '../../load/index.ts';
import { CannotCheck } from '../cannot-check.ts';
import type { Io } from '../io.ts';
import { diskTree } from './disk.ts';

/** No definition is larger; what follows is not read. */
const LIMIT = 64 * 1024 * 1024;

/** Everything on standard input, as bytes. */
export async function readStdin(io: Io): Promise<Uint8Array> {
  if (io.stdin.isTerminal) {
    throw new CannotCheck(
      'standard input is a terminal: nothing will come',
      'pipe a file into it: tokenpact … - < file',
    );
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of io.stdin.chunks()) {
    size += chunk.length;
    if (size > LIMIT) throw new CannotCheck(`standard input is larger than ${LIMIT >> 20} MiB`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * Standard input as a file of the given name; what it includes, and its consumers, are read from disk.
 *
 * @param paths what is listed on disk
 */
export async function stdinTree(io: Io, name: string, paths: readonly string[]): Promise<FileTree> {
  const bytes = await readStdin(io);
  const disk = diskTree(io, paths);
  return {
    label: 'standard input',
    list: async () => [...new Set([...(await disk.list()), name])].sort(),
    read: async (path) => (path === name ? bytes : disk.read(path)),
  };
}
