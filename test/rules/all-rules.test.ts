import { expect, it } from 'vitest';
import { pages } from '../../src/generated/pages.ts';
import { parsePage } from './page.ts';
import { judgeExample, shown } from './run-example.ts';

/**
 * What every rule says about every example, on one page that people review: an edit that two rules report
 * shows here as two lines.
 */
it('reports each edit once: all rules over all examples', async () => {
  const lines: string[] = [];
  for (const [id, text] of Object.entries(pages)) {
    for (const example of parsePage(text).examples) {
      const findings = await judgeExample(example);
      lines.push(`${id} ${example.breaks ? 'breaks it' : 'fine'} ${example.number}`);
      for (const finding of findings) {
        const suppressed = finding.suppressed === undefined ? '' : ` (${finding.suppressed.by})`;
        lines.push(`  ${finding.rule}${suppressed} ${shown(finding)}`);
      }
    }
  }
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('all-rules.txt');
});
