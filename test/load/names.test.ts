import { describe, expect, it } from 'vitest';
import { didYouMean, nearest } from '../../src/load/index.ts';
import { matchesPattern } from '../../src/load/pattern.ts';

describe('the nearest name', () => {
  it.each([
    ['emial', ['email', 'name'], 'email'],
    ['Email', ['email'], 'email'],
    ['tenantid', ['tenant_id', 'tenant'], 'tenant_id'],
    ['grops', ['groups', 'grope'], 'grope'],
    ['x', ['y'], undefined],
    ['ab', ['xy'], undefined],
    ['address', ['email'], undefined],
    ['x'.repeat(65), ['x'.repeat(65)], undefined],
  ])('to %s of %j is %s', (name, candidates, expected) => {
    expect(nearest(name, candidates)).toBe(expected);
    expect(nearest(name, [...candidates].reverse())).toBe(expected);
  });

  it('gives way to a list of what there is', () => {
    expect(didYouMean('x', ['b', 'a'])).toBe('there is a, b');
    expect(didYouMean('x', [])).toBe('');
    const many = Array.from({ length: 20 }, (_, index) => `name-${index}`);
    expect(didYouMean('x', many)).toBe(`there is ${[...many].sort().slice(0, 12).join(', ')}, …`);
  });
});

describe('a pattern', () => {
  it.each([
    ['scopes/*.yaml', 'scopes/a.yaml', true],
    ['scopes/*.yaml', 'scopes/deep/a.yaml', false],
    ['scopes/*.yaml', 'scopes/a.json', false],
    ['**/*.consumer.yaml', 'a.consumer.yaml', true],
    ['**/*.consumer.yaml', 'x/y/a.consumer.yaml', true],
    ['a/**/b/**/c', 'a/b/b/x/c', true],
    ['a/**/b/**/c', 'a/x/c', false],
    ['a/**', 'a/b/c', true],
    ['v?.yaml', 'v1.yaml', true],
    ['v?.yaml', 'v10.yaml', false],
    ['a*b*c', 'aXbYbZc', true],
    ['a*b*c', 'aXbYbZ', false],
    ['a.c', 'abc', false],
    [`${'*a'.repeat(30)}b`, 'a'.repeat(200), false],
    [`${'**/'.repeat(30)}b`, 'a/'.repeat(200), false],
  ])('%s and %s: %s', (pattern, path, expected) => {
    expect(matchesPattern(pattern, path)).toBe(expected);
  });
});
