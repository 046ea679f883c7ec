import { describe, expect, it } from 'vitest';
import { gate } from '../../src/check/index.ts';
import { finding } from './sample.ts';

describe('gate', () => {
  it('fails on errors, and lets warnings through, unless somebody says otherwise', () => {
    expect(gate([finding()], new Map()).passed).toBe(false);
    expect(gate([finding({ severity: 'warning' })], new Map()).passed).toBe(true);
    expect(gate([finding({ severity: 'warning' })], new Map([['design', 'warning']])).passed).toBe(false);
    expect(gate([finding({ severity: 'info' })], new Map([['design', 'info']])).passed).toBe(false);
  });

  it('fails on what could not be decided, whatever its severity', () => {
    const open = finding({ severity: 'info', undecided: true });
    expect(gate([open], new Map()).passed).toBe(false);
    expect(gate([open], new Map([['design', 'never']])).passed).toBe(true);
  });

  it('judges each axis by itself', () => {
    const result = gate([finding(), finding({ axis: 'privacy', severity: 'warning' })], new Map());
    expect(result.byAxis.get('design')).toEqual({ threshold: 'error', failing: 1, passed: false });
    expect(result.byAxis.get('privacy')).toEqual({ threshold: 'error', failing: 0, passed: true });
    expect(result.byAxis.size).toBe(6);
  });

  it('does not count what is suppressed', () => {
    const suppressed = { by: 'waiver', reason: 'moving' } as const;
    expect(gate([finding({ suppressed })], new Map()).passed).toBe(true);
  });
});
