import { spawn } from 'node:child_process';
import { watch as watchFolder } from 'node:fs';
import {
  appendFile,
  mkdir,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { dirname, posix, resolve } from 'node:path';
import type { FileKind, GitResult, Io, Output } from './io.ts';

/** Nothing has this path; a token that is asked for as a file has too long a name for one. */
const MISSING: ReadonlySet<unknown> = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG']);

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && MISSING.has(error.code);

function output(stream: NodeJS.WriteStream): Output {
  return {
    write: (text) => void stream.write(text),
    isTerminal: stream.isTTY === true,
    get columns() {
      return stream.columns ?? 80;
    },
  };
}

/** Node says which file could not be opened, and of one that could not be read or written that it was not. */
async function naming<Value>(path: string, work: Promise<Value>): Promise<Value> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof Error && !('path' in error) ? Object.assign(error, { path }) : error;
  }
}

async function kindOf(path: string): Promise<FileKind> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    if (isMissing(error)) return 'missing';
    throw error;
  }
}

async function read(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** One buffer for all of a file: of a new one per chunk, more would pile up than the rest of the work needs. */
async function* chunksOf(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path);
  try {
    const buffer = new Uint8Array(1 << 20);
    for (;;) {
      const { bytesRead } = await naming(path, file.read(buffer));
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

/** As `mkdir -p`. Node's own recursive form never ends where a file system makes no folders, as in /proc. */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return;
    if (!hasCode(error, 'ENOENT') || dirname(path) === path) throw error;
    await makeFolder(dirname(path));
    await mkdir(path);
  }
}

/** The file that a path leads to: a link is followed, since it is what people want to keep. */
async function targetOf(path: string): Promise<{ readonly file: string; readonly isPlain: boolean }> {
  try {
    const file = await realpath(path);
    return { file, isPlain: (await stat(file)).isFile() };
  } catch (error) {
    if (isMissing(error)) return { file: path, isPlain: true };
    throw error;
  }
}

async function write(path: string, text: string): Promise<void> {
  await makeFolder(dirname(path));
  const { file, isPlain } = await targetOf(path);
  // A device or a pipe can't be replaced, only written to; a folder says here what it is.
  if (!isPlain) return writeFile(file, text);
  const draft = `${file}.${process.pid}.tmp`;
  try {
    await writeFile(draft, text);
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

function git(cwd: string, args: readonly string[], input?: string): Promise<GitResult> {
  return new Promise((settle, reject) => {
    const child = spawn('git', args, { cwd, stdio: ['pipe', 'pipe', 'pipe'] });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.on('error', reject);
    child.on('close', (code) =>
      settle({
        code: code ?? 1,
        stdout: Buffer.concat(stdout),
        stderr: Buffer.concat(stderr).toString('utf8'),
      }),
    );
    // git may end before it has read everything; its exit code tells what happened.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input ?? '');
  });
}

function watch(
  at: (path: string) => string,
  folders: readonly string[],
  callback: (file: string) => void,
): () => void {
  const watchers = folders.map((folder) =>
    watchFolder(at(folder), (_event, name) => callback(name === null ? folder : posix.join(folder, name)))
      // A folder that goes away can not be watched any more; whoever reads it next says so.
      .on('error', () => undefined),
  );
  return () => {
    for (const watcher of watchers) watcher.close();
  };
}

function onInterrupt(callback: () => void): () => void {
  const interrupted = (): void => {
    // Who interrupts waits for no more input, and so does the process. A file has no such thing: it ends.
    if ('unref' in process.stdin) process.stdin.unref();
    callback();
  };
  process.on('SIGINT', interrupted);
  return () => process.off('SIGINT', interrupted);
}

/** The process that tokenpact really runs in. Nothing else in tokenpact touches it. */
export function processIo(cwd = process.cwd()): Io {
  const at = (path: string): string => resolve(cwd, path);
  return {
    cwd,
    env: process.env,
    stdout: output(process.stdout),
    stderr: output(process.stderr),
    stdin: { isTerminal: process.stdin.isTTY === true, chunks: () => process.stdin },
    kindOf: (path) => kindOf(at(path)),
    read: (path) => naming(at(path), read(at(path))),
    chunks: (path) => chunksOf(at(path)),
    list: async (path) =>
      (await readdir(at(path), { withFileTypes: true }))
        .map((entry): { name: string; kind: FileKind } => ({
          name: entry.name,
          kind: entry.isDirectory() ? 'folder' : 'file',
        }))
        .sort((one, other) => (one.name < other.name ? -1 : 1)),
    write: (path, text) => naming(at(path), write(at(path), text)),
    append: (path, text) => appendFile(at(path), text),
    watch: (folders, callback) => watch(at, folders, callback),
    git: (args, input) => git(cwd, args, input),
    now: () => Date.now(),
    onInterrupt,
  };
}
