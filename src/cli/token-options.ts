import { type Command, InvalidArgumentError } from 'commander';

function seconds(value: string): number {
  const number = Number(value);
  if (!Number.isFinite(number) || number < 0) throw new InvalidArgumentError('expected seconds, 0 or more');
  return number;
}

/** What decode, validate and audit share. */
export function withTokenOptions(command: Command): Command {
  return command
    .option('--mapper <path>', 'the definition that the tokens are held against')
    .option('--jwks <file>', 'keys for the signatures: a JWK set (RFC 7517), or a public key in PEM')
    .option('--token-type <name>', 'the token type, where tokens do not tell')
    .option('--client <name>', 'the client, where tokens do not tell')
    .option('--scope <scopes>', 'the granted scopes, where tokens do not tell')
    .option(
      '--at <time>',
      'the time to look at them: 2026-11-22T12:00:00Z, or seconds since 1970 (default: now)',
    )
    .option('--tolerance <seconds>', 'how far clocks may differ', seconds, 60);
}
