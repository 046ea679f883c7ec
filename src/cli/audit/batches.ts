import { isAscii } from 'node:buffer';
import { Interruption } from './interruption.ts';

/** Whole lines of one file, to be audited together. */
export interface Batch {
  readonly file: string;
  /** The number of its first line. */
  readonly firstLine: number;
  readonly bytes: Uint8Array;
}

/** Lines that always stay together: what `--part` deals out. */
const BLOCK = 1024;
/** Bytes of lines beyond which a block is handed over in pieces. */
const LARGEST_BATCH = 1 << 17;
/** No line with a token is longer; what follows in it is dropped. */
const LONGEST_LINE = 512 * 1024;

const LINE_END = 10;

/** Room for the largest batch: it ends with the line that fills it. */
const CAPACITY = LARGEST_BATCH + LONGEST_LINE + 1;

/**
 * Buffers that batches come in, used over and over: freed ones would pile up until someone collects the garbage,
 * and a log is larger than memory.
 */
export class Buffers {
  private readonly free: ArrayBuffer[] = [];

  take(): ArrayBuffer {
    return this.free.pop() ?? new ArrayBuffer(CAPACITY);
  }

  giveBack(buffer: ArrayBuffer): void {
    this.free.push(buffer);
  }
}

/** Cuts a stream into blocks of lines, whatever its chunks are. */
class Cutter {
  private readonly file: string;
  private readonly buffers: Buffers;
  private bytes: Uint8Array;
  private size = 0;
  private lines = 0;
  private firstLine = 1;
  /** Bytes of the line that has not ended yet. */
  private open = 0;

  constructor(file: string, buffers: Buffers) {
    this.file = file;
    this.buffers = buffers;
    this.bytes = new Uint8Array(buffers.take());
  }

  /** Adds a part of a line, as far as lines may go. */
  private keep(chunk: Uint8Array, from: number, until: number): void {
    const room = Math.max(LONGEST_LINE - this.open, 0);
    const kept = chunk.subarray(from, Math.min(until, from + room));
    this.bytes.set(kept, this.size);
    this.size += kept.length;
    this.open += until - from;
  }

  *take(chunk: Uint8Array): Generator<Batch> {
    let from = 0;
    for (let end = chunk.indexOf(LINE_END); end >= 0; end = chunk.indexOf(LINE_END, from)) {
      this.keep(chunk, from, end);
      this.bytes[this.size] = LINE_END;
      this.size += 1;
      from = end + 1;
      this.open = 0;
      this.lines += 1;
      const isBlockEnd = (this.firstLine + this.lines - 1) % BLOCK === 0;
      if (isBlockEnd || this.size >= LARGEST_BATCH) yield this.cut();
    }
    this.keep(chunk, from, chunk.length);
  }

  private cut(): Batch {
    const batch = { file: this.file, firstLine: this.firstLine, bytes: this.bytes.subarray(0, this.size) };
    this.firstLine += this.lines;
    this.bytes = new Uint8Array(this.buffers.take());
    this.size = 0;
    this.lines = 0;
    return batch;
  }

  /** @param isWhole false where more would have come: then a line without its end is half a line */
  *end(isWhole: boolean): Generator<Batch> {
    if (!isWhole) this.size -= Math.min(this.open, LONGEST_LINE);
    if (this.size > 0) yield this.cut();
    this.buffers.giveBack(this.bytes.buffer as ArrayBuffer);
  }
}

/** A share of the work: the first of four is `{ index: 1, of: 4 }`. */
export interface Part {
  readonly index: number;
  readonly of: number;
}

/** Named streams, in an order that is the same on every machine. */
export interface Source {
  readonly name: string;
  /** Each chunk is read before the next one is asked for. */
  chunks(): AsyncIterable<Uint8Array>;
}

/** How much was read of all sources, unpacked: the same for all parts of a run, unless the logs change. */
export interface Reading {
  bytes: number;
}

/**
 * The batches of a part: every n-th block of lines. All lines are read, which is far cheaper than judging them,
 * so that each keeps its number; files and streams are dealt out alike. After an interruption, the whole lines
 * that were read come, and no more.
 */
export async function* batchesOf(
  sources: readonly Source[],
  part: Part,
  buffers: Buffers,
  reading: Reading,
  interruption = new Interruption(),
): AsyncGenerator<Batch> {
  let block = 0;
  const isOurs = (batch: Batch): boolean =>
    (block + Math.floor((batch.firstLine - 1) / BLOCK)) % part.of === part.index - 1;
  for (const { name, chunks } of sources) {
    if (interruption.happened) return;
    const cutter = new Cutter(name, buffers);
    let last = 0;
    for await (const chunk of interruption.until(chunks())) {
      reading.bytes += chunk.length;
      for (const batch of cutter.take(chunk)) {
        last = batch.firstLine;
        if (isOurs(batch)) yield batch;
        else buffers.giveBack(batch.bytes.buffer as ArrayBuffer);
      }
    }
    for (const batch of cutter.end(!interruption.happened)) {
      last = batch.firstLine;
      if (isOurs(batch)) yield batch;
      else buffers.giveBack(batch.bytes.buffer as ArrayBuffer);
    }
    // Each file starts a block of its own, or a thousand small files would all be the first part's.
    block += Math.floor(Math.max(last - 1, 0) / BLOCK) + 1;
  }
}

/** Calls back for each line of a batch with its number. */
export function eachLine({ bytes, firstLine }: Batch, take: (line: string, number: number) => void): void {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  // Logs are ASCII but for a few lines, and text of one byte per character is read several times faster.
  const encoding = isAscii(all) ? 'latin1' : 'utf8';
  let number = firstLine;
  let from = 0;
  while (from < all.length) {
    const end = all.indexOf(LINE_END, from);
    const until = end < 0 ? all.length : end;
    take(all.toString(encoding, from, until), number);
    number += 1;
    from = until + 1;
  }
}
