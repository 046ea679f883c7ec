import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { fetchText } from '../../src/cli/fetch-text.ts';

const MIB = 2 ** 20;

async function fetched(listener: RequestListener, milliseconds = 10_000): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  onTestFinished(() => server.closeAllConnections());
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const told = fetchText(new URL(`http://127.0.0.1:${port}/jwks`), { bytes: MIB, milliseconds });
  return told.catch((error: Error) => error.message.replace(/^http:\S+ /, ''));
}

test('a whole answer is read', async () => {
  expect(await fetched((_, response) => response.end('x'.repeat(MIB)))).toHaveLength(MIB);
});

test('an answer that is too long is not read to its end', async () => {
  let sent = 0;
  let closed: (() => void) | undefined;
  const ended = new Promise<void>((resolve) => {
    closed = resolve;
  });
  const message = await fetched((_, response) => {
    const chunk = Buffer.alloc(64 * 1024, 'x');
    const more = (): void => {
      while (!response.destroyed && sent < 64 * MIB) {
        sent += chunk.length;
        if (!response.write(chunk)) return void response.once('drain', more);
      }
      response.end();
    };
    response.once('close', () => closed?.());
    more();
  });
  await ended;
  expect(message).toBe('the answer is larger than 1 MiB');
  expect(sent).toBeLessThan(64 * MIB);
});

test('an answer that unpacks to too much is not unpacked to its end', async () => {
  const packed = gzipSync(Buffer.alloc(8 * MIB));
  const message = await fetched((_, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed);
  });
  expect(message).toBe('the answer is larger than 1 MiB');
});

test.each([
  ['nothing', () => undefined],
  [
    'only its beginning',
    ((_, response) => {
      response.write('{');
    }) as RequestListener,
  ],
])('nobody waits for a server that sends %s', async (_, listener) => {
  expect(await fetched(listener, 300)).toBe('no whole answer within 0.3 seconds');
});

test('an error of the server, and a redirect, are told', async () => {
  expect(await fetched((_, response) => void response.writeHead(404).end())).toBe('the server answers 404');
  const elsewhere = await fetched((_, response) => void response.writeHead(302, { location: '/x' }).end());
  expect(elsewhere).toMatch(/redirect/);
});
