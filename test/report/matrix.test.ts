import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FORMATS } from '../../src/cli/write-report.ts';
import { run } from '../cli/run.ts';
import { temporaryFolder } from '../cli/temporary.ts';
import { type Format, render } from './formats.ts';
import { EVERYTHING, STATES } from './reports.ts';

/** The file in golden/ that a reviewer reads for each format. */
const GOLDEN: Readonly<Record<Format, string>> = {
  text: 'report.txt',
  json: 'report.json',
  sarif: 'report.sarif',
  junit: 'junit.xml',
  github: 'github.txt',
  gitlab: 'code-quality.json',
  markdown: 'comment.md',
};

const results = (text: string) =>
  JSON.parse(text).runs[0].results.map(
    ({
      level,
      properties,
      suppressions,
    }: {
      level: string;
      properties: { undecided?: true };
      suppressions?: [];
    }) =>
      [level, properties.undecided && 'undecided', suppressions && 'suppressed'].filter(Boolean).join(' '),
  );
const all = (pattern: RegExp) => (text: string) => [...text.matchAll(pattern)].map(([found]) => found);

/** What tells the states apart in each format. */
const TELLS: Readonly<Record<Format, (text: string) => unknown>> = {
  text: (text) => text.split('\n').find((one) => /^[✔✘]/.test(one)),
  json: (text) => {
    const { passed, error, warning, info, undecided, suppressed } = JSON.parse(text).summary;
    return { passed, error, warning, info, undecided, suppressed };
  },
  sarif: results,
  junit: all(/failures="\d+"|skipped="\d+"|type="\w+"|<skipped>|<system-out>/g),
  github: all(/^::\w+/gm),
  gitlab: (text) => JSON.parse(text).map(({ severity }: { severity: string }) => severity),
  markdown: (text) => /^### .*$/m.exec(text)?.[0],
};

const EXPECTED: Readonly<Record<Format, Readonly<Record<keyof typeof STATES, unknown>>>> = {
  text: {
    clean: '✔ passed: no errors, no warnings',
    findings: '✘ failed on compatibility (1): 1 error, 1 warning, 1 info',
    undecided: '✘ failed on privacy (1): no errors, 1 warning, 1 undecided',
    waived: '✔ passed: no errors, no warnings, 1 suppressed',
  },
  json: {
    clean: { passed: true, error: 0, warning: 0, info: 0, undecided: 0, suppressed: 0 },
    findings: { passed: false, error: 1, warning: 1, info: 1, undecided: 0, suppressed: 0 },
    undecided: { passed: false, error: 0, warning: 1, info: 0, undecided: 1, suppressed: 0 },
    waived: { passed: true, error: 0, warning: 0, info: 0, undecided: 0, suppressed: 1 },
  },
  sarif: {
    clean: [],
    findings: ['error', 'warning', 'note'],
    undecided: ['error undecided'],
    waived: ['error suppressed'],
  },
  junit: {
    clean: ['failures="0"', 'skipped="0"'],
    findings: ['failures="1"', 'skipped="0"', 'type="error"', '<system-out>'],
    undecided: ['failures="1"', 'skipped="0"', 'type="undecided"'],
    waived: ['failures="0"', 'skipped="1"', '<skipped>'],
  },
  github: {
    clean: [],
    findings: ['::error', '::warning', '::notice'],
    undecided: ['::error'],
    waived: [],
  },
  gitlab: {
    clean: [],
    findings: ['critical', 'major', 'info'],
    undecided: ['critical'],
    waived: [],
  },
  markdown: {
    clean: '### ✅ tokenpact passed: no errors, no warnings',
    findings: '### ❌ tokenpact failed: 1 error, 1 warning',
    undecided: '### ❌ tokenpact failed: no errors, 1 warning, 1 undecided',
    waived: '### ✅ tokenpact passed: no errors, no warnings, 1 accepted',
  },
};

describe.each(FORMATS)('%s', (format) => {
  test.each(Object.keys(STATES) as (keyof typeof STATES)[])('%s is told', (state) => {
    expect(TELLS[format](render(STATES[state])[format]())).toEqual(EXPECTED[format][state]);
  });

  test('looks as reviewed', async () => {
    await expect(render(EVERYTHING)[format]()).toMatchFileSnapshot(`golden/${GOLDEN[format]}`);
  });

  test('the same input gives the same bytes', () => {
    expect(render(structuredClone(EVERYTHING))[format]()).toBe(render(EVERYTHING)[format]());
  });

  test.each([
    ['unreadable', { 'mapper.yaml': 'tokenpact: [' }, '"mapper.yaml" is not YAML'],
    ['missing', {}, 'there is no file or folder "mapper.yaml"'],
  ])('%s input ends in 2, with the reason and without half a report', async (_what, files, reason) => {
    const cwd = temporaryFolder(files);
    const args = ['lint', 'mapper.yaml', '-f', format, '-f', `${format}=report`];
    const { code, stdout, stderr } = await run(args, { cwd });
    expect(stderr).toContain(reason);
    expect([code, stdout, existsSync(join(cwd, 'report'))]).toEqual([2, '', false]);
  });
});
