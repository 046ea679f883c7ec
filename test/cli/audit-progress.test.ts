import { expect, test } from 'vitest';
import { progressOn } from '../../src/cli/audit/progress.ts';
import type { Io } from '../../src/cli/io.ts';
import { main } from '../../src/cli/main.ts';
import { processIo } from '../../src/cli/process-io.ts';

function terminal(isTerminal: boolean): { io: Io; written: string[]; pass: (time: number) => void } {
  const written: string[] = [];
  let now = 0;
  const stderr = { write: (text: string) => void written.push(text), isTerminal, columns: 80 };
  const pass = (time: number): void => {
    now += time;
  };
  return { io: { ...processIo(), stderr, now: () => now }, written, pass };
}

test('a terminal is told how far an audit is, twice a second at most, and is left clean', () => {
  const { io, written, pass } = terminal(true);
  const progress = progressOn(io);
  for (let step = 0; step < 4; step += 1) {
    pass(300);
    progress.add(1_000, 1e6);
  }
  progress.end();
  expect(written).toEqual([
    '\r2000 lines, 2 MB, 3333 lines/s\u001b[K',
    '\r4000 lines, 4 MB, 3333 lines/s\u001b[K',
    '\r\u001b[K',
  ]);
});

test('a file is told nothing', () => {
  const { io, written } = terminal(false);
  const progress = progressOn(io);
  progress.add(1, 1);
  progress.end();
  expect(written).toEqual([]);
});

test('an interrupted audit tells what it saw, and that it is not all', async () => {
  let interrupt = (): void => undefined;
  const output: string[] = [];
  const { io } = terminal(false);
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield new TextEncoder().encode('opaque-token-1234\n'.repeat(1_024));
    interrupt();
    yield new TextEncoder().encode('opaque-token-1234\n'.repeat(1_024));
  }
  const code = await main(['audit', '-'], {
    ...io,
    stdout: { write: (text) => void output.push(text), isTerminal: false, columns: 80 },
    stdin: { isTerminal: false, chunks },
    onInterrupt: (callback) => {
      interrupt = callback;
      return () => undefined;
    },
  });
  expect(code).toBe(2);
  expect(output.join('')).toContain('1,024 tokens in 1,024 lines');
  expect(output.join('')).toContain('interrupted: this is what was seen until then');
});
