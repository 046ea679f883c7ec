import { type Config, DEFAULT_CONFIG, type Finding, type Place, type Waiver } from '../../src/model/index.ts';

export const NOW = Date.parse('2026-11-01T12:00:00Z');

export const placed = (line: number, file = 'mapper.yaml'): Place => ({
  file,
  line,
  column: 1,
  endLine: line,
  endColumn: 2,
});

/** A finding like any other, but for what is given. */
export function finding(given: Partial<Finding> = {}): Finding {
  return {
    rule: 'scope/overlap',
    severity: 'error',
    axis: 'design',
    message: 'two scopes',
    help: 'keep one',
    at: placed(1),
    coordinates: { scope: 'email' },
    args: {},
    consumers: [],
    undecided: false,
    fingerprint: '0123456789abcdef',
    ...given,
  };
}

export function waiver(given: Partial<Waiver> = {}): Waiver {
  const base = { rule: 'scope/overlap', coordinates: { scope: 'email' }, owner: 'team', reason: 'moving' };
  return { ...base, until: '2026-12-31', at: placed(1, 'tokenpact.yaml'), ...given };
}

export const config = (given: Partial<Config> = {}): Config => ({ ...DEFAULT_CONFIG, ...given });
