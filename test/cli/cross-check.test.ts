import { expect, test } from 'vitest';
import { crossChecking, withDisagreements } from '../../src/cli/cross-check.ts';
import type { Comparison } from '../../src/model/index.ts';

test('an inclusion that the second engine contradicts is told', async () => {
  const check = crossChecking();
  check.listen({ type: 'integer' }, { type: 'number' }, { verdict: 'included' });
  check.listen({ type: 'string' }, { type: 'number' }, { verdict: 'included' });
  check.listen({ enum: ['a'] }, { type: 'number' }, { verdict: 'included' });
  expect(await check.disagreements()).toEqual(['json-schema-diff says the opposite of "included"']);
});

test('a disagreement is an undecided change of its own', () => {
  const at = { file: 'mapper.yaml', line: 1, column: 1, endLine: 1, endColumn: 2 };
  const comparison = { after: { name: 'shop', at }, changes: [] } as unknown as Comparison;
  expect(withDisagreements(comparison, [])).toBe(comparison);
  const [change] = withDisagreements(comparison, ['one', 'two']).changes;
  expect(change).toMatchObject({
    kind: 'contract-undecided',
    coordinates: { mapper: 'shop' },
    echoes: 1,
    tolerant: { verdict: 'undecided', reason: 'one' },
  });
});
