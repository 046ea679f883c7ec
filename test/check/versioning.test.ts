import { describe, expect, it } from 'vitest';
import { declaredBump, suffices } from '../../src/check/versioning.ts';

describe('declaredBump', () => {
  it.each([
    ['1.4.0', '2.0.0', 'major'],
    ['1.4.0', '1.5.2', 'minor'],
    ['1.4.0', '1.4.1', 'patch'],
    ['1.4.0', '1.4.0', 'none'],
    ['1.4.0', '1.3.9', 'lowered'],
    ['2.0.0-rc.1', '2.0.0', 'patch'],
    ['2.0.0-rc.1', '2.0.0-rc.2', 'patch'],
    ['2.0.0', '2.0.0-rc.1', 'lowered'],
    ['1.0.0+one', '1.0.0+two', 'none'],
    [undefined, '1.0.0', 'unknown'],
    ['1.0.0', 'v2', 'unknown'],
    ['9.0.0', '10.0.0', 'major'],
  ] as const)('from %s to %s: %s', (before, after, bump) => {
    expect(declaredBump(before, after)).toBe(bump);
  });
});

describe('suffices', () => {
  it('asks for at least what the changes need', () => {
    expect(suffices('minor', 'major', '1.0.0')).toBe(false);
    expect(suffices('major', 'minor', '1.0.0')).toBe(true);
    expect(suffices('none', 'patch', '1.0.0')).toBe(false);
    expect(suffices('lowered', 'none', '1.0.0')).toBe(false);
  });

  it('lets a minor version break before 1.0.0, as is the custom', () => {
    expect(suffices('minor', 'major', '0.4.0')).toBe(true);
    expect(suffices('patch', 'major', '0.4.0')).toBe(false);
    expect(suffices('none', 'patch', '0.4.0')).toBe(false);
  });

  it('says nothing where there are no versions', () => {
    expect(suffices('unknown', 'major', undefined)).toBe(true);
  });
});
