import { CannotCheck, cannotCheckText } from './cannot-check.ts';
import { COULD_NOT_CHECK } from './exit-codes.ts';
import type { Io } from './io.ts';
import { parent } from './trees/path.ts';

/** Editors write a file in several steps; so many milliseconds after the last one it is whole. */
const SETTLED = 100;

/** One run, and the files that it read. */
interface Watched {
  readonly code: number;
  readonly files: readonly string[];
}

/**
 * Runs again whenever something changes in the folders of the files that the last run read, until the user
 * interrupts. A file that can not be read while it is edited does not end it.
 *
 * @returns the exit code of the last run
 */
export async function watchWhile(io: Io, run: () => Promise<Watched>): Promise<number> {
  let last: Watched = { code: COULD_NOT_CHECK, files: [] };
  let isInterrupted = false;
  let wake: () => void = () => {};
  const forget = io.onInterrupt(() => {
    isInterrupted = true;
    wake();
  });
  while (!isInterrupted) {
    const { code, files } = await attempt(io, run, last.files);
    last = { code, files };
    const folders = [...new Set(files.map(parent))].sort();
    if (isInterrupted || folders.length === 0) break;
    io.stderr.write(`watching ${folders.join(', ')}; Ctrl-C ends it\n`);
    await new Promise<void>((settle) => {
      let timer: NodeJS.Timeout | undefined;
      const end = io.watch(folders, (file) => {
        if (!matters(file, files)) return;
        clearTimeout(timer);
        timer = setTimeout(wake, SETTLED);
      });
      wake = () => {
        clearTimeout(timer);
        end();
        settle();
      };
    });
  }
  forget();
  return last.code;
}

/** A report that is written beside the definitions must not start the next run. */
const matters = (file: string, files: readonly string[]): boolean =>
  files.includes(file) || /\.ya?ml$/i.test(file);

async function attempt(io: Io, run: () => Promise<Watched>, files: readonly string[]): Promise<Watched> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof CannotCheck)) throw error;
    io.stderr.write(cannotCheckText(error));
    return { code: COULD_NOT_CHECK, files };
  }
}
