import fc from 'fast-check';
import { expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { parse } from 'yaml';
import {
  githubReport,
  gitlabReport,
  jsonReport,
  junitReport,
  markdownReport,
  PLAIN,
  sarifReport,
  textReport,
} from '../../src/report/index.ts';
import { waiverFor, waiverLine } from '../../src/report/waiver.ts';
import { finding, report } from './reports.ts';

// No text that comes from a file, whatever it holds, is anything else than text in a report.

/** Pieces that mean something in one format or another, among any others. */
const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '|',
        '`',
        '```\n',
        '\r\n',
        '\u001b[31m',
        '<!--',
        '-->',
        ']]>',
        '::error::',
        '%0A',
        '@team',
        '#1',
      ),
      fc.constantFrom('\u202e', '\u0000', '\u2028', '\ufffe', '\\', '"', '[a](b)', '</details>', '\t'),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(''));

const reports = fc
  .array(fc.record({ message: hostile, help: hostile, file: hostile, owner: hostile, claim: hostile }), {
    minLength: 1,
    maxLength: 5,
  })
  .map((all) =>
    report(
      all.map(({ message, help, file, owner, claim }, index) =>
        finding({
          message,
          help,
          at: { ...finding().at, file: `dir/${file}` },
          coordinates: { claim },
          consumers: [{ name: owner, owner, party: 'third' }],
          fingerprint: String(index),
        }),
      ),
    ),
  );

const RUNS = { seed: Number(process.env.SEED ?? 20261122) };

test('text commands no terminal', () => {
  fc.assert(
    fc.property(reports, (one) => {
      expect(textReport(one, PLAIN)).not.toMatch(/[^\n\P{Cc}]|[\u200E\u200F\u202A-\u202E\u2066-\u2069]/u);
    }),
    RUNS,
  );
});

test('each finding is one workflow command, and nothing else is one', () => {
  fc.assert(
    fc.property(reports, (one) => {
      const lines = githubReport(one).split(/\r\n|[\n\r\u2028]/);
      expect(lines.pop()).toBe('');
      expect(lines).toHaveLength(one.findings.length);
      for (const line of lines) expect(line).toMatch(/^::error file=[^,:]*,line=3,[^:]*::/);
    }),
    RUNS,
  );
});

test('each finding is one row of the comment, without markup of its own', () => {
  fc.assert(
    fc.property(reports, (one) => {
      const comment = markdownReport(one);
      const rows = comment.split('\n').filter((line) => line.startsWith('| ❌ | '));
      expect(rows).toHaveLength(one.findings.length);
      for (const row of rows) expect(row.replace(/\\./g, '').match(/\|/g)).toHaveLength(6);
      // Within code, nothing is markup.
      const outside = comment
        .replace(/^```yaml\n[\s\S]*?^```$/m, '')
        .replace(/\\./g, '')
        .replace(/`[^`\n]*`/g, '');
      expect(outside.match(/<(?!!-- tokenpact:|\/?details>|\/?summary>)/g)).toBeNull();
      expect(comment.match(/^```/gm)).toHaveLength(2);
    }),
    RUNS,
  );
});

test('what is JSON stays JSON, with the words as they are', () => {
  fc.assert(
    fc.property(reports, (one) => {
      const messages = one.findings.map(({ message }) => message);
      expect(JSON.parse(jsonReport(one)).findings.map((each: { message: string }) => each.message)).toEqual(
        messages,
      );
      expect(JSON.parse(sarifReport(one)).runs[0].results).toHaveLength(messages.length);
      expect(JSON.parse(gitlabReport(one))).toHaveLength(messages.length);
    }),
    RUNS,
  );
});

test('a waiver names what its finding is about, whatever that is called', () => {
  const names = fc.oneof(
    hostile,
    fc.constantFrom('null', 'True', 'no', '~', '1', '', 'a: b', '# c', '- d', '{e}'),
  );
  fc.assert(
    fc.property(names, names, (claim, scope) => {
      const about = finding({ coordinates: { claim, scope } });
      expect(parse(`waivers:\n${waiverFor(about)}`).waivers[0].coordinates).toEqual({ claim, scope });
      expect(parse(waiverLine(about, []))[0].coordinates).toEqual({ claim, scope });
    }),
    RUNS,
  );
});

test('JUnit stays XML', async () => {
  const all = fc.sample(reports, { numRuns: 100, seed: 20261122 });
  const contents = junitReport(report(all.flatMap(({ findings }) => findings)));
  const { errors } = await validateXML({
    xml: { fileName: 'report.xml', contents },
    schema:
      '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="testsuites"/></xs:schema>',
  });
  expect(errors).toEqual([]);
});
