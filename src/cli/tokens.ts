import type { DecodedToken, MalformedToken, MapperDefinition } from '../model/index.ts';
import type { FoundToken, Given, Keys } from '../token/index.ts';
import { CannotCheck } from './cannot-check.ts';
import { demandSound, type Inputs, readInputs, requestFor } from './inputs.ts';
import type { Io } from './io.ts';
import { readStdin } from './trees/stdin.ts';

/** How tokens are read and what they are held against: decode, validate and audit share it. */
export interface TokenOptions {
  readonly mapper?: string;
  readonly jwks?: string;
  readonly tokenType?: string;
  readonly client?: string;
  readonly scope?: string;
  readonly at?: string;
  readonly tolerance: number;
  readonly config?: string;
}

/** Tokens taken apart and held against their contracts. */
export interface ReadTokens {
  readonly tokens: readonly DecodedToken[];
  readonly malformed: readonly MalformedToken[];
  readonly inputs: Inputs;
  readonly now: number;
}

const ON_THE_COMMAND_LINE = '<argument>';
const utf8 = new TextDecoder('utf-8', { fatal: true });

function decoded(name: string, bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new CannotCheck(
      `${name}: this is not UTF-8 text`,
      'tokens are text: one per line, or one JSON response',
    );
  }
}

/** One argument: `-`, a file of that name, or a token as it stands. */
async function tokensOf(io: Io, argument: string): Promise<readonly FoundToken[]> {
  const { tokensIn } = await import('../token/index.ts');
  if (argument === '-') return tokensIn('<stdin>', decoded('standard input', await readStdin(io)));
  // No file has a name as long as a token, and asking for one is an error of the operating system.
  const kind = argument.length < 1_024 ? await io.kindOf(argument) : 'missing';
  if (kind === 'folder') throw new CannotCheck(`"${argument}" is a folder`, 'give files, or tokens');
  if (kind === 'file') {
    const found = tokensIn(argument, decoded(argument, (await io.read(argument)) ?? new Uint8Array()));
    if (found.length === 0)
      throw new CannotCheck(`"${argument}" holds no token`, 'one per line, or one JSON response');
    return found;
  }
  const isPath =
    /^[\w./\\-]*[/\\][\w.-]+$|\.(jwt|txt|json|log|ndjson)$/i.test(argument) && !argument.includes('..ey');
  if (isPath)
    throw new CannotCheck(`there is no file "${argument}"`, 'give a file, a token, or - for standard input');
  const at = { file: ON_THE_COMMAND_LINE, line: 1, column: 1, endLine: 1, endColumn: 1 };
  return [{ text: argument, at }];
}

async function keysFrom(io: Io, file: string | undefined): Promise<Keys | undefined> {
  if (file === undefined) return undefined;
  const bytes = await io.read(file);
  if (bytes === undefined)
    throw new CannotCheck(`there is no file "${file}"`, 'give a JWK set or a public key in PEM');
  const { readKeys, UnusableKeys } = await import('../token/index.ts');
  try {
    return await readKeys(decoded(file, bytes));
  } catch (error) {
    if (error instanceof UnusableKeys) throw new CannotCheck(`${file}: ${error.message}`);
    throw error;
  }
}

function instant(io: Io, at: string | undefined): number {
  if (at === undefined) return io.now();
  const time = /^\d+$/.test(at) ? Number(at) * 1000 : Date.parse(at);
  if (!Number.isFinite(time)) {
    throw new CannotCheck(
      `--at "${at}" is not a time`,
      'write it as 2026-11-22T12:00:00Z, or in seconds since 1970',
    );
  }
  return time;
}

const NOTHING: Inputs = { label: 'no definition', definitions: [], consumers: [], problems: [], files: [] };

async function definitionsFor(io: Io, options: TokenOptions): Promise<Inputs> {
  if (options.mapper === undefined) return NOTHING;
  const request = await requestFor(io, [options.mapper], options.config);
  const inputs = await readInputs(io, request);
  demandSound({ ...inputs, problems: [...request.problems, ...inputs.problems] });
  return inputs;
}

function demandTokenType(definitions: readonly MapperDefinition[], tokenType: string | undefined): void {
  if (tokenType === undefined || definitions.length === 0) return;
  const types = definitions.flatMap((definition) => [...definition.tokenTypes.values()]);
  if (types.some(({ name, kind }) => name === tokenType || kind === tokenType)) return;
  const names = [...new Set(types.map(({ name }) => name))].sort();
  throw new CannotCheck(`there is no token type "${tokenType}"`, `token types: ${names.join(', ')}`);
}

/** Reads tokens from arguments, files and standard input, and holds each against its contract. */
export async function readTokens(
  io: Io,
  args: readonly string[],
  options: TokenOptions,
): Promise<ReadTokens> {
  const now = instant(io, options.at);
  const [inputs, keys, found] = await Promise.all([
    definitionsFor(io, options),
    keysFrom(io, options.jwks),
    Promise.all(args.map((argument) => tokensOf(io, argument))),
  ]);
  demandTokenType(inputs.definitions, options.tokenType);
  const given: Given = {
    ...(options.tokenType === undefined ? {} : { tokenType: options.tokenType }),
    ...(options.client === undefined ? {} : { client: options.client }),
    ...(options.scope === undefined ? {} : { scopes: options.scope.split(/[\s,]+/).filter(Boolean) }),
  };
  const against = { definitions: inputs.definitions, given, now, tolerance: options.tolerance };
  const { decodeToken, holdToContract, isMalformed, verifySignature } = await import('../token/index.ts');
  const tokens: DecodedToken[] = [];
  const malformed: MalformedToken[] = [];
  for (const { text, at } of found.flat()) {
    const parsed = decodeToken(text, at);
    if (isMalformed(parsed)) malformed.push(parsed);
    else tokens.push(holdToContract({ ...parsed, signature: await verifySignature(parsed, keys) }, against));
  }
  return { tokens, malformed, inputs, now };
}
