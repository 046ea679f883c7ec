import type { DecryptionKeys, Keys } from '../token/index.ts';
import { CannotCheck } from './cannot-check.ts';
import { fetchText, type Patience } from './fetch-text.ts';
import type { Io } from './io.ts';
import { join } from './trees/path.ts';

/** Files of a folder that are taken for keys. */
const KEY_FILE = /\.(jwks|jwk|json|pem|pub|crt|cer)$/i;

/** Longer than any issuer takes to answer, and more keys than any has. */
const PATIENCE: Patience = { bytes: 2 ** 20, milliseconds: 10_000 };

async function textOf(io: Io, file: string, expected: string): Promise<string> {
  const bytes = await io.read(file);
  if (bytes === undefined) throw new CannotCheck(`there is no file "${file}"`, `give ${expected}`);
  return new TextDecoder().decode(bytes);
}

/** Runs a reader of keys; what it can't use becomes a message with the file's name. */
async function using<Read>(name: string, read: () => Read): Promise<Read> {
  const { UnusableKeys } = await import('../token/index.ts');
  try {
    return read();
  } catch (error) {
    if (error instanceof UnusableKeys) throw new CannotCheck(`${name}: ${error.message}`);
    throw error;
  }
}

async function fromFile(io: Io, file: string): Promise<Keys> {
  const { readKeys } = await import('../token/index.ts');
  const text = await textOf(
    io,
    file,
    'a JWK set, a public key or a certificate in PEM, or a folder of these',
  );
  return using(file, () => readKeys(text));
}

async function fromFolder(io: Io, folder: string): Promise<Keys> {
  const entries = await io.list(folder);
  const files = entries.filter(({ name, kind }) => kind === 'file' && KEY_FILE.test(name));
  if (files.length === 0)
    throw new CannotCheck(`"${folder}" holds no keys`, 'expected .json, .jwks or .pem files');
  const read = await Promise.allSettled(files.map(({ name }) => fromFile(io, join(folder, name))));
  const refused = read.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  // As in a JWK set: keys that sign no tokens may lie beside those that do (RFC 7517 section 5).
  const fault = refused.find((reason) => !(reason instanceof CannotCheck));
  if (fault !== undefined || refused.length === read.length) throw fault ?? refused[0];
  for (const { message } of refused) io.stderr.write(`passed over: ${message}\n`);
  return read.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
}

function demandSafe(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const isLocal = url !== undefined && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLocal)) return url;
  throw new CannotCheck(
    `--jwks-url "${address}" is not an https address`,
    'whoever can change the keys on their way decides which tokens are valid',
  );
}

/** The only thing that tokenpact ever fetches, and only because somebody named its address. */
async function fromUrl(address: string): Promise<Keys> {
  const url = demandSafe(address);
  const { readKeys } = await import('../token/index.ts');
  const text = await fetchText(url, PATIENCE);
  return using(address, () => readKeys(text));
}

/** Keys for signatures: those of a file or a folder, and those of an address where one is given. */
export async function verificationKeys(
  io: Io,
  { jwks, jwksUrl }: { readonly jwks?: string; readonly jwksUrl?: string },
): Promise<Keys | undefined> {
  if (jwks === undefined && jwksUrl === undefined) return undefined;
  const local = async (path: string): Promise<Keys> =>
    (await io.kindOf(path)) === 'folder' ? fromFolder(io, path) : fromFile(io, path);
  const [own, remote] = await Promise.all([
    jwks === undefined ? [] : local(jwks),
    jwksUrl === undefined ? [] : fromUrl(jwksUrl),
  ]);
  return [...own, ...remote];
}

/** Private keys that encrypted tokens are opened with. */
export async function decryptionKeys(io: Io, file: string | undefined): Promise<DecryptionKeys | undefined> {
  if (file === undefined) return undefined;
  const { readDecryptionKeys } = await import('../token/index.ts');
  const text = await textOf(io, file, 'a private key: a JWK, a JWK set, or PEM');
  return using(file, () => readDecryptionKeys(text));
}

/** A dictionary of words that must not be HMAC secrets, one per line. */
export async function secretWords(io: Io, file: string | undefined): Promise<Keys> {
  if (file === undefined) return [];
  const { readSecrets } = await import('../token/index.ts');
  return readSecrets(await textOf(io, file, 'a file with one word per line'));
}
