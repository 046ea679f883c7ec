import { gzipSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { sourcesOf } from '../../src/cli/audit/sources.ts';
import type { Io } from '../../src/cli/io.ts';

/** A log of many chunks, and whether somebody closed it. */
function logOf(chunk: Uint8Array): { readonly io: Io; readonly state: { closed: boolean } } {
  const state = { closed: false };
  const io = {
    kindOf: async () => 'file',
    async *chunks() {
      try {
        for (let count = 0; count < 1_000; count += 1) yield chunk;
      } finally {
        state.closed = true;
      }
    },
  };
  return { io: io as unknown as Io, state };
}

test.each([
  ['text', new TextEncoder().encode('line\n')],
  ['packed', new Uint8Array(gzipSync('line\n'.repeat(100_000)))],
])('a log of %s is closed when an audit ends before it does', async (_, chunk) => {
  const { io, state } = logOf(chunk);
  const [source] = await sourcesOf(io, ['a.log']);
  for await (const text of source?.chunks() ?? []) {
    expect(text.length).toBeGreaterThan(0);
    break;
  }
  await vi.waitFor(() => expect(state.closed).toBe(true));
});

test('a log in UTF-16 is told, and how to convert it', async () => {
  const [source] = await sourcesOf(logOf(new Uint8Array([0xff, 0xfe, 0x65, 0])).io, ['a.log']);
  await expect(source?.chunks()[Symbol.asyncIterator]().next()).rejects.toThrow(
    'a.log is UTF-16, and logs are UTF-8',
  );
});
