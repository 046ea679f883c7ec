import { describe, expect, it } from 'vitest';
import { runRules } from '../../src/check/index.ts';
import { compare } from '../../src/compare/index.ts';
import { rules } from '../../src/generated/rules.ts';
import { loadAll, memoryTree } from '../../src/load/index.ts';
import type { Config } from '../../src/model/index.ts';
import { config, NOW, waiver } from './sample.ts';

const definition = (claims: string, releases: string) => `tokenpact: mapper/v1
name: shop
issuer: https://id.shop.example
owner: team-identity
version: 1.0.0
tokens:
  id_token: { format: jwt, profile: openid, lifetime: 5m, releases: [${releases}] }
claims:
${claims}
scopes: { openid: { description: Sign you in } }
clients:
  web: { party: first, grants: [authorization_code], scopes: [openid] }
`;

const TIER = '  tier: { about: user, presence: always, schema: { enum: [none, gold] }, source: crm.tier';
const OTHER = '  plan: { about: user, schema: { enum: [free, paid] }, source: crm.plan }';

const consumerOf = (required: string) => `tokenpact: consumer/v1
name: web-app
owner: team-web
party: first
reads: id_token
as: { client: web }
expects: { required: [${required}] }
`;

async function removing(claim: string, consumer: string | undefined, given: Partial<Config> = {}) {
  const text = (claims: string, releases: string) => definition(`${claims}\n${OTHER}`, releases);
  const before = await load({ 'mapper.yaml': text(claim, 'tier, plan') });
  const files = { 'mapper.yaml': text('', 'plan'), ...(consumer && { 'web.consumer.yaml': consumer }) };
  const after = await load(files);
  const [from] = before.definitions;
  const [to] = after.definitions;
  if (from === undefined || to === undefined) throw new Error('the sample does not load');
  const comparisons = [compare(from, to, after.consumers)];
  const settings = config({ versioning: { policy: 'none' }, ...given });
  const found = runRules({ comparisons, consumers: after.consumers }, settings, rules, { now: NOW });
  return found.map(({ rule, severity, consumers, suppressed }) => {
    const names = consumers.map(({ name }) => name).join(', ');
    return [severity, rule, names, suppressed?.by].filter(Boolean).join(' ');
  });
}

const load = (files: Record<string, string>) => loadAll(memoryTree(files), Object.keys(files));

describe('a claim that is gone', () => {
  it('is an error where nobody said what it needs', async () => {
    expect(await removing(`${TIER} }`, undefined)).toEqual(['error change/claim-removed']);
  });

  it('is a warning where every reader said what it needs, and needs none of it', async () => {
    expect(await removing(`${TIER} }`, consumerOf('sub'))).toEqual(['warning change/claim-removed']);
  });

  it('is an error that names who is hit, once', async () => {
    expect(await removing(`${TIER} }`, consumerOf('tier'))).toEqual(['error change/claim-removed web-app']);
  });

  it('is told by the consumer where its own rule is off', async () => {
    const off = { rules: new Map([['change/claim-removed', 'off']] as const) };
    expect(await removing(`${TIER} }`, consumerOf('tier'), off)).toEqual(['error consumer/breaks web-app']);
  });

  it('keeps a configured level, whoever is hit', async () => {
    const info = { rules: new Map([['change/claim-removed', 'info']] as const) };
    expect(await removing(`${TIER} }`, consumerOf('tier'), info)).toEqual([
      'info change/claim-removed web-app',
    ]);
  });

  it('is an error before its announced day, and info after it', async () => {
    const until = (sunset: string) => `${TIER}, deprecated: { since: 1.0.0, sunset: ${sunset} } }`;
    expect(await removing(until('2027-03-01'), undefined)).toEqual(['error change/before-sunset']);
    expect(await removing(until('2026-10-01'), undefined)).toEqual(['info change/claim-removed']);
  });

  it('is judged by its kind before its day where nobody asks about days', async () => {
    const off = { rules: new Map([['change/before-sunset', 'off']] as const) };
    const early = `${TIER}, deprecated: { since: 1.0.0, sunset: 2027-03-01 } }`;
    expect(await removing(early, undefined, off)).toEqual(['error change/claim-removed']);
  });

  it('can be waived', async () => {
    const waivers = [waiver({ rule: 'change/claim-removed', coordinates: { claim: 'tier' } })];
    expect(await removing(`${TIER} }`, undefined, { waivers })).toEqual([
      'error change/claim-removed waiver',
    ]);
  });
});

it('waives what one reader reads, and not what another reads by the same edit', async () => {
  const text = (releases: string) =>
    definition('', releases)
      .replace('claims:\n', '')
      .replace(
        'clients:',
        'clients:\n  partner: { party: third, grants: [authorization_code], scopes: [openid] }',
      );
  const before = await load({ 'mapper.yaml': text('') });
  const after = await load({ 'mapper.yaml': text('email') });
  const [from] = before.definitions;
  const [to] = after.definitions;
  if (from === undefined || to === undefined) throw new Error('the sample does not load');
  const waived = waiver({ rule: 'privacy/newly-exposed', coordinates: { claim: 'email', client: 'web' } });
  const settings = config({ versioning: { policy: 'none' }, waivers: [waived] });
  const found = runRules({ comparisons: [compare(from, to)] }, settings, rules, { now: NOW });
  const told = found.filter(({ rule }) => rule === 'privacy/newly-exposed');
  expect(told.map(({ coordinates, suppressed }) => [coordinates.client, suppressed?.by])).toEqual([
    ['partner', undefined],
    ['web', 'waiver'],
  ]);
});
