import type { Finding } from '../model/index.ts';
import { byFile, fails, type Report } from './report.ts';

/** XML 1.0 has no way to write most control characters, not even escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

function escaped(text: string): string {
  return text
    .replace(NOT_XML, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;')
    .replaceAll('\n', '&#10;');
}

const line = ({ at, severity, message }: Finding): string =>
  `${at.file}:${at.line}:${at.column}: ${severity}: ${message}`;

/** One rule on one file: it fails when a finding of it does, and says the others. */
function testCase(rule: string, file: string, findings: readonly Finding[], report: Report): string {
  const failing = findings.filter((finding) => fails(finding, report.gates));
  const noted = findings.filter((finding) => finding.suppressed === undefined && !failing.includes(finding));
  const suppressed = findings.filter((finding) => finding.suppressed !== undefined);
  const [first] = failing;
  const parts: string[] = [];
  if (first !== undefined) {
    const text = failing.map((finding) => `${line(finding)}\n  ${finding.help}`).join('\n');
    parts.push(
      `<failure message="${escaped(first.message)}" type="${first.undecided ? 'undecided' : first.severity}">${escaped(text)}</failure>`,
    );
  } else if (findings.length > 0 && suppressed.length === findings.length) {
    parts.push(
      `<skipped>${escaped(suppressed.map(({ suppressed: by }) => by?.reason ?? '').join('; '))}</skipped>`,
    );
  }
  if (noted.length > 0) parts.push(`<system-out>${escaped(noted.map(line).join('\n'))}</system-out>`);
  const head = `<testcase name="${escaped(rule)}" classname="${escaped(file)}"`;
  return parts.length === 0
    ? `    ${head}/>`
    : `    ${head}>\n      ${parts.join('\n      ')}\n    </testcase>`;
}

function suite(file: string, findings: readonly Finding[], report: Report): string {
  const cases = report.rules.map(({ id }) => findings.filter(({ rule }) => rule === id));
  const failures = cases.filter((own) => own.some((finding) => fails(finding, report.gates))).length;
  const skipped = cases.filter(
    (own) => own.length > 0 && own.every(({ suppressed }) => suppressed !== undefined),
  ).length;
  const counts = `tests="${cases.length}" failures="${failures}" errors="0" skipped="${skipped}"`;
  const body = report.rules.map(({ id }, index) => testCase(id, file, cases[index] ?? [], report));
  return [`  <testsuite name="${escaped(file)}" ${counts}>`, ...body, '  </testsuite>'].join('\n');
}

/** The report as JUnit XML: a suite per file, a test per rule, so that dashboards show what passed, too. */
export function junitReport(report: Report): string {
  const found = byFile(report.findings);
  const files = [...new Set([...report.files, ...found.keys()])].sort();
  const suites = files.map((file) => suite(file, found.get(file) ?? [], report));
  return `${['<?xml version="1.0" encoding="UTF-8"?>', '<testsuites name="tokenpact">', ...suites, '</testsuites>'].join('\n')}\n`;
}
