import { expect, it } from 'vitest';
import { runRules } from '../../src/check/index.ts';
import { rules } from '../../src/generated/rules.ts';
import { applyFixes, fixedText, loadAll, loadDefinition, memoryTree } from '../../src/load/index.ts';
import { DEFAULT_CONFIG } from '../../src/model/index.ts';
import { NOW } from './sample.ts';

const waive = (rule: string, until = '2027-01-31') =>
  `# tokenpact-waive ${rule} until=${until} owner=team-x reason="the old shop moves in spring"`;

/** What is found in a definition whose token types have these comments, as \`rule line\` and what became of it. */
async function found(first: string, second: string): Promise<readonly string[]> {
  const text = `tokenpact: mapper/v1
name: shop
version: 1.0.0
issuer: https://id.shop.example
owner: team
tokens:
  ${first}
  access_token: { format: jwt, profile: rfc9068 }
  ${second}
  id_token: { format: jwt, profile: openid }
`;
  const { value, problems } = await loadDefinition(memoryTree({ 'mapper.yaml': text }), 'mapper.yaml');
  if (value === undefined) throw new Error(JSON.stringify(problems));
  const findings = runRules({ mappers: [value, value] }, DEFAULT_CONFIG, rules, { now: NOW });
  return findings
    .filter(({ rule }) => /^waiver|lifetime/.test(rule))
    .map(({ rule, at, suppressed }) => `${at.line} ${rule}${suppressed ? ` by ${suppressed.by}` : ''}`);
}

const LIFETIME = 'mapper/lifetime-undeclared';

it('covers what is found in the thing that it stands before, and nothing else', async () => {
  expect(await found(waive(LIFETIME), '#')).toEqual([`8 ${LIFETIME} by waiver`, `10 ${LIFETIME}`]);
  expect(await found(waive(LIFETIME), waive(LIFETIME))).toEqual([
    `8 ${LIFETIME} by waiver`,
    `10 ${LIFETIME} by waiver`,
  ]);
});

it('is reported when it is over, about to be, covers nothing, or names no rule', async () => {
  expect(await found(waive(LIFETIME, '2026-10-31'), '#')).toEqual([
    '7 waiver/expired',
    `8 ${LIFETIME}`,
    `10 ${LIFETIME}`,
  ]);
  expect(await found(waive(LIFETIME, '2026-11-10'), '#')).toEqual([
    '7 waiver/expires-soon',
    `8 ${LIFETIME} by waiver`,
    `10 ${LIFETIME}`,
  ]);
  expect(await found(waive('scope/overlap'), waive('scope/overlap'))).toEqual([
    '7 waiver/unused',
    `8 ${LIFETIME}`,
    '9 waiver/unused',
    `10 ${LIFETIME}`,
  ]);
  expect(await found(waive('scope/overlapp'), '#')).toEqual([
    '7 waiver/unknown-rule',
    `8 ${LIFETIME}`,
    `10 ${LIFETIME}`,
  ]);
});

const WAIVED = `tokenpact: consumer/v1
name: orders
party: first
reads: access_token
as: { gateway: edge }
decisions:
  ${waive('consumer/vacuous-predicate')}
  - { name: may cancel, allows: { properties: { role: { const: admin } } } }
  - { name: may pay, allows: { properties: { role: { const: admin } } } }
`;

it('is mended where one rule can have been meant, and taken out where it covers nothing', async () => {
  const text = `tokenpact: mapper/v1
name: shop
version: 1.0.0
issuer: https://id.shop.example
owner: team
tokens:
  ${waive('mapper/lifetime-undeclard')}
  id_token: { format: jwt, profile: openid }
  ${waive('scope/overlap')}
  access_token: { format: jwt, lifetime: 5m } ${waive('scope/overlap')}
`;
  const { value } = await loadDefinition(memoryTree({ 'mapper.yaml': text }), 'mapper.yaml');
  const findings = runRules({ mappers: value ? [value] : [] }, DEFAULT_CONFIG, rules, { now: NOW });
  const { lines, applied } = applyFixes(
    text,
    findings.flatMap(({ fix }) => fix ?? []),
  );
  const [, , , , , , misspelt = '', idToken = '', , accessToken = ''] = text.split('\n');
  expect(fixedText(lines).split('\n').slice(6)).toEqual([
    misspelt.replace('undeclard', 'undeclared'),
    idToken,
    accessToken.replace(/ #.*/, ''),
    '',
  ]);
  expect(applied).toBe(3);
});

it('covers what is found in a consumer', async () => {
  const { consumers } = await loadAll(memoryTree({ 'orders.consumer.yaml': WAIVED }), [
    'orders.consumer.yaml',
  ]);
  const findings = runRules({ consumers }, DEFAULT_CONFIG, rules, { now: NOW });
  expect(findings.map(({ rule, at, suppressed }) => [at.line, rule, suppressed?.by])).toEqual([
    [8, 'consumer/vacuous-predicate', 'waiver'],
    [9, 'consumer/vacuous-predicate', undefined],
  ]);
});
