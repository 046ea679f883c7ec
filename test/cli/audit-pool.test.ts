import { afterEach, describe, expect, test } from 'vitest';
import { type Batch, Buffers, batchesOf, eachLine, type Source } from '../../src/cli/audit/batches.ts';
import { type Crew, crewFor, type Job } from '../../src/cli/audit/pool.ts';
import { DEFAULT_CONFIG } from '../../src/model/index.ts';

const ENTRY = new URL('audit-worker.mjs', import.meta.url);

const JOB: Job = {
  settings: { definitions: [], given: {}, words: [], fields: {}, now: 0, tolerance: 60, cache: 0 },
  config: DEFAULT_CONFIG,
};

const encoder = new TextEncoder();

/** A source that comes in chunks of this many bytes. */
const sourceOf = (text: string, size: number, name = 'log'): Source => ({
  name,
  async *chunks() {
    const bytes = encoder.encode(text);
    for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
  },
});

async function collected(
  sources: readonly Source[],
  part = { index: 1, of: 1 },
): Promise<[string, string, number][]> {
  const lines: [string, string, number][] = [];
  for await (const batch of batchesOf(sources, part, new Buffers(), { bytes: 0 })) {
    eachLine(batch, (line, number) => lines.push([batch.file, line, number]));
  }
  return lines;
}

describe('batches', () => {
  test.each([1, 7, 1 << 16])('lines keep their numbers in chunks of %i bytes', async (size) => {
    const text = Array.from({ length: 3_000 }, (_, index) => `line é ${index + 1}`).join('\n');
    const lines = await collected([sourceOf(text, size)]);
    expect(lines).toHaveLength(3_000);
    expect(lines.every(([, line, number]) => line === `line é ${number}`)).toBe(true);
  });

  test('a line without an end is cut, and the next one is whole', async () => {
    const lines = await collected([sourceOf(`${'a'.repeat(5_000_000)}\nb\n`, 1 << 16)]);
    expect(lines.map(([, line, number]) => [line.length, number])).toEqual([
      [512 * 1024, 1],
      [1, 2],
    ]);
  });

  test('each line is in exactly one part, also where files are small', async () => {
    const long = sourceOf('x\n'.repeat(5_000), 999, 'long');
    const short = Array.from({ length: 10 }, (_, index) => sourceOf('y\n', 10, `short-${index}`));
    const parts = await Promise.all([1, 2, 3].map((index) => collected([long, ...short], { index, of: 3 })));
    const whole = await collected([long, ...short]);
    const name = ([file, , number]: readonly [string, string, number]): string => `${file}:${number}`;
    expect(parts.flat().map(name).sort()).toEqual(whole.map(name).sort());
    expect(parts.map((part) => part.filter(([file]) => file !== 'long').length > 0)).toEqual([
      true,
      true,
      true,
    ]);
  });
});

/** A batch of lines, in a buffer of its own. */
const batchOf = (text: string, buffers: Buffers): Batch => {
  const bytes = new Uint8Array(buffers.take()).subarray(0, text.length);
  bytes.set(encoder.encode(text));
  return { file: 'log', firstLine: 1, bytes };
};

/** As long as a log is that more than one thread works on. */
const FAIL = `fail${' '.repeat(300_000)}\n`;

/** Gives a crew the same batch until a thread has one; buffers that were handed over are empty here. */
async function untilHandedOver(crew: Crew, text: string, buffers: Buffers): Promise<number> {
  for (let batches = 1; ; batches += 1) {
    const batch = batchOf(text, buffers);
    await crew.take(batch);
    if (batch.bytes.length === 0) return batches;
  }
}

describe('a crew', () => {
  const crews: Crew[] = [];
  const crewOfTwo = (buffers: Buffers): Crew => {
    const crew = crewFor(JOB, buffers, ENTRY, 2);
    crews.push(crew);
    return crew;
  };
  afterEach(() => Promise.all(crews.splice(0).map((crew) => crew.dismiss())));

  test('adds up what this thread and the others saw', async () => {
    const buffers = new Buffers();
    const crew = crewOfTwo(buffers);
    const batches = await untilHandedOver(crew, 'line\n'.repeat(60_000), buffers);
    expect((await crew.finish()).counts.lines).toBe(batches * 60_000);
  });

  test('does not wait for threads that had nothing to do', async () => {
    const buffers = new Buffers();
    const crew = crewOfTwo(buffers);
    for (let batch = 0; batch < 2; batch += 1) await crew.take(batchOf(FAIL, buffers));
    expect((await crew.finish()).counts.lines).toBe(2);
  });

  test('tells when a thread failed', async () => {
    const buffers = new Buffers();
    const crew = crewOfTwo(buffers);
    await untilHandedOver(crew, FAIL, buffers);
    await expect(crew.finish()).rejects.toThrow('the worker failed');
  });

  test('takes no more when a thread failed', async () => {
    const buffers = new Buffers();
    const crew = crewOfTwo(buffers);
    const forever = async (): Promise<never> => {
      for (;;) await crew.take(batchOf(FAIL, buffers));
    };
    await expect(forever()).rejects.toThrow('the worker failed');
  });

  test('works alone where no threads can be started', async () => {
    const buffers = new Buffers();
    const crew = crewFor(JOB, buffers, undefined);
    for (let batch = 0; batch < 4; batch += 1) await crew.take(batchOf('\n\n\n', buffers));
    expect((await crew.finish()).counts).toMatchObject({ lines: 12, passedOver: 12 });
  });
});
