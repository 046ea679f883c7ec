import { expect, test } from 'vitest';
import { baselineOf, runRules } from '../../src/check/index.ts';
import { compare } from '../../src/compare/index.ts';
import { rules } from '../../src/generated/rules.ts';
import type { Finding, Waiver } from '../../src/model/index.ts';
import { definition, type Edit, edited } from '../compare/definitions.ts';
import { config, NOW, waiver } from './sample.ts';

const ISSUER = `
tokenpact: mapper/v1
name: library
issuer: https://id.lending.example
tokens:
  access_token: { format: jwt, lifetime: 5m, audience: { from: scope, many: reject, shape: string } }
  id_token: { format: jwt, profile: openid, lifetime: 5m }
claims:
  nickname: { about: user, schema: { type: string }, privacy: { level: personal } }
  motto: { about: user, schema: { type: string }, privacy: { level: technical, reason: made up by us } }
scopes:
  openid: { description: Sign in, releases: { id_token: [motto] } }
  loans.read: { description: Loans, resources: [loans], releases: { access_token: [] } }
  about: { description: About you, releases: { access_token: [motto] } }
resources:
  loans: { audience: "https://loans.lending.example", party: first }
clients:
  app: { party: first, grants: [authorization_code], scopes: [openid, loans.read, about] }
  kiosk: { party: first, grants: [authorization_code], scopes: [openid, about] }
  partner: { party: third, grants: [authorization_code], scopes: [openid, about] }
`;

const NICKNAME: Edit = ['releases: { access_token: [] }', 'releases: { access_token: [nickname] }'];
const kioskToo: Edit = [
  'kiosk: { party: first, grants: [authorization_code], scopes: [openid, about] }',
  'kiosk: { party: first, grants: [authorization_code], scopes: [openid, about, loans.read] }',
];
const partnerToo: Edit = [
  'partner: { party: third, grants: [authorization_code], scopes: [openid, about] }',
  'partner: { party: third, grants: [authorization_code], scopes: [openid, about, loans.read] }',
];

interface Given {
  readonly waivers?: readonly Waiver[];
  readonly accepted?: readonly Finding[];
}

/** What is said of newly exposed data after some edits of the issuer, where clients were granted the same before. */
async function exposed(
  before: readonly Edit[],
  edits: readonly Edit[],
  { waivers = [], accepted }: Given = {},
) {
  const was = edited(ISSUER, ...before);
  const comparison = compare(await definition(was), await definition(edited(was, ...edits)));
  const settings = config({ versioning: { policy: 'none' }, waivers });
  const baseline = accepted && { baseline: baselineOf(accepted) };
  const found = runRules({ comparisons: [comparison] }, settings, rules, { now: NOW, ...baseline });
  return found.filter(({ rule }) => rule === 'privacy/newly-exposed');
}

const told = ({ message, suppressed }: Finding) => (suppressed ? `${suppressed.by}: ${message}` : message);

const BY_LOANS = 'can read "nickname" (personal) in "access_token" now, by scope "loans.read" ("Loans")';

test('a claim that an edit releases to several is one finding, which names them, third parties first', async () => {
  const [finding, ...more] = await exposed([kioskToo, partnerToo], [NICKNAME]);
  expect(more).toEqual([]);
  expect(finding?.message).toBe(`"partner" (third party), "app", "kiosk" and 1 more ${BY_LOANS}`);
  const about = { mapper: 'library', tokenType: 'access_token', claim: 'nickname' };
  expect(finding?.coordinates).toEqual({ ...about, client: 'partner' });
  expect(finding?.echoes?.map(({ coordinates }) => coordinates)).toEqual([
    { ...about, client: 'app' },
    { ...about, client: 'kiosk' },
    { ...about, resource: 'loans' },
  ]);
});

test('a claim that is said to tell more is one finding, wherever it is released', async () => {
  const raised: Edit = ['level: technical, reason: made up by us', 'level: personal'];
  expect((await exposed([], [raised])).map(told)).toEqual([
    '"partner" (third party), "app", "kiosk" and 1 more can read "motto" (personal; it was technical) in "access_token", "id_token" now, by scope "about" ("About you") and scope "openid" ("Sign in")',
  ]);
});

test('who waived it for one reader waived it for nobody else', async () => {
  const app = waiver({ rule: 'privacy/newly-exposed', coordinates: { claim: 'nickname', client: 'app' } });
  const loans = waiver({
    rule: 'privacy/newly-exposed',
    coordinates: { claim: 'nickname', resource: 'loans' },
  });
  const waivers = [app, loans];
  expect((await exposed([], [NICKNAME], { waivers })).map(told)).toEqual([
    `waiver: "app", "loans" ${BY_LOANS}`,
  ]);
  expect((await exposed([partnerToo], [NICKNAME], { waivers })).map(told).sort()).toEqual([
    `the third party "partner" ${BY_LOANS}`,
    `waiver: "app", "loans" ${BY_LOANS}`,
  ]);
});

test('a baseline accepts each reader by itself, whoever comes or goes', async () => {
  const accepted = await exposed([kioskToo], [NICKNAME]);
  expect((await exposed([], [NICKNAME], { accepted })).map(told)).toEqual([
    `baseline: "app", "loans" ${BY_LOANS}`,
  ]);
  expect((await exposed([kioskToo, partnerToo], [NICKNAME], { accepted })).map(told).sort()).toEqual([
    `baseline: "app", "kiosk", "loans" ${BY_LOANS}`,
    `the third party "partner" ${BY_LOANS}`,
  ]);
});

test('another token type for the same reader is not what was accepted', async () => {
  const tokenType = 'access_token';
  const waivers = [waiver({ rule: 'privacy/newly-exposed', coordinates: { claim: 'nickname', tokenType } })];
  const both: Edit = [
    'releases: { access_token: [] }',
    'releases: { access_token: [nickname], id_token: [nickname] }',
  ];
  expect((await exposed([], [both], { waivers })).map(told).sort()).toEqual([
    '"app" can read "nickname" (personal) in "id_token" now, by scope "loans.read" ("Loans")',
    `waiver: "app", "loans" ${BY_LOANS}`,
  ]);
});
