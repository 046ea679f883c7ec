import { expect, test } from 'vitest';
import { listedValues } from '../../src/check/wording.ts';

const SUSPENDED = { enum: ['active', 'suspended'] };

test('values that left a list, and values that came', () => {
  expect(listedValues({ before: SUSPENDED, after: { enum: ['active', 'blocked'] } })).toEqual({
    gone: ['suspended'],
    added: ['blocked'],
  });
});

test('the values of the items of a list count, and so does a constant', () => {
  const list = (schema: object) => ({ type: 'array', items: { ...schema } });
  expect(listedValues({ before: list(SUSPENDED), after: list({ const: 'active' }) })).toEqual({
    gone: ['suspended'],
    added: [],
  });
});

test('nothing is said of values that one side does not list', () => {
  expect(listedValues({ before: SUSPENDED, after: { type: 'string' } })).toEqual({ gone: [], added: [] });
  expect(listedValues({ after: SUSPENDED })).toEqual({ gone: [], added: [] });
});
