import { CannotCheck } from './cannot-check.ts';

/** How much of an answer is read, and how long somebody waits for all of it. */
export interface Patience {
  readonly bytes: number;
  readonly milliseconds: number;
}

async function textOf({ body }: Response, address: string, { bytes }: Patience): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop ends the connection: what a server sends on, unpacked or not, is never held.
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > bytes)
      throw new CannotCheck(
        `${address}: the answer is larger than ${bytes / 2 ** 20} MiB`,
        'is it a JWK set?',
      );
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/**
 * Fetches a text, without following anybody elsewhere.
 *
 * @throws {CannotCheck} when the server does not answer whole, in time and within bounds
 */
export async function fetchText(url: URL, patience: Patience): Promise<string> {
  const address = url.href;
  const signal = AbortSignal.timeout(patience.milliseconds);
  try {
    const response = await fetch(url, { redirect: 'error', signal });
    if (!response.ok) throw new CannotCheck(`${address}: the server answers ${response.status}`);
    return await textOf(response, address, patience);
  } catch (error) {
    if (error instanceof CannotCheck) throw error;
    if (signal.aborted)
      throw new CannotCheck(`${address}: no whole answer within ${patience.milliseconds / 1000} seconds`);
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    throw new CannotCheck(
      `${address}: ${cause instanceof Error ? cause.message : 'it could not be fetched'}`,
    );
  }
}
