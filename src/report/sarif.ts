import type { Finding, Fix, JsonObject, Place, Severity } from '../model/index.ts';
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

function physicalLocation({ file, line, column, endLine, endColumn }: Place) {
  return {
    artifactLocation: { uri: relativeUri(file) },
    region: { startLine: line, startColumn: column, endLine, endColumn },
  };
}

function location(at: Place): JsonObject {
  return { physicalLocation: physicalLocation(at) };
}

/** What a fix replaces, and by what; nothing where its line is not known, or is not what it was. */
type EditOf = (fix: Fix) => { readonly at: Place; readonly text: string } | undefined;

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

/** What an editor can do about a finding with one click. A fix is in the file of its finding. */
function fixes({ at, fix }: Finding, editOf: EditOf): readonly JsonObject[] {
  const edit = fix && editOf(fix);
  if (fix === undefined || edit === undefined) return [];
  const { artifactLocation, region: deletedRegion } = physicalLocation({ ...edit.at, file: at.file });
  const insertedContent = edit.text === '' ? {} : { insertedContent: { text: edit.text } };
  return [
    {
      description: { text: fix.kind === 'rename' ? `write "${fix.to}"` : 'take it out' },
      artifactChanges: [{ artifactLocation, replacements: [{ deletedRegion, ...insertedContent }] }],
    },
  ];
}

function resultOf(finding: Finding, print: string, index: number, editOf: EditOf): JsonObject {
  const { suppressed, undecided, consumers } = finding;
  const mended = fixes(finding, editOf);
  const related = relatedLocations(finding);
  return {
    ruleId: finding.rule,
    ruleIndex: index,
    level: LEVEL[effectiveSeverity(finding)],
    message: { text: finding.help === '' ? finding.message : `${finding.message}\n${finding.help}` },
    locations: [location(finding.at)],
    ...(related.length === 0 ? {} : { relatedLocations: related }),
    ...(mended.length === 0 ? {} : { fixes: mended }),
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
 * @param editOf what a fix changes in its file, for editors that can do it
 */
export function sarifReport(
  report: Report,
  pages: Readonly<Record<string, string>> = {},
  editOf: EditOf = () => undefined,
): string {
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
          resultOf(finding, print, indexes.get(finding.rule) ?? -1, editOf),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}
