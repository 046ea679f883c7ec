import { expect, test } from 'vitest';
import { bumpOf } from '../../src/model/index.ts';
import { compareEdited, type Edit } from './definitions.ts';

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
