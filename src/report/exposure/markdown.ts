import type { PrivacyMatrix, PrivacyRow } from '../../model/index.ts';
import { markdownText } from '../markdown.ts';
import type { PrivacyReport } from './report.ts';
import {
  alternativeWords,
  changeWords,
  effectLines,
  loweredWords,
  mapperWords,
  purposeWords,
  readersWords,
  releaseWords,
  summaryWords,
  tokenWords,
} from './words.ts';

const HEAD = [
  '| says | claim | kind of data | token | who can read it | released by | what for |',
  '|---|---|---|---|---|---|---|',
];

function rowLine(row: PrivacyRow): string {
  const readers = markdownText(readersWords(row.readers));
  const isThird = row.readers.some(({ party }) => party === 'third');
  const cells = [
    row.level,
    markdownText(row.claim),
    markdownText(row.category),
    markdownText(tokenWords(row)),
    isThird ? `**${readers}**` : readers,
    markdownText(row.releases.map(releaseWords).join(', ')),
    markdownText(purposeWords(row)),
  ];
  return `| ${cells.join(' | ')} |`;
}

function loweredItems({ lowered }: PrivacyMatrix): readonly string[] {
  if (lowered.length === 0) return [];
  const items = lowered.map((claim) => `- ${markdownText(loweredWords(claim))}`);
  return [['Said to tell less than their names:', '', ...items].join('\n')];
}

function alternativeItems(matrix: PrivacyMatrix): readonly string[] {
  if (matrix.alternatives.length === 0) return [];
  const items = matrix.alternatives.flatMap((alternative) => [
    `- ${markdownText(alternativeWords(alternative))}`,
    ...effectLines(alternative, matrix).map((line) => `  - ${markdownText(line)}`),
  ]);
  return [['Ways to show less:', '', ...items].join('\n')];
}

function changeItems({ since }: PrivacyReport): readonly string[] {
  if (since === undefined) return [];
  const items = since.changes.map((change) => `- ${markdownText(changeWords(change).slice(2))}`);
  const none = ['Nobody can read more or less about a person than before.'];
  return [
    [`### Since ${markdownText(since.before.label)}`, '', ...(items.length === 0 ? none : items)].join('\n'),
  ];
}

/** Who can read which personal data, as tables for a review. */
export function privacyMarkdown(report: PrivacyReport): string {
  const blocks = [
    ...changeItems(report),
    ...report.matrices.flatMap((matrix) => [
      `### ${markdownText(mapperWords(matrix))}: who can read which personal data`,
      ...(matrix.rows.length === 0 ? [] : [[...HEAD, ...matrix.rows.map(rowLine)].join('\n')]),
      ...loweredItems(matrix),
      ...alternativeItems(matrix),
      markdownText(summaryWords(matrix, report.filtered)),
    ]),
  ];
  return `${blocks.join('\n\n')}\n`;
}
