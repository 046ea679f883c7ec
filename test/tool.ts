import { spawnSync } from 'node:child_process';
import type { TestContext } from 'vitest';

/** Programs that some tests run, and that not every machine has. */
const PROGRAMS = ['jq', 'parallel', 'zsh', 'fish'] as const;
type Program = (typeof PROGRAMS)[number];

const isInstalled = (program: Program): boolean =>
  spawnSync('bash', ['-c', `command -v ${program}`]).status === 0;

/** Skipped tests must be seen: they are told once, before all of them. */
export function tellMissing(): void {
  for (const program of PROGRAMS.filter((one) => !isInstalled(one))) {
    console.warn(
      `${program} is not installed: tests that run it are skipped (TOKENPACT_ALL_TOOLS=1 forbids that)`,
    );
  }
}

/**
 * Skips a test where a program that it runs is not installed. With TOKENPACT_ALL_TOOLS=1 it fails instead, for
 * machines on which nothing may be left out.
 */
export function needs(program: Program, { skip }: Pick<TestContext, 'skip'>): void {
  if (isInstalled(program)) return;
  if (process.env.TOKENPACT_ALL_TOOLS)
    throw new Error(`${program} is not installed, and nothing may be left out`);
  skip(`${program} is not installed`);
}
