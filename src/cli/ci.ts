import { posix, relative, sep } from 'node:path';
import type { Finding, Place } from '../model/index.ts';
import type { Report } from '../report/index.ts';
import type { Io } from './io.ts';

/** A report whose places start from the root of the checkout: that is where GitHub looks for files. */
function fromWorkspace(report: Report, folder: string): Report {
  const moved = (at: Place): Place => ({ ...at, file: posix.join(folder, at.file) });
  const findings = report.findings.map(
    (finding): Finding => ({
      ...finding,
      at: moved(finding.at),
      ...(finding.before && { before: moved(finding.before) }),
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
  const { GITHUB_ACTIONS, GITHUB_WORKSPACE, GITHUB_STEP_SUMMARY, GITHUB_OUTPUT } = io.env;
  if (!ci || GITHUB_ACTIONS !== 'true') return;
  const { githubOutputs, githubReport, markdownReport } = await import('../report/index.ts');
  const folder = relative(GITHUB_WORKSPACE || io.cwd, io.cwd)
    .split(sep)
    .join('/');
  const shown = fromWorkspace(report, folder);
  // Standard output belongs to the report, whatever its format; GitHub reads commands from both streams.
  if (!format.includes('github')) io.stderr.write(githubReport(shown));
  if (GITHUB_STEP_SUMMARY) await io.append(GITHUB_STEP_SUMMARY, markdownReport(shown));
  if (GITHUB_OUTPUT) await io.append(GITHUB_OUTPUT, githubOutputs(report));
}
