import { describe, expect, it } from 'vitest';
import { defineRule } from '../../src/check/index.ts';
import { activeRules, judge, merged } from '../../src/check/judge.ts';
import { config, NOW, placed } from './sample.ts';

const settings = { profile: 'standard', versioning: 'semver', now: NOW } as const;
const problem = { kind: 'invalid', at: placed(3), message: 'wrong', help: 'mend' } as const;

const rule = defineRule({
  id: 'test/limit',
  inspects: 'problem',
  severity: 'warning',
  axis: 'design',
  summary: 'A sample.',
  source: 'nobody',
  options: { max: 15 },
  *check({ problem: { at }, options }) {
    const consumers = [{ name: 'one', party: 'first' as const }];
    yield { at, args: { max: options.max }, consumers };
    yield {
      at: placed(9),
      args: { max: 0 },
      severity: 'error',
      consumers: [{ name: 'two', party: 'third' }],
    };
  },
  message: ({ max }) => `more than ${max}`,
  help: ({ max }) => `at most ${max}`,
});

const run = (given: Parameters<typeof config>[0], stop = {}) => {
  const active = activeRules([rule], config(given)).get('problem') ?? [];
  return [...judge(active, { subject: { problem }, coordinates: {}, ...stop }, settings)];
};

describe('judge', () => {
  it('words what a rule observes', () => {
    const [first] = run({});
    expect(first?.finding).toMatchObject({ rule: 'test/limit', message: 'more than 15', help: 'at most 15' });
  });

  it('gives a rule its configured options, of the right type only', () => {
    const options = (max: number | string) => ({ options: new Map([['test/limit', { max, other: 1 }]]) });
    expect(run(options(3))[0]?.finding.args).toEqual({ max: 3 });
    expect(run(options('3'))[0]?.finding.args).toEqual({ max: 15 });
  });

  it('lets a configured level win over what a rule observes', () => {
    expect(run({}).map(({ finding }) => finding.severity)).toEqual(['warning', 'error']);
    const configured = run({ rules: new Map([['test/limit', 'info']]) });
    expect(configured.map(({ finding }) => finding.severity)).toEqual(['info', 'info']);
    expect(run({ rules: new Map([['test/limit', 'off']]) })).toEqual([]);
  });
});

describe('merged', () => {
  it('makes one finding of those about one thing: the worst speaks, and names everyone', () => {
    const [one, ...rest] = merged(run({}));
    expect(rest).toEqual([]);
    expect(one).toMatchObject({ severity: 'error', message: 'more than 0' });
    expect(one?.consumers.map(({ name }) => name)).toEqual(['one', 'two']);
  });

  it('makes one finding of what says the same of one line in several token types', () => {
    const inType = (tokenType: string) => run({}, { coordinates: { claim: 'tier', tokenType } }).slice(0, 1);
    const found = merged([...inType('access_token'), ...inType('id_token')]);
    expect(found.map(({ coordinates }) => coordinates)).toEqual([
      { claim: 'tier', tokenType: 'access_token' },
    ]);
  });

  it('makes one finding of what says the same of one line in a definition and its overlay', () => {
    const inMapper = (mapper: string) => run({}, { coordinates: { mapper, resource: 'api' } }).slice(0, 1);
    const found = merged([...inMapper('shop'), ...inMapper('shop/staging')]);
    expect(found.map(({ coordinates }) => coordinates)).toEqual([{ mapper: 'shop', resource: 'api' }]);
  });

  it('keeps things apart that only share their coordinates', () => {
    expect(merged([...run({}, { apart: 'a' }), ...run({}, { apart: 'b' })])).toHaveLength(2);
  });
});
