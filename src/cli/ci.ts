import { posix, relative, sep } from 'node:path';
import type { Finding, Place } from '../model/index.ts';
import type { Report } from '../report/index.ts';
import type { Io } from './io.ts';

/**
 * A report whose places start from the root of the checkout, where the systems that show it look for files, also
 * when tokenpact runs in a folder below it.
 */
export function fromCheckout({ env, cwd }: Io, report: Report): Report {
  const root = env.GITHUB_WORKSPACE || env.CI_PROJECT_DIR || cwd;
  const folder = relative(root, cwd).split(sep).join('/');
  if (folder === '' || folder.startsWith('..')) return report;
  const moved = (at: Place): Place => ({ ...at, file: posix.join(folder, at.file) });
  const findings = report.findings.map(
    (finding): Finding => ({
      ...finding,
      at: moved(finding.at),
      ...(finding.before && { before: moved(finding.before) }),
      ...(finding.related && { related: moved(finding.related) }),
    }),
  );
  return { ...report, findings };
}

/**
 * Tells a CI system what a report says, in its own words. In GitHub Actions: annotations on the lines of the
 * change, the job's summary, and outputs for later steps. GitLab takes reports as files only: its template
 * asks for them with `--format`.
 */
export async function tellCi(
  io: Io,
  report: Report,
  { ci, format }: { readonly ci: boolean; readonly format: readonly string[] },
): Promise<void> {
  const { GITHUB_ACTIONS, GITHUB_STEP_SUMMARY, GITHUB_OUTPUT } = io.env;
  if (!ci || GITHUB_ACTIONS !== 'true') return;
  const { githubOutputs, githubReport, markdownReport } = await import('../report/index.ts');
  const shown = fromCheckout(io, report);
  // Standard output belongs to the report, whatever its format; GitHub reads commands from both streams.
  if (!format.includes('github')) io.stderr.write(githubReport(shown));
  if (GITHUB_STEP_SUMMARY) await io.append(GITHUB_STEP_SUMMARY, markdownReport(shown));
  if (GITHUB_OUTPUT) await io.append(GITHUB_OUTPUT, githubOutputs(report));
}
