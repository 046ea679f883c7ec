import { describe, expect, test } from 'vitest';
import { compare } from '../../src/compare/index.ts';
import { bumpOf, type Change } from '../../src/model/index.ts';
import { compareEdited, definition, type Edit, edited, ISSUER } from './definitions.ts';

const SHELF_BY_DEFAULT: Edit = [
  'kiosk: { party: first, grants: [authorization_code], defaultScopes: [openid], scopes: [loans.read] }',
  'kiosk: { party: first, grants: [authorization_code], scopes: [openid, loans.read] }',
];

const SMALL_TOKEN: Edit = [
  '  id_token: {',
  '  small_token: { kind: access_token, format: jwt, profile: rfc9068, lifetime: 5m, maxBytes: 4096, algorithms: [RS256], for: { clients: [kiosk] }, only: [branch, card_status] }\n  id_token: {',
];

const taken = async (...edits: readonly Edit[]) =>
  (await compareEdited(...edits)).changes.map((change) => [change.kind, change.claims, bumpOf(change)]);

test('a variant names the claims that it takes, those too that were there sometimes only', async () => {
  expect(await taken(SMALL_TOKEN)).toEqual([['token-variant-changed', ['member_groups'], 'major']]);
});

test('a scope that must be asked for now takes its claims from those who do not ask', async () => {
  expect(await taken(SHELF_BY_DEFAULT)).toEqual([['scope-made-optional', ['shelf'], 'major']]);
});

test('a list of values that was whole is a promise', async () => {
  expect(await taken(['values: closed, source: card.status', 'values: open, source: card.status'])).toEqual([
    ['values-opened', undefined, 'major'],
  ]);
});

describe('a scope that is split', () => {
  const READ =
    'loans.read: { description: Loans, resources: [loans], releases: { access_token: [card_status, member_groups] } }';
  const SPLIT: readonly Edit[] = [
    [
      READ,
      'loans.read: { description: Loans, resources: [loans], releases: { access_token: [card_status] } }\n  loans.groups: { description: Groups, resources: [loans], releases: { access_token: [member_groups] } }',
    ],
    ['scopes: [email, loans.read, loans.write]', 'scopes: [email, loans.read, loans.groups, loans.write]'],
  ];
  const told = ({ kind, coordinates, before, after, clients }: Change) =>
    [kind, coordinates.claim ?? coordinates.scope, before, after, clients] as const;

  test('gives its claims another scope: they are not removed', async () => {
    const before = await definition(ISSUER);
    const after = await definition(edited(ISSUER, ...SPLIT));
    expect(compare(before, after).changes.map(told)).toEqual([
      ['scope-added', 'loans.groups', undefined, undefined, ['app']],
      ['claim-rescoped', 'member_groups', ['loans.read'], ['loans.groups'], ['app', 'kiosk']],
    ]);
    expect(compare(after, before).changes.map(told)).toEqual([
      ['scope-removed', 'loans.groups', undefined, undefined, ['app']],
      ['claim-rescoped', 'member_groups', ['loans.groups'], ['loans.read'], ['app', 'kiosk']],
    ]);
  });

  test('leaves a claim removed that the new scope does not release', async () => {
    const { changes } = await compareEdited([
      READ,
      'loans.read: { description: Loans, resources: [loans], releases: { access_token: [card_status] } }',
    ]);
    expect(changes.map(({ kind }) => kind)).toEqual(['claim-removed']);
  });
});

describe('values whose end was announced', () => {
  const planned = edited(ISSUER, [
    'values: closed, source: card.status',
    'values: { blocked: { replacedBy: active, sunset: 2027-03-01 } }, source: card.status',
  ]);
  const sunsets = async (put: string) => {
    const after = edited(planned, ['enum: [active, blocked]', `enum: ${put}`]);
    const { changes } = compare(await definition(planned), await definition(after));
    return changes.map(({ kind, sunset }) => [kind, sunset]);
  };

  test('end on a day', async () => {
    expect(await sunsets('[active]')).toEqual([['claim-narrowed', '2027-03-01']]);
    expect(await sunsets('[active, lost]')).toEqual([['claim-changed', '2027-03-01']]);
  });

  test('have no day while they are listed', async () => {
    expect(await sunsets('[active, blocked, lost]')).toEqual([['claim-widened', undefined]]);
    expect(await sunsets('[blocked]')).toEqual([['claim-narrowed', undefined]]);
  });
});

test('who moved on to another name finds it missing in tokens that were issued before', async () => {
  const { changes } = await compareEdited(['branch: { about', 'branch: { path: [place], about']);
  expect(changes[0]?.inFlight).toMatchObject({ reason: 'in tokens issued before, "place" can be missing' });
});
