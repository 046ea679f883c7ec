import type { FORMATS } from '../../src/cli/write-report.ts';
import {
  githubReport,
  gitlabReport,
  jsonReport,
  junitReport,
  markdownReport,
  PLAIN,
  type Report,
  type Sources,
  sarifReport,
  textReport,
} from '../../src/report/index.ts';

export type Format = (typeof FORMATS)[number];

const SOURCES: Sources = { before: () => '  tenant_id:', after: () => '    schema: { type: string }' };

/** A report in each format, without its rules' pages or a checkout; text shows the lines that findings point at. */
export const render = (report: Report, sources = SOURCES): Readonly<Record<Format, () => string>> => ({
  text: () => textReport(report, PLAIN, { sources }),
  json: () => jsonReport(report),
  sarif: () => sarifReport(report),
  junit: () => junitReport(report),
  github: () => githubReport(report),
  gitlab: () => gitlabReport(report),
  markdown: () => markdownReport(report),
});
