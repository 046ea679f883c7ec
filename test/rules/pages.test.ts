import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pages } from '../../src/generated/pages.ts';
import { rules } from '../../src/generated/rules.ts';
import { parsePage } from './page.ts';
import { rendered } from './render-page.ts';
import { judgeExample, shown } from './run-example.ts';

const UPDATE = process.env.UPDATE_PAGES === '1';

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const text = pages[id] ?? '';
  const page = parsePage(text);

  it('has a page that says what the rule says, and shows what it does', async () => {
    const found = await Promise.all(
      page.examples.map(async (example) => {
        const findings = await judgeExample(example);
        return findings.filter((finding) => finding.rule === id);
      }),
    );
    const outputs = found.map((findings) => findings.map(shown));
    const expected = rendered(rule, page, outputs, found.flat()[0]?.help ?? '');
    if (UPDATE) writeFileSync(new URL(`../../src/rules/${id}/README.md`, import.meta.url), expected);
    else expect(text).toBe(expected);
  });

  it('fires on each example that breaks it, and is silent on each that is fine', async () => {
    expect(page.examples.some(({ breaks }) => breaks)).toBe(true);
    expect(page.examples.some(({ breaks }) => !breaks)).toBe(true);
    for (const example of page.examples) {
      const findings = await judgeExample(example);
      const own = findings.filter((finding) => finding.rule === id).map(shown);
      if (example.breaks) expect(own, `example ${example.number}`).not.toEqual([]);
      else expect(own, `example ${example.number}`).toEqual([]);
    }
  });
});
