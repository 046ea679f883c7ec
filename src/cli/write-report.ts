import type { Report } from '../report/index.ts';
import { CannotCheck } from './cannot-check.ts';
import { CLEAN, FINDINGS } from './exit-codes.ts';
import type { Io } from './io.ts';
import type { ReportOptions } from './options.ts';
import { styleFor } from './style.ts';

/** The formats of reports, by the name that `--format` takes. */
const FORMATS = ['text', 'json'] as const;
type Format = (typeof FORMATS)[number];

interface Target {
  readonly format: Format;
  /** Absent: standard output. */
  readonly file?: string;
}

function target(setting: string): Target {
  const split = setting.indexOf('=');
  const name = split < 0 ? setting : setting.slice(0, split);
  const format = FORMATS.find((known) => known === name);
  if (format === undefined) {
    throw new CannotCheck(`there is no format "${name}"`, `formats: ${FORMATS.join(', ')}`);
  }
  return split < 0 ? { format } : { format, file: setting.slice(split + 1) };
}

/** Checked before any work is done: a typo must not cost a whole run. */
export function reportTargets(settings: readonly string[]): readonly Target[] {
  const targets = settings.length === 0 ? [target('text')] : settings.map(target);
  if (targets.filter(({ file }) => file === undefined).length > 1) {
    throw new CannotCheck(
      'two formats on standard output would mix',
      'give all but one of them a file: -f text -f json=report.json',
    );
  }
  return targets;
}

/** Writes a report in every format asked for, and tells the exit code. */
export async function writeReport(io: Io, report: Report, options: ReportOptions): Promise<number> {
  const { jsonReport, textReport, PLAIN } = await import('../report/index.ts');
  for (const { format, file } of reportTargets(options.format)) {
    const quiet = options.quiet === true && report.passed && format === 'text' && file === undefined;
    if (quiet) continue;
    const style = file === undefined ? styleFor(io, io.stdout, options.color) : PLAIN;
    const text = format === 'json' ? jsonReport(report) : textReport(report, style, options.maxFindings);
    if (file === undefined) io.stdout.write(text);
    else await io.write(file, text);
  }
  return report.passed ? CLEAN : FINDINGS;
}
