import type { Rule } from '../../src/check/index.ts';
import type { Example, Page } from './page.ts';

/** Severity, axis and source in one line, with the profiles that differ. */
function factsOf({ severity, axis, source, profiles }: Rule): string {
  const differs = Object.entries(profiles ?? {}).map(([profile, level]) => `${profile}: ${level}`);
  const levels = differs.length > 0 ? `${severity} (${differs.join(', ')})` : severity;
  return `${levels} · ${axis} · ${source}`;
}

/** How a page reads when it agrees with its rule: all of it but the reasons and the examples follows from it. */
export function rendered(
  rule: Rule,
  page: Page,
  outputs: readonly (readonly string[])[],
  firstHelp: string,
): string {
  const show = (example: Example): string => {
    const blocks = example.blocks.map(({ kind, text }) => `\`\`\`${kind}\n${text}\`\`\``);
    const output = outputs[example.number - 1] ?? [];
    const told = example.breaks ? [`\`\`\`text\n${output.join('\n')}\n\`\`\``] : [];
    return [...blocks, ...told].join('\n\n');
  };
  const bad = page.examples.filter(({ breaks }) => breaks).map(show);
  const good = page.examples.filter(({ breaks }) => !breaks).map(show);
  return [
    `# ${rule.id}`,
    rule.summary,
    factsOf(rule),
    page.why,
    '## Breaks it',
    bad.join('\n\n---\n\n'),
    '## Fine',
    good.join('\n\n---\n\n'),
    '## Mend it',
    rule.advice ?? `In the first example: ${firstHelp}`,
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}
