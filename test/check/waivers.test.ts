import { describe, expect, it } from 'vitest';
import { dayOf, daysUntil } from '../../src/check/calendar.ts';
import { applyWaivers, approvedWaivers, type Scrutiny, waiverStates } from '../../src/check/waivers.ts';
import { rules } from '../../src/generated/rules.ts';
import { finding, NOW, waiver } from './sample.ts';

const scrutiny: Scrutiny = {
  rules,
  approvers: new Map([['privacy', ['dpo', 'privacy-office']]]),
  partial: false,
  subjects: new Set(['mapper', 'contract']),
  mappers: new Set(['shop']),
};

const settings = { profile: 'standard', versioning: 'semver', now: NOW } as const;

const stateOf = (given: Parameters<typeof waiver>[0], found = [finding()]) =>
  waiverStates([waiver(given)], found, scrutiny, NOW)[0]?.state;

describe('a waiver', () => {
  it('covers findings of its rule that have all of its coordinates', () => {
    const other = finding({ coordinates: { scope: 'phone' } });
    const [covered, left] = applyWaivers([finding(), other], [waiver()], rules, NOW);
    expect(covered?.suppressed).toEqual({ by: 'waiver', reason: 'moving', until: '2026-12-31' });
    expect(left?.suppressed).toBeUndefined();
  });

  it('covers findings of a rule by a name that it had', () => {
    const multi = finding({ rule: 'audience/multi' });
    const [covered] = applyWaivers([multi], [waiver({ rule: 'audience/too-many' })], rules, NOW);
    expect(covered?.suppressed?.by).toBe('waiver');
  });

  it('holds on its last day, and not on the next', () => {
    const held = (until: string) => applyWaivers([finding()], [waiver({ until })], rules, NOW)[0]?.suppressed;
    expect(held('2026-11-01')).toBeDefined();
    expect(held('2026-10-31')).toBeUndefined();
  });

  it('is expired when it would still cover something', () => {
    expect(stateOf({ until: '2026-10-31' })).toBe('expired');
    expect(stateOf({})).toBe('active');
  });

  it('is unused only when somebody looked', () => {
    expect(stateOf({}, [])).toBe('unused');
    expect(stateOf({ rule: 'change/claim-removed' }, [])).toBe('active');
    expect(stateOf({ coordinates: { mapper: 'elsewhere' } }, [])).toBe('active');
  });

  it('is told what the finding is called that it comes nearest to', () => {
    const help = (given: Parameters<typeof waiver>[0], found = [finding()]) =>
      waiverStates([waiver(given)], found, scrutiny, NOW)[0]?.help;
    const far = finding({ coordinates: { mapper: 'crm', scope: 'phone' } });
    const near = finding({ coordinates: { mapper: 'shop', scope: 'phone' } });
    expect(help({ coordinates: { mapper: 'shop', claim: 'phone_number' } }, [far, near])).toBe(
      'Remove it, or name what the finding has: mapper: shop, scope: phone.',
    );
    expect(help({ coordinates: { scope: 'elsewhere' } }, [])).toBeUndefined();
    expect(help({ covers: { from: 98, to: 99 }, coordinates: { scope: 'elsewhere' } })).toBeUndefined();
    expect(help({})).toBeUndefined();
  });

  it('may be for a definition that was not read, unless it says for which', () => {
    const part = { ...scrutiny, partial: true };
    const state = (given: Parameters<typeof waiver>[0]) =>
      waiverStates([waiver(given)], [], part, NOW)[0]?.state;
    expect(state({})).toBe('active');
    expect(state({ coordinates: { mapper: 'shop' } })).toBe('unused');
    expect(state({ covers: { from: 1, to: 2 } })).toBe('unused');
  });

  it('is pointed out when its rule does not exist', () => {
    const [state] = waiverStates([waiver({ rule: 'scope/overlapp' })], [], scrutiny, NOW);
    expect(state).toMatchObject({ state: 'unknown-rule', help: 'did you mean "scope/overlap"?' });
  });

  it('needs an approver where its axis has some', () => {
    const privacy = { rule: 'privacy/id-token', coordinates: {} };
    const found = [finding({ rule: 'privacy/id-token', axis: 'privacy' })];
    const state = (approvedBy?: string) =>
      stateOf({ ...privacy, ...(approvedBy !== undefined && { approvedBy }) }, found);
    expect([state(), state('team'), state('dpo')]).toEqual(['unapproved', 'unapproved', 'active']);
  });

  it('holds only when it is approved, as far as it has to be', () => {
    const [privacy, design] = [waiver({ rule: 'privacy/id-token' }), waiver()];
    const approved = waiver({ rule: 'privacy/id-token', approvedBy: 'dpo' });
    const all = [privacy, approved, design];
    expect(approvedWaivers(all, rules, scrutiny.approvers)).toEqual([approved, design]);
    expect(approvedWaivers(all, rules, new Map())).toEqual(all);
  });
});

describe('days', () => {
  it('are counted in UTC', () => {
    expect(dayOf(NOW)).toBe('2026-11-01');
    expect(daysUntil('2026-11-15', NOW)).toBe(14);
    expect(daysUntil('2026-10-31', Date.parse('2026-11-01T23:59:59Z'))).toBe(-1);
  });
});

it.each([
  ['2026-11-01', 'today'],
  ['2026-11-02', 'tomorrow'],
  ['2026-11-15', 'in 14 days'],
  ['2026-11-16', undefined],
])('that ends on %s is told as ending %s', (until, when) => {
  const state = { waiver: waiver({ until }), state: 'active' as const, approvers: [] };
  const rule = rules.find(({ id }) => id === 'waiver/expires-soon');
  const daysLeft = daysUntil(until, NOW);
  const told = rule?.observe({ ...state, daysLeft, settings, options: rule.options });
  expect(told?.map(({ args }) => rule?.tell(args).message)).toEqual(
    when === undefined ? [] : [`the waiver of team for "scope/overlap" ends on ${until}, ${when}`],
  );
});
