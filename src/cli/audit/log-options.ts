import { randomBytes } from 'node:crypto';
import { type Command, InvalidArgumentError } from 'commander';
import type { LogFields } from '../../token/audit/index.ts';
import { CannotCheck } from '../cannot-check.ts';
import type { Io } from '../io.ts';
import type { Part } from './batches.ts';

/** Where a log has what. */
export interface LogOptions {
  readonly pattern?: string;
  readonly tokenField?: string;
  readonly timeField?: string;
  readonly clientField?: string;
  readonly userField?: string;
  readonly userKey?: string;
  readonly scopeField?: string;
}

export function withLogOptions(command: Command): Command {
  return command
    .option('--token-field <path>', 'lines are JSON, and this member holds the token (dots go deeper)')
    .option(
      '--time-field <path>',
      'the member with the time of use (UTC where it has no zone): tokens are judged at it',
    )
    .option('--client-field <path>', 'the member with the client, where tokens do not tell')
    .option('--user-field <path>', 'the member with the user: only counted, never shown')
    .option('--user-key <file>', 'a secret of yours, so that parts with --partial can count users together')
    .option('--scope-field <path>', 'the member with the scopes that were requested')
    .option('--pattern <regexp>', 'lines are text: groups named token, time, client, user, scope');
}

/** What the options say of a log's lines. */
export async function logFields(options: LogOptions): Promise<LogFields> {
  const { pattern, tokenField, timeField, clientField, userField, scopeField } = options;
  const fields = Object.entries({
    token: tokenField,
    time: timeField,
    client: clientField,
    user: userField,
    scope: scopeField,
  }).filter(([, path]) => path !== undefined);
  if (pattern !== undefined) {
    if (fields.length > 0)
      throw new CannotCheck(
        '--pattern and fields of JSON do not go together',
        'a line is either text or JSON',
      );
    return { pattern: await compiled(pattern) };
  }
  if (fields.length > 0 && tokenField === undefined)
    throw new CannotCheck('fields are named, but not the one with the token', 'add --token-field');
  return Object.fromEntries(fields);
}

async function compiled(pattern: string): Promise<RegExp> {
  let regexp: RegExp;
  try {
    regexp = new RegExp(pattern, 'u');
  } catch {
    throw new CannotCheck(`--pattern "${pattern}" is not a regular expression`);
  }
  const { backtracksLittle } = await import('../../schema/index.ts');
  if (!backtracksLittle(pattern)) {
    throw new CannotCheck(
      `--pattern "${pattern}" could take forever on a line that is made for it`,
      'repeat single characters, each up to one that ends it, as in [^"]+"; one .* may stand anywhere',
    );
  }
  if (pattern.includes('(?<token>')) return regexp;
  throw new CannotCheck(
    `--pattern "${pattern}" does not say where the token is`,
    'name a group for it: (?<token>[^ "]+); also time, client, user and scope, where a line has them',
  );
}

/** Shorter secrets are guessed. */
const SHORTEST_SECRET = 16;

/**
 * What hashes of users' names are keyed with: a secret that nobody ever sees, or where results are written to be
 * added up, one that all of them share.
 *
 * @returns undefined where the log does not tell users
 */
export async function userKey(
  io: Io,
  { user, pattern }: LogFields,
  { userKey: file, partial }: LogOptions & { readonly partial?: string },
): Promise<string | undefined> {
  if (user === undefined && pattern?.source.includes('(?<user>') !== true) return undefined;
  const cure = 'write one with: openssl rand -hex 32 > user.key; give all parts the same';
  if (file !== undefined) {
    const secret = new TextDecoder().decode(await io.read(file)).trim();
    if (secret.length >= SHORTEST_SECRET) return secret;
    throw new CannotCheck(
      `"${file}" is missing, or holds no secret of ${SHORTEST_SECRET} characters or more`,
      cure,
    );
  }
  if (partial === undefined) return randomBytes(32).toString('base64');
  throw new CannotCheck(
    'whoever has a list of users could find them in a partial result: --user-key is missing',
    `${cure}; or do not count users`,
  );
}

/** `2/8`: the second of eight parts. */
export function part(value: string): Part {
  const [, index = 0, of = 0] = (/^(\d{1,6})\/(\d{1,6})$/.exec(value) ?? []).map(Number);
  if (index < 1 || index > of) throw new InvalidArgumentError('expected a part such as 2/8');
  return { index, of };
}

/** A whole number, none included. */
export function whole(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 0)
    throw new InvalidArgumentError('expected a whole number, 0 or more');
  return number;
}
