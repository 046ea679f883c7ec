import { spawnSync } from 'node:child_process';
import type { TestContext } from 'vitest';

/**
 * Skips a test where a program that it runs is not installed, and says so. With TOKENPACT_ALL_TOOLS=1 it fails instead,
 * for machines on which nothing may be left out.
 */
export function needs(program: string, { skip }: Pick<TestContext, 'skip'>): void {
  if (spawnSync('bash', ['-c', `command -v ${program}`]).status === 0) return;
  if (process.env.TOKENPACT_ALL_TOOLS)
    throw new Error(`${program} is not installed, and nothing may be left out`);
  skip(`${program} is not installed`);
}
