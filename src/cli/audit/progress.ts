import type { Io } from '../io.ts';

/** Milliseconds between two updates: a terminal is slower than an audit. */
const INTERVAL = 500;

/** Tells a waiting person how far an audit is; silent where nobody watches. */
export interface Progress {
  add(lines: number, bytes: number): void;
  end(): void;
}

const SILENT: Progress = { add: () => undefined, end: () => undefined };

export function progressOn(io: Io): Progress {
  if (!io.stderr.isTerminal) return SILENT;
  const start = io.now();
  let told = start;
  let lines = 0;
  let bytes = 0;
  return {
    add: (more, size) => {
      lines += more;
      bytes += size;
      const now = io.now();
      if (now - told < INTERVAL) return;
      told = now;
      const rate = Math.round((lines * 1000) / (now - start));
      io.stderr.write(`\r${lines} lines, ${(bytes / 1e6).toFixed(0)} MB, ${rate} lines/s\u001b[K`);
    },
    end: () => {
      if (told !== start) io.stderr.write('\r\u001b[K');
    },
  };
}
