import { type Command, InvalidArgumentError } from 'commander';
import type { LogFields } from '../../token/audit/index.ts';
import { CannotCheck } from '../cannot-check.ts';
import type { Part } from './batches.ts';

/** Where a log has what. */
export interface LogOptions {
  readonly pattern?: string;
  readonly tokenField?: string;
  readonly timeField?: string;
  readonly clientField?: string;
  readonly userField?: string;
  readonly scopeField?: string;
}

export function withLogOptions(command: Command): Command {
  return command
    .option('--token-field <path>', 'lines are JSON, and this member holds the token (dots go deeper)')
    .option('--time-field <path>', 'the member with the time of use: tokens are judged at that time')
    .option('--client-field <path>', 'the member with the client, where tokens do not tell')
    .option('--user-field <path>', 'the member with the user: only counted, never shown')
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
