import type { Report, Sources } from '../report/index.ts';
import { CannotCheck } from './cannot-check.ts';
import { fromCheckout } from './ci.ts';
import { CLEAN, FINDINGS } from './exit-codes.ts';
import type { Io } from './io.ts';
import type { ReportOptions } from './options.ts';
import { styleFor } from './style.ts';

/** The formats of reports, by the name that `--format` takes. */
export const FORMATS = ['text', 'json', 'sarif', 'junit', 'github', 'gitlab', 'markdown'] as const;
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

async function rendered(
  report: Report,
  { format, file }: Target,
  io: Io,
  options: ReportOptions,
  sources: () => Promise<Sources>,
): Promise<string> {
  const formats = await import('../report/index.ts');
  switch (format) {
    case 'text': {
      const style = file === undefined ? styleFor(io, io.stdout, options.color) : formats.PLAIN;
      return formats.textReport(report, style, {
        limit: options.maxFindings,
        atLength: options.explain === true,
        sources: await sources(),
      });
    }
    case 'json':
      return formats.jsonReport(report);
    case 'sarif': {
      const [{ pages }, { editOf }, { after }] = await Promise.all([
        import('../generated/pages.ts'),
        import('../load/index.ts'),
        sources(),
      ]);
      return formats.sarifReport(fromCheckout(io, report), pages, (fix) => editOf(after(fix.at) ?? '', fix));
    }
    case 'junit':
      return formats.junitReport(report);
    case 'github':
      return formats.githubReport(fromCheckout(io, report));
    case 'gitlab':
      return formats.gitlabReport(fromCheckout(io, report));
    case 'markdown':
      return formats.markdownReport(fromCheckout(io, report));
  }
}

/** For what was read from tokens: no line of such a file is shown. */
const noSources = async (): Promise<Sources> => ({ before: () => undefined, after: () => undefined });

/**
 * Writes a report in every format asked for, and tells the exit code.
 *
 * @param sources reads the lines that findings point at, when a format shows them
 */
export async function writeReport(
  io: Io,
  report: Report,
  options: ReportOptions,
  sources: () => Promise<Sources> = noSources,
): Promise<number> {
  for (const one of reportTargets(options.format)) {
    const quiet = options.quiet === true && report.passed && one.format === 'text' && one.file === undefined;
    if (quiet) continue;
    const text = await rendered(report, one, io, options, sources);
    if (one.file === undefined) io.stdout.write(text);
    else await io.write(one.file, text);
  }
  return report.passed ? CLEAN : FINDINGS;
}
