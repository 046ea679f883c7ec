import { expect, it } from 'vitest';
import { levelOf, type Rule } from '../../src/check/index.ts';
import { config } from './sample.ts';

const rule = {
  id: 'a/b',
  formerly: ['a/was'],
  severity: 'warning',
  profiles: { relaxed: 'off', 'high-security': 'error' },
} as const satisfies Partial<Rule>;

const level = (given: Parameters<typeof config>[0]) => levelOf(rule as unknown as Rule, config(given));

it("is the rule's own, unless the profile says otherwise", () => {
  expect(level({})).toEqual({ level: 'warning', configured: false });
  expect(level({ profile: 'relaxed' }).level).toBe('off');
  expect(level({ profile: 'high-security' }).level).toBe('error');
});

it('follows high-security under fapi2 where fapi2 says nothing', () => {
  expect(level({ profile: 'fapi2' }).level).toBe('error');
});

it('is what the configuration says, also by a former id', () => {
  expect(level({ rules: new Map([['a/b', 'info']]) })).toEqual({ level: 'info', configured: true });
  expect(level({ rules: new Map([['a/was', 'off']]) })).toEqual({ level: 'off', configured: true });
});
