import { expect, test } from 'vitest';
import { CHANGES } from '../../src/model/index.ts';
import { everyComparison } from './corpus.ts';
import { witnessProblems } from './witness-laws.ts';

test('every change of every kind has a witness that Ajv confirms', { timeout: 300_000 }, async () => {
  const seen = new Set<string>();
  const problems: string[] = [];
  for await (const [name, comparison] of everyComparison()) {
    for (const change of comparison.changes) {
      seen.add(change.kind);
      for (const problem of witnessProblems(comparison, change))
        problems.push(`${name}: ${change.kind} ${JSON.stringify(change.coordinates)}: ${problem}`);
    }
  }
  expect(problems).toEqual([]);
  expect(Object.keys(CHANGES).filter((kind) => !seen.has(kind))).toEqual([]);
});
