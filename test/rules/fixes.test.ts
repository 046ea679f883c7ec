import { expect, it } from 'vitest';
import { pages } from '../../src/generated/pages.ts';
import { applyFixes, fixedText } from '../../src/load/index.ts';
import type { Finding } from '../../src/model/index.ts';
import { type Example, parsePage } from './page.ts';
import { FILES, judgeExample } from './run-example.ts';

const fixable = (findings: readonly Finding[]) =>
  findings.filter(({ fix, suppressed }) => fix !== undefined && suppressed === undefined);

/** An example after the edits that the findings about it propose. */
function mended(example: Example, findings: readonly Finding[]): Example {
  const blocks = example.blocks.map(({ kind, text }) => {
    const fixes = findings.flatMap(({ fix }) =>
      fix !== undefined && fix.at.file === FILES[kind] ? fix : [],
    );
    return { kind, text: fixedText(applyFixes(text, fixes).lines) };
  });
  return { ...example, blocks };
}

it('each edit that a rule proposes on its pages mends what it was proposed for, and nothing gets worse', async () => {
  const rules = new Set<string>();
  for (const text of Object.values(pages)) {
    for (const example of parsePage(text).examples) {
      const before = await judgeExample(example);
      const proposed = fixable(before);
      if (proposed.length === 0) continue;
      const after = await judgeExample(mended(example, proposed));
      const left = new Set(after.map(({ fingerprint }) => fingerprint));
      for (const { rule, fingerprint, message } of proposed) {
        rules.add(rule);
        expect(left.has(fingerprint), message).toBe(false);
      }
      expect(after.filter(({ rule }) => rule === 'mapper/schema-invalid').length).toBeLessThanOrEqual(
        before.filter(({ rule }) => rule === 'mapper/schema-invalid').length,
      );
    }
  }
  expect([...rules].sort()).toEqual([
    'claim/misspelt',
    'mapper/schema-invalid',
    'mapper/undefined-reference',
    'waiver/unknown-rule',
    'waiver/unused',
  ]);
});
