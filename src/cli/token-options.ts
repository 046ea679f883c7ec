import { type Command, InvalidArgumentError } from 'commander';

function seconds(value: string): number {
  const number = Number(value);
  if (!Number.isFinite(number) || number < 0) throw new InvalidArgumentError('expected seconds, 0 or more');
  return number;
}

/** What decode, validate and audit share; an audit has no time of its own, and opens no encrypted tokens. */
export function withTokenOptions(command: Command, tokens: 'few' | 'many' = 'few'): Command {
  const common = command
    .option('--mapper <path>', 'the definition that the tokens are held against')
    .option(
      '--jwks <path>',
      'keys for the signatures: a JWK set, public keys or certificates in PEM, or a folder',
    )
    .option('--jwks-url <address>', 'fetch the keys: the only thing that tokenpact ever fetches')
    .option('--secrets <file>', 'words that must not be HMAC secrets, one per line')
    .option('--token-type <name>', 'the token type, where tokens do not tell')
    .option('--client <name>', 'the client, where tokens do not tell')
    .option('--scope <scopes>', 'the granted scopes, where tokens do not tell')
    .option(
      '--at <time>',
      `the time to look at them: 2026-11-22T12:00:00Z, or seconds since 1970${tokens === 'few' ? ' (default: now)' : ''}`,
    )
    .option('--tolerance <seconds>', 'how far clocks may differ', seconds, 60);
  return tokens === 'many'
    ? common
    : common.option('--key <file>', 'private key that encrypted tokens are opened with: JWK, JWK set or PEM');
}

/** What decode and validate need to hold the hashes of an ID token against. */
export function withCompanionOptions(command: Command): Command {
  return command
    .option('--access-token <token>', 'issued with the ID token: its at_hash is checked')
    .option('--code <code>', 'the authorization code of the ID token: its c_hash is checked');
}
