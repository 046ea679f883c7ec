import type { Usage } from '../model/index.ts';
import { CannotCheck } from './cannot-check.ts';
import { problemLines } from './inputs.ts';
import type { Io } from './io.ts';
import { diskTree } from './trees/disk.ts';

/** Reads observed use, which `audit --usage` wrote. */
export async function readUsage(io: Io, file: string | undefined): Promise<Usage | undefined> {
  if (file === undefined) return undefined;
  const { loadUsage } = await import('../load/index.ts');
  const { value, problems } = await loadUsage(diskTree(io, [file]), file);
  if (value === undefined) throw new CannotCheck(problemLines(problems), 'audit --usage writes such a file');
  return value;
}
