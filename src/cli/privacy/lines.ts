/** One line of a stream; `undefined` bytes: it was longer than any line may be. */
export interface Line {
  readonly number: number;
  readonly bytes: Uint8Array | undefined;
}

/** Longer lines are no claim and no token: they are counted, and not kept. */
const LONGEST = 1024 * 1024;
const LINE_END = 10;

/**
 * The lines of a stream, as many at a time as one chunk completes: they can be answered while whoever writes
 * the stream still waits for answers.
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<readonly Line[]> {
  let number = 0;
  let open: Uint8Array[] = [];
  let size = 0;
  const add = (bytes: Uint8Array): void => {
    size += bytes.length;
    // A copy: streams use the memory of a chunk again.
    if (size <= LONGEST) open.push(Uint8Array.from(bytes));
  };
  const close = (): Line => {
    number += 1;
    const line = { number, bytes: size <= LONGEST ? Buffer.concat(open) : undefined };
    open = [];
    size = 0;
    return line;
  };
  for await (const chunk of chunks) {
    const lines: Line[] = [];
    let from = 0;
    for (let end = chunk.indexOf(LINE_END); end >= 0; end = chunk.indexOf(LINE_END, from)) {
      add(chunk.subarray(from, end));
      lines.push(close());
      from = end + 1;
    }
    add(chunk.subarray(from));
    if (lines.length > 0) yield lines;
  }
  if (size > 0) yield [close()];
}
