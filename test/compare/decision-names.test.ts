import { expect, test } from 'vitest';
import { mentionedClaims, namedClaims } from '../../src/compare/authorization/decision-names.ts';

const PREDICATE = {
  required: ['groups'],
  not: { properties: { status: { const: 'suspended' } } },
  anyOf: [
    { dependentRequired: { act: ['may_act'] } },
    { dependentSchemas: { tier: { required: ['region'] } } },
  ],
};

test('a predicate names the claims that depend on others, too', () => {
  expect(namedClaims(PREDICATE)).toEqual(['act', 'groups', 'may_act', 'region', 'status', 'tier']);
});

test('one that looks at the whole token anywhere looks at all of its claims', () => {
  expect(mentionedClaims(PREDICATE)).toEqual(new Set(namedClaims(PREDICATE)));
  expect(mentionedClaims({ ...PREDICATE, if: { minProperties: 3 } })).toBe('all');
  expect(mentionedClaims(true)).toEqual(new Set());
});
