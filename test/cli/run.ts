import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Io } from '../../src/cli/io.ts';
import { main } from '../../src/cli/main.ts';
import { processIo } from '../../src/cli/process-io.ts';

/** The day on which the fixtures' tokens are looked at. */
const NOW = Date.parse('2026-11-22T12:00:00Z');

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Both, in the order they were written. */
  readonly output: string;
}

export interface Setting {
  readonly stdin?: string | Uint8Array;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly terminal?: number;
  /** What behaves otherwise than in the process that the test runs in. */
  readonly io?: Partial<Io>;
}

/** Runs tokenpact in this process, on real files, with a fixed clock and captured output. */
export async function run(args: readonly string[], setting: Setting = {}): Promise<Ran> {
  const written = { stdout: '', stderr: '', output: '' };
  const into = (stream: 'stdout' | 'stderr') => ({
    write: (text: string) => {
      written[stream] += text;
      written.output += text;
    },
    isTerminal: setting.terminal !== undefined,
    columns: setting.terminal ?? 80,
  });
  const input = typeof setting.stdin === 'string' ? new TextEncoder().encode(setting.stdin) : setting.stdin;
  const io: Io = {
    ...processIo(setting.cwd ?? process.cwd()),
    env: setting.env ?? {},
    stdout: into('stdout'),
    stderr: into('stderr'),
    stdin: {
      isTerminal: input === undefined,
      async *chunks() {
        if (input) yield input;
      },
    },
    now: () => NOW,
    ...setting.io,
  };
  const code = await main(args, io);
  return { code, ...written };
}

/** Words of a command line: quotes group, `< file` is standard input. */
export async function runLine(line: string): Promise<Ran> {
  const [command = '', input] = line.split(' < ');
  const words = [...command.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    (word) => word[1] ?? word[2] ?? word[3] ?? '',
  );
  const [program, ...args] = words;
  if (program !== 'tokenpact') throw new Error(`a transcript runs tokenpact only, not "${program}"`);
  return run(args, input === undefined ? {} : { stdin: await readFile(resolve(input.trim())) });
}
