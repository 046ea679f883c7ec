import { expect, it } from 'vitest';
import { withoutAbsorbed } from '../../src/check/absorb.ts';
import { rules } from '../../src/generated/rules.ts';
import type { Finding } from '../../src/model/index.ts';
import { finding } from './sample.ts';

const exposed = finding({
  rule: 'privacy/newly-exposed',
  coordinates: { mapper: 'shop', tokenType: 'id_token', claim: 'birthdate' },
});
const added = (given: Partial<Finding> = {}) =>
  finding({ rule: 'change/claim-added', coordinates: { mapper: 'shop', claim: 'birthdate' }, ...given });
const personal = (claims: readonly string[], tokenType = 'id_token') =>
  finding({
    rule: 'privacy/id-token',
    coordinates: { mapper: 'shop', tokenType, scope: 'profile' },
    args: { claims },
  });

const kept = (...findings: readonly Finding[]) => withoutAbsorbed([exposed, ...findings], rules).slice(1);

it('tells one edit once', () => {
  expect(kept(added(), personal(['birthdate']))).toEqual([]);
});

it('keeps what is about something else', () => {
  const others = [
    added({ coordinates: { mapper: 'other', claim: 'birthdate' } }),
    added({ coordinates: { mapper: 'shop', claim: 'email' } }),
    personal(['birthdate', 'email']),
    personal(['birthdate'], 'staff_id_token'),
    personal([]),
    finding({ rule: 'change/claim-removed', coordinates: { mapper: 'shop', claim: 'birthdate' } }),
  ];
  expect(kept(...others)).toEqual(others);
});

it('keeps what names a consumer that is hit', () => {
  const hit = added({ consumers: [{ name: 'orders-api', party: 'first' }] });
  expect(kept(hit)).toEqual([hit]);
});

it('leaves everything when nothing absorbs', () => {
  const findings = [added(), personal(['birthdate'])];
  expect(withoutAbsorbed(findings, rules)).toEqual(findings);
});
