import { describe, expect, it } from 'vitest';
import { applyBaseline } from '../../src/check/baseline.ts';
import { baselineOf, parseBaseline, pruneBaseline } from '../../src/check/index.ts';
import { finding } from './sample.ts';

const one = finding({ fingerprint: '1111111111111111' });
const two = finding({ fingerprint: '2222222222222222', rule: 'claim/type-conflict' });

describe('a baseline', () => {
  it('accepts each finding once, in order, but those that are waived', () => {
    const waived = finding({ fingerprint: '3', suppressed: { by: 'waiver', reason: 'moving' } });
    expect(baselineOf([one, two, one, waived])).toEqual({
      schemaVersion: 1,
      fingerprints: [
        { rule: 'claim/type-conflict', fingerprint: '2222222222222222' },
        { rule: 'scope/overlap', fingerprint: '1111111111111111' },
      ],
    });
  });

  it('marks what it accepts, and leaves a waiver its own reason', () => {
    const waived = { ...two, suppressed: { by: 'waiver', reason: 'moving' } as const };
    const marked = applyBaseline([one, waived, finding()], baselineOf([one, two]));
    expect(marked.map(({ suppressed }) => suppressed?.by)).toEqual(['baseline', 'waiver', undefined]);
  });

  it('only shrinks', () => {
    const baseline = baselineOf([one, two]);
    expect(pruneBaseline(baseline, [two, finding()])).toEqual(baselineOf([two]));
  });

  it('is read back as it was written, and nothing else is', () => {
    const written = JSON.parse(JSON.stringify(baselineOf([one])));
    expect(parseBaseline(written)).toEqual(baselineOf([one]));
    for (const value of [null, 1, [], {}, { schemaVersion: 2, fingerprints: [] }]) {
      expect(parseBaseline(value)).toBeUndefined();
    }
    expect(parseBaseline({ schemaVersion: 1, fingerprints: [{ rule: 'a/b' }] })).toBeUndefined();
    expect(parseBaseline({ schemaVersion: 1, fingerprints: [null] })).toBeUndefined();
  });
});
