import type { Finding, JsonObject, Place, Severity } from '../model/index.ts';
import type { Report, ReportedRule } from './report.ts';
import { effectiveSeverity, ranked, withPrints } from './report.ts';

/** What GitHub code scanning takes in one run; a larger upload is refused whole. */
const MOST_RESULTS = 25_000;

const LEVEL: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** GitHub sorts alerts by this number; only rules about who gets what have one. */
const SECURITY_SEVERITY: Readonly<Record<Severity, string>> = { error: '8.0', warning: '5.0', info: '2.0' };
const SECURITY_AXES = new Set(['authorization', 'privacy', 'security']);

/** A relative reference (RFC 3986 section 4.2): GitHub places alerts by it. */
export function relativeUri(file: string): string {
  return file
    .replace(/^(?:\.?\/)+/, '')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}

function location({ file, line, column, endLine, endColumn }: Place): JsonObject {
  return {
    physicalLocation: {
      artifactLocation: { uri: relativeUri(file) },
      region: { startLine: line, startColumn: column, endLine, endColumn },
    },
  };
}

function ruleOf(rule: ReportedRule, page: string | undefined): JsonObject {
  const text = `${rule.summary} Source: ${rule.source}.`;
  return {
    id: rule.id,
    shortDescription: { text: rule.summary },
    fullDescription: { text: text.slice(0, 1024) },
    help: { text, ...(page === undefined ? {} : { markdown: page }) },
    defaultConfiguration: { level: LEVEL[rule.severity] },
    properties: {
      tags: [rule.axis],
      precision: 'high',
      ...(SECURITY_AXES.has(rule.axis) ? { 'security-severity': SECURITY_SEVERITY[rule.severity] } : {}),
    },
  };
}

/** The places besides its own that a finding speaks of, each with what is there. */
function relatedLocations({ before, related }: Finding): readonly JsonObject[] {
  const places = [
    ['before', before],
    ['what it concerns', related],
  ] as const;
  return places.flatMap(([text, at], index) =>
    at === undefined ? [] : [{ id: index + 1, ...location(at), message: { text } }],
  );
}

function resultOf(finding: Finding, print: string, index: number): JsonObject {
  const { suppressed, undecided, consumers } = finding;
  const related = relatedLocations(finding);
  return {
    ruleId: finding.rule,
    ruleIndex: index,
    level: LEVEL[effectiveSeverity(finding)],
    message: { text: finding.help === '' ? finding.message : `${finding.message}\n${finding.help}` },
    locations: [location(finding.at)],
    ...(related.length === 0 ? {} : { relatedLocations: related }),
    partialFingerprints: { primaryLocationLineHash: print },
    ...(suppressed === undefined
      ? {}
      : { suppressions: [{ kind: 'external', status: 'accepted', justification: suppressed.reason }] }),
    properties: {
      axis: finding.axis,
      coordinates: { ...finding.coordinates },
      ...(undecided ? { undecided } : {}),
      ...(consumers.length === 0 ? {} : { consumers: consumers.map(({ name }) => name) }),
    },
  };
}

/**
 * The report as SARIF 2.1.0, as GitHub code scanning takes it: relative URIs, complete regions, stable
 * fingerprints, the rules that fired with their pages.
 *
 * @param pages a rule's page by its id, for the help that GitHub shows
 */
export function sarifReport(report: Report, pages: Readonly<Record<string, string>> = {}): string {
  const findings =
    report.findings.length > MOST_RESULTS ? ranked(report.findings).slice(0, MOST_RESULTS) : report.findings;
  const fired = new Set(findings.map(({ rule }) => rule));
  const rules = report.rules.filter(({ id }) => fired.has(id));
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const names = report.after.definitions.map(({ name }) => name).join('+') || 'none';
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'tokenpact',
            semanticVersion: report.version,
            rules: rules.map((rule) =>
              ruleOf(rule, Object.hasOwn(pages, rule.id) ? pages[rule.id] : undefined),
            ),
          },
        },
        // Two uploads of one commit replace each other unless their ids differ.
        automationDetails: { id: `tokenpact/${report.command}/${names}/` },
        columnKind: 'utf16CodeUnits',
        results: withPrints(findings).map(([finding, print]) =>
          resultOf(finding, print, indexes.get(finding.rule) ?? -1),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}
