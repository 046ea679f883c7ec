import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import {
  githubOutputs,
  githubReport,
  gitlabReport,
  jsonReport,
  markdownReport,
  PLAIN,
  type Report,
  sarifReport,
  textReport,
} from '../../src/report/index.ts';
import { finding, HOSTILE, report, STATES, WAIVED } from './reports.ts';

const states = Object.entries(STATES);

test('json is what its published schema says', () => {
  const ajv = new Ajv2020({ strict: true });
  addFormats.default(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync('contracts/report.schema.json', 'utf8')));
  for (const [state, one] of states) {
    validate(JSON.parse(jsonReport(one)));
    expect(validate.errors, state).toBeNull();
  }
});

test('no waiver is proposed that would cover whatever a rule finds', () => {
  const broken = finding({ rule: 'mapper/undefined-reference', coordinates: {} });
  const compared = { ...report([broken, finding()]), before: { label: 'main', definitions: [] } };
  for (const text of [textReport(compared, PLAIN), markdownReport(compared)]) {
    expect(text).toContain('rule: change/claim-removed');
    expect(text).not.toContain('rule: mapper/undefined-reference');
  }
});

describe('sarif', () => {
  const run = (one: Report) => JSON.parse(sarifReport(one, { 'change/claim-removed': '# page' })).runs[0];

  test('every result has a rule, a relative URI and a complete region', () => {
    const { results, tool } = run(report([HOSTILE]));
    const [result] = results;
    expect(tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
    expect(result.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'dir%20with%20space/%C3%BCmlaut%231.yaml' },
      region: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 9 },
    });
    expect(result.partialFingerprints).toEqual({ primaryLocationLineHash: 'ffffffffffffffff' });
  });

  test('rules have help, and a security severity only where it is about who gets what', () => {
    const { rules } = run(report([finding(), finding({ rule: 'privacy/newly-exposed' })])).tool.driver;
    expect(rules.map(({ id, properties }: { id: string; properties: object }) => [id, properties])).toEqual([
      ['change/claim-removed', { tags: ['compatibility'], precision: 'high' }],
      ['privacy/newly-exposed', { tags: ['privacy'], precision: 'high', 'security-severity': '8.0' }],
    ]);
    expect(rules[0].help.markdown).toBe('# page');
  });

  test('a waived finding is suppressed, not left out', () => {
    expect(run(report([WAIVED])).results[0].suppressions).toEqual([
      { kind: 'external', status: 'accepted', justification: 'agreed with team-orders' },
    ]);
  });

  test('no more results than GitHub takes, the worst first', () => {
    const many = Array.from({ length: 25_010 }, (_, index) =>
      finding({ severity: index < 20 ? 'info' : 'error', fingerprint: String(index) }),
    );
    const { results } = run(report(many));
    expect(results).toHaveLength(25_000);
    expect(results.filter(({ level }: { level: string }) => level === 'note')).toHaveLength(10);
  });
});

describe('github', () => {
  test('escapes what would start or end a command', () => {
    const [line = ''] = githubReport(report([HOSTILE])).split('\n');
    expect(line.startsWith('::error file=dir with space/ümlaut#1.yaml,line=3,')).toBe(true);
    expect(line).toContain('::error:: next\uFFFD %25 &');
  });

  test('shows ten of each kind, its own notice included, and says how many it left out', () => {
    const many = (['error', 'warning', 'info'] as const).flatMap((severity) =>
      Array.from({ length: 25 }, () => finding({ severity })),
    );
    const lines = githubReport(report(many)).trimEnd().split('\n');
    const count = (kind: string): number => lines.filter((line) => line.startsWith(`::${kind} `)).length;
    expect([count('error'), count('warning'), count('notice')]).toEqual([10, 10, 10]);
    expect(lines.at(-1)).toBe('::notice title=tokenpact::46 more in the summary of the job');
  });

  test('outputs are counts, one per line', () => {
    expect(githubOutputs(report([finding(), WAIVED]))).toBe(
      'passed=false\nerrors=1\nwarnings=0\ncompatibility=1\nauthorization=0\nprivacy=0\nbump=major\n',
    );
  });
});

test('gitlab fingerprints are unique', () => {
  const issues = JSON.parse(gitlabReport(report([finding(), finding({ at: HOSTILE.at })])));
  expect(issues.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).toEqual([
    '1f0c5a7be1d2c3b4',
    '1f0c5a7be1d2c3b4-1',
  ]);
  expect(issues[1].location.path).toBe('dir with space/ümlaut#1.yaml');
});

describe('markdown', () => {
  test('user text stays text', () => {
    const comment = markdownReport(report([HOSTILE]));
    expect(comment).not.toContain('<img');
    expect(comment).not.toMatch(/@team/);
    expect(comment).toContain('\\|');
  });

  test('what stops the change comes first, whatever its severity', () => {
    const gates = STATES.clean.gates.map((gate) =>
      gate.axis === 'privacy' ? { ...gate, gate: 'info' as const } : { ...gate, gate: 'never' as const },
    );
    const exposed = finding({ rule: 'privacy/newly-exposed', axis: 'privacy', severity: 'info' });
    const comment = markdownReport(report([finding(), exposed], { gates }));
    expect(comment.match(/^\| (?:❌|⚠️) .*$/gmu)?.map((row) => row.split('`')[3])).toEqual([
      'privacy/newly-exposed',
      'change/claim-removed',
    ]);
  });

  test('a waived finding passes and is said', () => {
    expect(markdownReport(report([WAIVED]))).toContain(
      '✅ tokenpact passed: no errors, no warnings, 1 accepted',
    );
  });

  test('fits into a comment, whatever was found', () => {
    const long = Array.from({ length: 2_000 }, (_, index) =>
      finding({ message: `"${'x'.repeat(300)}" is gone`, fingerprint: String(index) }),
    );
    const comment = markdownReport(report(long));
    expect(comment.length).toBeLessThan(65_536);
    const rows = comment.match(/^\| ❌ /gm)?.length ?? 0;
    expect(rows).toBeGreaterThan(50);
    expect(comment).toContain(`${2_000 - rows} more do not fit into a comment: the log of the job has them.`);
    expect(comment).toContain('How to accept this on purpose');
  });
});

describe('text', () => {
  test('findings beyond the limit are counted', () => {
    const text = textReport(report([finding(), finding({ fingerprint: '2' })]), PLAIN, { limit: 1 });
    expect(text).toContain('and 1 more: raise --max-findings to see them');
  });

  test('lines fit a narrow terminal', () => {
    const text = textReport(report([finding({ message: 'a word '.repeat(40).trim() })]), {
      ...PLAIN,
      columns: 50,
    });
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(50);
  });
});
