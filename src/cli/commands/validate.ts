import type { Command } from 'commander';
import { CannotCheck } from '../cannot-check.ts';
import { withFlags } from '../config-file.ts';
import { requestFor } from '../inputs.ts';
import type { Io } from '../io.ts';
import { type ReportOptions, withExamples, withReportOptions } from '../options.ts';
import type { Session } from '../session.ts';
import { withCompanionOptions, withTokenOptions } from '../token-options.ts';
import { type CompanionOptions, readTokens, type TokenOptions } from '../tokens.ts';
import { reportTargets, writeReport } from '../write-report.ts';

type ValidateOptions = ReportOptions & TokenOptions & CompanionOptions;

async function validate(io: Io, args: readonly string[], options: ValidateOptions): Promise<number> {
  reportTargets(options.format);
  const { config } = await requestFor(
    io,
    options.mapper === undefined ? [] : [options.mapper],
    options.config,
  );
  const { tokens, malformed, inputs, now } = await readTokens(io, args, options);
  if (tokens.length === 0) {
    throw new CannotCheck(
      malformed.map(({ at, reason }) => `${at.file}:${at.line}: not a token: ${reason}`).join('\n'),
    );
  }
  const { judge } = await import('../judge.ts');
  const report = judge({
    command: 'validate',
    config: withFlags(config, options),
    after: inputs,
    tokens,
    malformed,
    now,
  });
  return writeReport(io, report, options);
}

export function defineValidate(program: Command, session: Session): void {
  const command = program
    .command('validate')
    .summary('does this token keep its contract?')
    .description(
      'Checks tokens: signature, header, times, profile, and the contract under their own grant. Both missing claims and claims that no granted scope releases are found.',
    )
    .argument('<token...>', 'tokens, files with one token per line, or - for standard input');
  withReportOptions(withCompanionOptions(withTokenOptions(command))).action(
    session.action((args: readonly string[], options: ValidateOptions) =>
      validate(session.io, args, options),
    ),
  );
  withExamples(command, [
    ['tokenpact validate token.jwt --mapper mapper.yaml --jwks jwks.json', 'one token'],
    [
      'tokenpact validate samples.txt --mapper mapper.yaml --at 2026-11-22T12:00:00Z',
      'saved ones, at their time',
    ],
  ]);
}
