import {
  type DecodedToken,
  type MalformedToken,
  type MapperDefinition,
  TOKEN_KINDS,
} from '../model/index.ts';
import { maskedTokens } from '../privacy/mask-text.ts';
import type { FoundToken, Given, ParsedToken } from '../token/index.ts';
import { CannotCheck } from './cannot-check.ts';
import { demandSound, type Inputs, readInputs, requestFor } from './inputs.ts';
import type { Io } from './io.ts';
import { decryptionKeys, secretWords, verificationKeys } from './key-files.ts';
import { readStdin } from './trees/stdin.ts';

/** How tokens are read and what they are held against: decode, validate and audit share it. */
export interface TokenOptions {
  readonly mapper?: string;
  readonly jwks?: string;
  readonly jwksUrl?: string;
  readonly key?: string;
  readonly secrets?: string;
  readonly tokenType?: string;
  readonly client?: string;
  readonly scope?: string;
  readonly at?: string;
  readonly tolerance: number;
  readonly config?: string;
}

/** What an ID token was issued with, for validate and decode. */
export interface CompanionOptions {
  readonly accessToken?: string;
  readonly code?: string;
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

/** No file has a name as long as a token; asking for one is an error that would print the token. */
const isTooLongForAName = (argument: string): boolean =>
  argument.length > 1_024 || argument.split(/[\\/]/).some((name) => name.length > 255);

/** What looks like a path is a typo, and no opaque token; that may have slashes and dots, too. */
function isPath(argument: string): boolean {
  if (maskedTokens(argument) !== argument) return false;
  return /^[\w./\\-]*[/\\][\w.-]+$|^[^.\s]+\.[a-z]{2,6}$/i.test(argument);
}

/** One argument: `-`, a file of that name, or a token as it stands. */
async function tokensOf(io: Io, argument: string): Promise<readonly FoundToken[]> {
  const { tokensIn } = await import('../token/index.ts');
  if (argument.trim() === '')
    throw new CannotCheck('an argument is empty', 'is the variable set that it comes from?');
  if (argument === '-') {
    const found = tokensIn('<stdin>', decoded('standard input', await readStdin(io)));
    if (found.length > 0) return found;
    throw new CannotCheck('standard input holds no token', 'does the command before the pipe write one?');
  }
  const kind = isTooLongForAName(argument) ? 'missing' : await io.kindOf(argument);
  if (kind === 'folder') throw new CannotCheck(`"${argument}" is a folder`, 'give files, or tokens');
  if (kind === 'file') {
    const found = tokensIn(argument, decoded(argument, (await io.read(argument)) ?? new Uint8Array()));
    if (found.length === 0)
      throw new CannotCheck(`"${argument}" holds no token`, 'one per line, or one JSON response');
    return found;
  }
  if (isPath(argument))
    throw new CannotCheck(`there is no file "${argument}"`, 'give a file, a token, or - for standard input');
  return tokensIn(ON_THE_COMMAND_LINE, argument);
}

/** Eleven digits last until the year 5138; with more, it is milliseconds. */
const SECONDS = /^\d{1,11}$/;
/** RFC 3339, of which the time and its parts may be missing. */
const DATE = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?$/i;

export function instant(io: Io, at: string | undefined): number {
  if (at === undefined) return io.now();
  const time = SECONDS.test(at) ? Number(at) * 1000 : DATE.test(at) ? Date.parse(at) : Number.NaN;
  if (!Number.isFinite(time)) {
    throw new CannotCheck(
      `--at "${at}" is not a time`,
      'write it as 2026-11-22T12:00:00Z, or in seconds since 1970',
    );
  }
  return time;
}

const NOTHING: Inputs = { label: 'no definition', definitions: [], consumers: [], problems: [], files: [] };

export async function definitionsFor(io: Io, options: TokenOptions): Promise<Inputs> {
  if (options.mapper === undefined) return NOTHING;
  const request = await requestFor(io, [options.mapper], options.config);
  const inputs = await readInputs(io, request);
  demandSound({ ...inputs, problems: [...request.problems, ...inputs.problems] });
  return inputs;
}

export function demandTokenType(
  definitions: readonly MapperDefinition[],
  tokenType: string | undefined,
): void {
  if (tokenType === undefined) return;
  const types = definitions.flatMap((definition) => [...definition.tokenTypes.values()]);
  const names: readonly string[] =
    definitions.length === 0 ? TOKEN_KINDS : [...new Set(types.map(({ name }) => name))].sort();
  if (names.includes(tokenType) || types.some(({ kind }) => kind === tokenType)) return;
  throw new CannotCheck(`there is no token type "${tokenType}"`, `token types: ${names.join(', ')}`);
}

/** What the user says about tokens that do not say it themselves. */
export function givenBy({ tokenType, client, scope }: TokenOptions): Given {
  return {
    ...(tokenType === undefined ? {} : { tokenType }),
    ...(client === undefined ? {} : { client }),
    ...(scope === undefined ? {} : { scopes: scope.split(/[\s,]+/).filter(Boolean) }),
  };
}

/** The text of a token that is an argument, or stands in a file. */
async function textOf(io: Io, argument: string | undefined): Promise<string | undefined> {
  if (argument === undefined) return undefined;
  const [first] = await tokensOf(io, argument);
  const { stripWrapping } = await import('../token/index.ts');
  return first === undefined ? undefined : stripWrapping(first.text);
}

/** Reads tokens from arguments, files and standard input, and holds each against its contract. */
export async function readTokens(
  io: Io,
  args: readonly string[],
  options: TokenOptions & CompanionOptions,
): Promise<ReadTokens> {
  const now = instant(io, options.at);
  const [inputs, keys, privateKeys, words, found, accessToken] = await Promise.all([
    definitionsFor(io, options),
    verificationKeys(io, options),
    decryptionKeys(io, options.key),
    secretWords(io, options.secrets),
    Promise.all(args.map((argument) => tokensOf(io, argument))),
    textOf(io, options.accessToken),
  ]);
  const { definitions } = inputs;
  demandTokenType(definitions, options.tokenType);
  const { code } = options;
  const issuedWith = {
    ...(accessToken === undefined ? {} : { accessToken }),
    ...(code === undefined ? {} : { code }),
  };
  const {
    decodeToken,
    isGuessable,
    isMalformed,
    openToken,
    recogniseToken,
    verifySignature,
    withDetected,
    withHashes,
  } = await import('../token/index.ts');
  const { tolerance } = options;
  // What compiles contracts is large, and most tokens are only looked at.
  const hold =
    definitions.length === 0 && options.tokenType === undefined
      ? (token: ParsedToken) => recogniseToken(token, now, tolerance)
      : (await import('../token/hold.ts')).createHolder({
          definitions,
          given: givenBy(options),
          now,
          tolerance,
        });
  const tokens: DecodedToken[] = [];
  const malformed: MalformedToken[] = [];
  for (const { text, at } of found.flat()) {
    const parsed = decodeToken(text, at);
    const opened = isMalformed(parsed) ? parsed : await openToken(parsed, privateKeys);
    if (isMalformed(opened)) {
      malformed.push(opened);
      continue;
    }
    const held = hold({ ...opened, signature: verifySignature(opened, keys) });
    const guessed = isGuessable(opened, words) ? { ...held, guessable: true } : held;
    tokens.push(withDetected(withHashes(guessed, issuedWith)));
  }
  return { tokens, malformed, inputs, now };
}
