import { expect, it } from 'vitest';
import { judgeExample } from './run-example.ts';

it('is silent about what completes the examples', async () => {
  const text = 'scopes:\n  orders.read: { description: Read your orders, resources: [orders] }\n';
  expect(await judgeExample({ number: 1, breaks: false, blocks: [{ kind: 'yaml', text }] })).toEqual([]);
});
