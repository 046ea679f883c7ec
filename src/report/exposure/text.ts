import type { PrivacyMatrix, PrivacyRow } from '../../model/index.ts';
import { groupedBy } from '../../model/index.ts';
import { printable, type Style, wrap } from '../style.ts';
import { type Cell, table } from '../table.ts';
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

/** What releases a row and what for, in one line. */
function releasedLine(row: PrivacyRow): string {
  const by = row.releases.map(releaseWords).join(', ');
  const purpose = purposeWords(row);
  if (by === '') return 'no token that anybody can read has it';
  return purpose === '' ? `by ${by}` : `by ${by}: ${purpose}`;
}

function readerCells(row: PrivacyRow, style: Style): readonly Cell[] {
  const isThird = row.readers.some(({ party }) => party === 'third');
  return [
    { text: tokenWords(row) },
    { text: readersWords(row.readers), ...(isThird && { dress: style.yellow }) },
  ];
}

function claimLines(rows: readonly PrivacyRow[], style: Style): readonly string[] {
  const [first] = rows;
  if (first === undefined) return [];
  const releases = [...groupedBy(rows, releasedLine)].flatMap(([line, own]) => [
    `    ${style.dim(wrap(line, '      ', style))}`,
    ...table(
      own.map((row) => readerCells(row, style)),
      '      ',
      style,
    ),
  ]);
  return [
    `  ${style.bold(printable(first.claim))}  ${style.dim(printable(first.category))}`.trimEnd(),
    ...releases,
  ];
}

function matrixBlocks(matrix: PrivacyMatrix, style: Style): readonly string[] {
  return [...groupedBy(matrix.rows, ({ level }) => level)].map(([level, rows]) => {
    const claims = groupedBy(rows, ({ claim, category }) => JSON.stringify([claim, category]));
    return [style.bold(level), ...[...claims.values()].flatMap((own) => claimLines(own, style))].join('\n');
  });
}

function loweredBlocks({ lowered }: PrivacyMatrix, style: Style): readonly string[] {
  if (lowered.length === 0) return [];
  const lines = lowered.map((claim) => `  ${wrap(loweredWords(claim), '    ', style)}`);
  return [[style.bold('said to tell less than their names'), ...lines].join('\n')];
}

function alternativeBlocks(matrix: PrivacyMatrix, style: Style): readonly string[] {
  if (matrix.alternatives.length === 0) return [];
  const lines = matrix.alternatives.flatMap((alternative) => [
    `  ${wrap(alternativeWords(alternative), '    ', style)}`,
    ...effectLines(alternative, matrix).map((line) => `    ${style.dim(wrap(line, '      ', style))}`),
  ]);
  return [[style.bold('ways to show less'), ...lines].join('\n')];
}

function changeBlock({ since }: PrivacyReport, style: Style): readonly string[] {
  if (since === undefined) return [];
  const lines = since.changes.map((change) => `  ${wrap(changeWords(change), '      ', style)}`);
  const none = ['  nobody can read more or less about a person than before'];
  const title = style.bold(`since ${printable(since.before.label)}`);
  return [[title, ...(lines.length === 0 ? none : lines)].join('\n')];
}

/**
 * Who can read which personal data, for people: what changed first, then a block per level, the most sensitive
 * first; then ways to show less, and a summary.
 */
export function privacyText(report: PrivacyReport, style: Style): string {
  const blocks = [
    ...changeBlock(report, style),
    ...report.matrices.flatMap((matrix) => [
      style.bold(printable(`${mapperWords(matrix)}: who can read which personal data`)),
      ...matrixBlocks(matrix, style),
      ...loweredBlocks(matrix, style),
      ...alternativeBlocks(matrix, style),
      summaryWords(matrix, report.filtered),
    ]),
  ];
  return `${blocks.join('\n\n')}\n`;
}
