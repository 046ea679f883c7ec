import type { Command } from 'commander';
import { withFlags } from '../config-file.ts';
import { requestFor } from '../inputs.ts';
import type { Io } from '../io.ts';
import { type ReportOptions, withExamples, withReportOptions } from '../options.ts';
import type { Session } from '../session.ts';
import { withTokenOptions } from '../token-options.ts';
import { readTokens, type TokenOptions } from '../tokens.ts';
import { reportTargets, writeReport } from '../write-report.ts';

type AuditOptions = ReportOptions & TokenOptions;

async function audit(io: Io, args: readonly string[], options: AuditOptions): Promise<number> {
  reportTargets(options.format);
  const { config } = await requestFor(
    io,
    options.mapper === undefined ? [] : [options.mapper],
    options.config,
  );
  const { tokens, malformed, inputs, now } = await readTokens(io, args, options);
  const { judge } = await import('../judge.ts');
  const report = judge({
    command: 'audit',
    config: withFlags(config, options),
    after: inputs,
    tokens,
    malformed,
    now,
  });
  return writeReport(io, report, options);
}

export function defineAudit(program: Command, session: Session): void {
  const command = program
    .command('audit')
    .summary('do all of these tokens keep their contracts?')
    .description('Holds many tokens against their contracts.')
    .argument('<files...>', 'files with one token per line, or - for standard input');
  withReportOptions(withTokenOptions(command)).action(
    session.action((args: readonly string[], options: AuditOptions) => audit(session.io, args, options)),
  );
  withExamples(command, [['tokenpact audit gateway.log --mapper mapper.yaml --jwks jwks.json', 'a log']]);
}
