import { type Command, Option } from 'commander';
import type { Config } from '../../model/index.ts';
import type { AuditSettings, AuditTallyJson } from '../../token/audit/index.ts';
import type { Batch, Buffers, Part, Source } from '../audit/batches.ts';
import { type LogOptions, logFields, part, userKey, whole, withLogOptions } from '../audit/log-options.ts';
import type { Crew } from '../audit/pool.ts';
import type { AuditResult } from '../audit/result.ts';
import { CannotCheck } from '../cannot-check.ts';
import { withFlags } from '../config-file.ts';
import { CLEAN, COULD_NOT_CHECK, FINDINGS } from '../exit-codes.ts';
import { requestFor } from '../inputs.ts';
import type { Io } from '../io.ts';
import { secretWords, verificationKeys } from '../key-files.ts';
import { type ReportOptions, withExamples, withReportOptions } from '../options.ts';
import type { Session } from '../session.ts';
import { withTokenOptions } from '../token-options.ts';
import { definitionsFor, demandTokenType, givenBy, instant, type TokenOptions } from '../tokens.ts';
import { reportTargets } from '../write-report.ts';

interface ResultOptions extends ReportOptions {
  readonly partial?: string;
  readonly usage?: string;
}

interface AuditOptions extends ResultOptions, TokenOptions, LogOptions {
  readonly part: Part;
  readonly workers?: number;
  readonly cache: number;
}

/** What threads load: beside the bundle; undefined where the modules themselves run, which are TypeScript. */
const ENTRY = import.meta.url.endsWith('.js') ? new URL('worker.js', import.meta.url) : undefined;

async function settingsFor(io: Io, options: AuditOptions): Promise<AuditSettings> {
  const [{ definitions }, keys, words] = await Promise.all([
    definitionsFor(io, options),
    verificationKeys(io, options),
    secretWords(io, options.secrets),
  ]);
  demandTokenType(definitions, options.tokenType);
  const fields = await logFields(options);
  const secret = await userKey(io, fields, options);
  return {
    definitions,
    given: givenBy(options),
    ...(keys === undefined ? {} : { keys }),
    words,
    fields,
    ...(secret === undefined ? {} : { userKey: secret }),
    ...(options.at === undefined ? {} : { at: instant(io, options.at) }),
    now: io.now(),
    tolerance: options.tolerance,
    cache: options.cache,
  };
}

const linesIn = ({ bytes }: Batch): number =>
  bytes.reduce((lines, byte) => (byte === 10 ? lines + 1 : lines), 0);

/** Hands all batches out, until there are no more or somebody interrupts, and adds up what was seen. */
async function auditAll(
  io: Io,
  sources: readonly Source[],
  share: Part,
  crew: Crew,
  buffers: Buffers,
): Promise<{ readonly complete: boolean; readonly bytes: number; readonly tally: AuditTallyJson }> {
  const { batchesOf } = await import('../audit/batches.ts');
  const { Interruption } = await import('../audit/interruption.ts');
  const { progressOn } = await import('../audit/progress.ts');
  const progress = progressOn(io);
  const interruption = new Interruption();
  const reading = { bytes: 0 };
  const stopWatching = io.onInterrupt(() => interruption.happen());
  try {
    for await (const batch of batchesOf(sources, share, buffers, reading, interruption)) {
      if (io.stderr.isTerminal) progress.add(linesIn(batch), batch.bytes.length);
      await crew.take(batch);
    }
  } finally {
    stopWatching();
    progress.end();
  }
  return { complete: !interruption.happened, bytes: reading.bytes, tally: await crew.finish() };
}

async function audit(io: Io, args: readonly string[], options: AuditOptions): Promise<number> {
  reportTargets(options.format);
  if (options.part.of > 1 && options.partial === undefined)
    throw new CannotCheck(
      'the report of one part would pass for that of all: --partial is missing',
      'write each part with --partial, then: tokenpact audit merge',
    );
  const mappers = options.mapper === undefined ? [] : [options.mapper];
  const request = await requestFor(io, mappers, options.config);
  const config = withFlags(request.config, options);
  const { sourcesOf } = await import('../audit/sources.ts');
  const [settings, sources] = await Promise.all([settingsFor(io, options), sourcesOf(io, args)]);
  const { crewFor } = await import('../audit/pool.ts');
  const { declaredTokens } = await import('../../token/audit/index.ts');
  const { resultOf } = await import('../audit/result.ts');
  const { Buffers } = await import('../audit/batches.ts');
  const buffers = new Buffers();
  const crew = crewFor({ settings, config }, buffers, ENTRY, options.workers);
  const seen = await auditAll(io, sources, options.part, crew, buffers).finally(() => crew.dismiss());
  const declared = declaredTokens(settings.definitions);
  const files = sources.map(({ name }) => name);
  const setting = { audit: settings, config, declared, part: options.part, files, bytes: seen.bytes };
  const result = resultOf(setting, seen.tally, seen.complete);
  const { demandMembers, demandTokens } = await import('../audit/demand-tokens.ts');
  demandMembers(result.tally);
  // A part may have nothing; all of them together may not.
  if (result.complete && options.partial === undefined) demandTokens(result.tally, settings.fields);
  return writeResult(io, result, config, options);
}

/** Writes what was asked for: the partial result alone, or the reports, and the observed use beside them. */
async function writeResult(
  io: Io,
  result: AuditResult,
  config: Config,
  options: ResultOptions,
): Promise<number> {
  if (options.usage !== undefined) {
    const { usageOf } = await import('../../token/audit/index.ts');
    await io.write(options.usage, `${JSON.stringify(usageOf(result.tally), null, 2)}\n`);
  }
  if (options.partial !== undefined) {
    const text = `${JSON.stringify(result)}\n`;
    if (options.partial === '-') io.stdout.write(text);
    else await io.write(options.partial, text);
    return result.complete ? CLEAN : COULD_NOT_CHECK;
  }
  const { auditReport, plainReport } = await import('../audit/report.ts');
  const { auditJson } = await import('../audit/json.ts');
  const { auditText } = await import('../audit/text.ts');
  const { PLAIN } = await import('../../report/index.ts');
  const { styleFor } = await import('../style.ts');
  const { writeReport } = await import('../write-report.ts');
  const report = auditReport(result, config.gates, io.now());
  for (const { format, file } of reportTargets(options.format)) {
    if (format !== 'text' && format !== 'json') {
      const target = file === undefined ? format : `${format}=${file}`;
      await writeReport(io, plainReport(report), { ...options, format: [target] });
      continue;
    }
    if (options.quiet === true && report.passed && format === 'text' && file === undefined) continue;
    const style = file === undefined ? styleFor(io, io.stdout, options.color) : PLAIN;
    const text = format === 'json' ? auditJson(report) : auditText(report, style, options.maxFindings);
    if (file === undefined) io.stdout.write(text);
    else await io.write(file, text);
  }
  if (!result.complete) return COULD_NOT_CHECK;
  return report.passed ? CLEAN : FINDINGS;
}

async function merge(io: Io, files: readonly string[], options: ResultOptions): Promise<number> {
  reportTargets(options.format);
  const { mergeResults } = await import('../audit/merge-results.ts');
  const { readResult, withLevels } = await import('../audit/result.ts');
  const { DEFAULT_CONFIG } = await import('../../model/index.ts');
  const results = await Promise.all(
    files.map(async (file) => {
      const bytes = await io.read(file);
      if (bytes === undefined)
        throw new CannotCheck(`there is no file "${file}"`, 'give what --partial wrote');
      return [file, readResult(file, new TextDecoder().decode(bytes))] as const;
    }),
  );
  const config = withFlags(DEFAULT_CONFIG, options);
  const merged = withLevels(mergeResults(results, options.partial === undefined), config.rules);
  const { demandTokens } = await import('../audit/demand-tokens.ts');
  if (merged.complete && options.partial === undefined) demandTokens(merged.tally);
  return writeResult(io, merged, config, options);
}

function withResultOptions(command: Command): Command {
  return withReportOptions(
    command
      .option(
        '--partial <file>',
        'write the partial result for "audit merge" (- for standard output), and no report',
      )
      .option(
        '--usage <file>',
        'write the observed use: which scopes, claims and values were seen, for whom and when',
      ),
  );
}

export function defineAudit(program: Command, session: Session): void {
  const command = program
    .command('audit')
    .summary('do all of these tokens keep their contracts?')
    .description(
      'Holds the tokens of logs against their contracts: totals, coverage of the contracts both ways, values, sizes, lifetimes, personal data and findings. Any size, in bounded memory, on all processors. Each token is judged at the time of its line, else at the time of its issue.',
    )
    .argument('<logs...>', 'files, folders, patterns, or - for standard input; .gz is unpacked')
    .enablePositionalOptions()
    .addOption(
      new Option('--part <i/n>', 'only the i-th of n parts, for more machines than one')
        .argParser(part)
        .default({ index: 1, of: 1 }, '1/1'),
    )
    .option('--workers <number>', 'threads (default: one per processor)', whole)
    .option('--cache <tokens>', 'signatures to remember: logs repeat tokens', whole, 20_000);
  withResultOptions(withLogOptions(withTokenOptions(command, 'many'))).action(
    session.action((args: readonly string[], options: AuditOptions) => audit(session.io, args, options)),
  );
  withExamples(command, [
    ['tokenpact audit gateway.log --mapper mapper.yaml --jwks jwks.json', 'a log with one token per line'],
    ['tokenpact audit logs --token-field req.token --time-field ts', 'a folder of JSON lines'],
    ['tokenpact audit logs --part 2/8 --partial parts/2.json', 'the work of one of eight machines'],
    ['tokenpact audit merge parts/*.json', 'the report of all of them'],
  ]);
  const merging = command
    .command('merge')
    .summary('partial results as one report')
    .description(
      'Adds up what "audit --partial" wrote: exactly the report of one run. With --partial, some of the parts, to be added up with the others later. --rule lowers, raises and turns off; a rule that was off when the parts were audited has found nothing.',
    )
    .argument('<parts...>', 'partial results');
  withResultOptions(merging).action(
    session.action((files: readonly string[], options: ResultOptions) => merge(session.io, files, options)),
  );
}
