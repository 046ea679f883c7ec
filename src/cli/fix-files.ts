import type { FixedLine } from '../load/index.ts';
import type { Finding } from '../model/index.ts';
import { groupedBy } from '../model/index.ts';
import type { Io } from './io.ts';

/** What fixes make of one file. */
export interface FixedFile {
  readonly file: string;
  readonly lines: readonly FixedLine[];
  readonly applied: number;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** What can be mended mechanically of what counts, by file, in order. */
export async function fixedFiles(io: Io, findings: readonly Finding[]): Promise<readonly FixedFile[]> {
  const counting = findings.filter(({ suppressed }) => suppressed === undefined);
  const byFile = groupedBy(
    counting.flatMap(({ fix }) => fix ?? []),
    ({ at }) => at.file,
  );
  const { applyFixes } = await import('../load/index.ts');
  const fixed: FixedFile[] = [];
  for (const [file, fixes] of byFile) {
    const bytes = await io.read(file);
    if (bytes === undefined) continue;
    const result = applyFixes(decoder.decode(bytes), fixes);
    if (result.applied > 0) fixed.push({ file, ...result });
  }
  return fixed;
}

/** Writes what was mended. */
export async function writeFixed(io: Io, files: readonly FixedFile[]): Promise<void> {
  const { fixedText } = await import('../load/index.ts');
  for (const { file, lines } of files) await io.write(file, fixedText(lines));
}
