import { expect, test } from 'vitest';
import { compare } from '../../src/compare/index.ts';
import type { Bump, Change } from '../../src/model/index.ts';
import { definition } from './definitions.ts';
import { DOCUMENTED_CASES } from './documented-cases.ts';

const BUMPS: Readonly<Record<'breaking' | 'additive', Bump>> = { breaking: 'major', additive: 'minor' };

test.each(DOCUMENTED_CASES)('$name', async ({ before, after, changes, verdict }) => {
  const comparison = compare(await definition(before), await definition(after));
  expect(comparison.changes.map(words).sort()).toEqual(changes);
  // What changes no contract may still be worth a patch.
  if (verdict === 'neutral') expect(['none', 'patch']).toContain(comparison.requiredBump);
  else expect(comparison.requiredBump).toBe(BUMPS[verdict]);
});

function words({ kind, coordinates, before, after }: Change): string {
  return `${kind} ${coordinates.claim ?? coordinates.scope ?? String(after ?? before)}`;
}
