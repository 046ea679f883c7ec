import { expect, it } from 'vitest';
import { runRules } from '../../src/check/index.ts';
import { compare } from '../../src/compare/index.ts';
import { rules } from '../../src/generated/rules.ts';
import { DEFAULT_CONFIG, type MapperDefinition } from '../../src/model/index.ts';
import { consumer, definition, edited, ISSUER } from '../compare/definitions.ts';
import { NOW } from './sample.ts';

const LOANS_API = `
tokenpact: consumer/v1
name: loans-api
party: first
reads: access_token
as: { resource: loans }
expects: { required: [desk, card_status] }
decisions:
  - name: has a desk
    allows: { required: [desk], properties: { desk: { minLength: 1 } } }
`;

/** The rules about the consumer, and about what becomes of its claim. */
async function told(mapper: MapperDefinition, before?: MapperDefinition): Promise<readonly string[]> {
  const consumers = [await consumer(LOANS_API)];
  const comparisons = before === undefined ? [] : [compare(before, mapper, consumers)];
  const found = runRules({ mappers: [mapper], consumers, comparisons }, DEFAULT_CONFIG, rules, { now: NOW });
  const about = found.filter(({ coordinates }) => coordinates.claim === 'desk');
  return about.map(({ rule }) => rule).filter((rule) => !rule.startsWith('mapper/'));
}

const WITHOUT = edited(ISSUER, ['releases: { access_token: [desk] }', 'releases: {}']);

it('says of a file alone that it expects and decides on what no token has', async () => {
  expect(await told(await definition(WITHOUT))).toEqual([
    'consumer/expects-unissued-claim',
    'consumer/decision-reads-unissued-claim',
  ]);
});

it('says it again when it was so before', async () => {
  const found = await told(await definition(WITHOUT), await definition(WITHOUT));
  expect(found).toEqual(['consumer/expects-unissued-claim', 'consumer/decision-reads-unissued-claim']);
});

it('tells the edit that causes it once, with the consumer', async () => {
  const before = edited(ISSUER, [
    '{ access_token: [card_status, member_groups] }',
    '{ access_token: [card_status, member_groups, desk] }',
  ]);
  const after = edited(WITHOUT, ['loans.write: { description: Borrow', 'loans.write: { description: Lend']);
  expect(await told(await definition(after), await definition(before))).toEqual([
    'authorization/closes',
    'change/claim-removed',
  ]);
});
