import { expect, test } from 'vitest';
import { changedValues } from '../../src/check/wording.ts';

const SUSPENDED = { enum: ['active', 'suspended'] };

test('values that left a list, and values that came', () => {
  expect(changedValues({ before: SUSPENDED, after: { enum: ['active', 'blocked'] } })).toEqual({
    gone: ['suspended'],
    added: ['blocked'],
  });
});

test('the values of the items of a list count, and so does a constant', () => {
  const list = (schema: object) => ({ type: 'array', items: { ...schema } });
  expect(changedValues({ before: list(SUSPENDED), after: list({ const: 'active' }) })).toEqual({
    gone: ['suspended'],
    added: [],
  });
});

test('nothing is said of values that one side does not list', () => {
  expect(changedValues({ before: SUSPENDED, after: { type: 'string' } })).toEqual({ gone: [], added: [] });
  expect(changedValues({ after: SUSPENDED })).toEqual({ gone: [], added: [] });
});

test('the two values of a boolean are known without a list', () => {
  expect(changedValues({ before: { type: 'boolean' }, after: { const: true } })).toEqual({
    gone: ['false'],
    added: [],
  });
});
