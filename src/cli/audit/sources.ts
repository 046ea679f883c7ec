import { pipeline, Readable } from 'node:stream';
import * as zlib from 'node:zlib';
import { CannotCheck } from '../cannot-check.ts';
import type { Io } from '../io.ts';
import { join, normal, parent } from '../trees/path.ts';
import type { Source } from './batches.ts';

const GZIP = [0x1f, 0x8b];
const ZSTD = [0x28, 0xb5, 0x2f, 0xfd];

/** Byte order marks of what PowerShell writes. */
const UTF16 = [
  [0xff, 0xfe],
  [0xfe, 0xff],
];

const startsWith = (chunk: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, at) => chunk[at] === byte);

/** What unpacks a stream that starts like this; undefined for plain text. */
function unpacker(name: string, first: Uint8Array): NodeJS.ReadWriteStream | undefined {
  if (UTF16.some((mark) => startsWith(first, mark)))
    throw new CannotCheck(`${name} is UTF-16, and logs are UTF-8`, 'convert it: iconv -f UTF-16 -t UTF-8');
  if (startsWith(first, GZIP)) return zlib.createGunzip();
  if (!startsWith(first, ZSTD)) return undefined;
  if ('createZstdDecompress' in zlib) return (zlib.createZstdDecompress as () => zlib.Gunzip)();
  throw new CannotCheck(
    `${name} is compressed with zstd, which this version of Node can't read`,
    'use Node 22.15 or newer, or unpack it: zstd -dc … | tokenpact audit -',
  );
}

/** A stream whose first chunk was looked at; it is closed when nobody wants the rest of it. */
async function* continued(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield first;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

/** Chunks of their own, for streams that keep some while they wait for more. */
async function* copied(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) yield chunk.slice();
}

/** A stream as text, unpacked where its first bytes say that it is packed. */
async function* unpacked(name: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done === true) return;
  const unpack = unpacker(name, first.value);
  const whole = continued(first.value, iterator);
  if (unpack === undefined) {
    yield* whole;
    return;
  }
  try {
    // Each of the two ends with the other; what went wrong is told where its text is read.
    pipeline(Readable.from(copied(whole)), unpack, () => undefined);
    yield* unpack as unknown as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw new CannotCheck(`${name}: it can't be unpacked: ${error instanceof Error ? error.message : ''}`);
  }
}

/** A pattern of paths: `*` and `?` within a name, `**` across folders. */
function patternOf(glob: string): RegExp {
  const source = glob.replace(/\*\*\/|\*\*|\*|\?|[.+^${}()|[\]\\]/g, (token) => {
    if (token === '**/') return '(?:.*/)?';
    if (token === '**') return '.*';
    if (token === '*') return '[^/]*';
    return token === '?' ? '[^/]' : `\\${token}`;
  });
  return new RegExp(`^${source}$`);
}

async function filesBelow(io: Io, folder: string): Promise<readonly string[]> {
  const entries = await io.list(folder);
  const below = await Promise.all(
    entries
      .filter(({ name }) => !name.startsWith('.'))
      .map(({ name, kind }) =>
        kind === 'folder' ? filesBelow(io, join(folder, name)) : [join(folder, name)],
      ),
  );
  return below.flat();
}

async function filesOf(io: Io, argument: string): Promise<readonly string[]> {
  const path = normal(argument);
  const kind = await io.kindOf(path);
  if (kind === 'file') return [path];
  if (kind === 'folder') return filesBelow(io, path);
  if (!/[*?]/.test(path))
    throw new CannotCheck(`there is no file or folder "${argument}"`, 'give files, folders, or -');
  const fixed = parent(`${path.slice(0, path.search(/[*?]/))}x`);
  const pattern = patternOf(path);
  const below = (await io.kindOf(fixed)) === 'folder' ? await filesBelow(io, fixed) : [];
  const found = below.filter((file) => pattern.test(file));
  if (found.length === 0) throw new CannotCheck(`no file matches "${argument}"`);
  return found;
}

/**
 * The logs that arguments name: files, folders with all that is in them, patterns, and `-` for standard input;
 * sorted, each once. What is packed with gzip (or zstd, where Node can) is unpacked.
 */
export async function sourcesOf(io: Io, args: readonly string[]): Promise<readonly Source[]> {
  const named = args.filter((argument) => argument !== '-');
  const files = (await Promise.all(named.map((argument) => filesOf(io, argument)))).flat();
  const sources = [...new Set(files)].sort().map(
    (name): Source => ({
      name,
      chunks: () => unpacked(name, io.chunks(name)),
    }),
  );
  if (named.length === args.length) return sources;
  if (io.stdin.isTerminal)
    throw new CannotCheck(
      'standard input is a terminal: nothing will come',
      'pipe a log into it: tokenpact audit - < log',
    );
  return [...sources, { name: '<stdin>', chunks: () => unpacked('standard input', io.stdin.chunks()) }];
}
