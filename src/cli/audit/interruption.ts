/** Ctrl-C: streams end with what came until then, also those that wait for what may never come. */
export class Interruption {
  happened = false;
  private wake: () => void = () => undefined;

  happen(): void {
    this.happened = true;
    this.wake();
  }

  /** The chunks of a stream, until it ends or somebody interrupts. */
  async *until(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    const iterator = chunks[Symbol.asyncIterator]();
    try {
      while (!this.happened) {
        // Not `Promise.race`: each one would stay in memory until the promise that ends them all.
        const next = await new Promise<IteratorResult<Uint8Array> | undefined>((resolve, reject) => {
          this.wake = () => resolve(undefined);
          iterator.next().then(resolve, reject);
        });
        if (next === undefined || next.done === true) return;
        yield next.value;
      }
    } finally {
      // Closes files. What still waits for its next chunk closes after it: nobody waits for that.
      const closed = iterator.return?.();
      if (!this.happened) await closed;
    }
  }
}
