import { expect, test } from 'vitest';
import { compare } from '../../src/compare/index.ts';
import type { DecisionEffect } from '../../src/model/index.ts';
import { consumer, definition, type Edit, edited, ISSUER } from './definitions.ts';

/** The issuer with somebody else's client, and a machine. */
const BEFORE = edited(ISSUER, [
  '  loans-service:',
  `  partner: { party: third, grants: [authorization_code], defaultScopes: [openid], scopes: [loans.read] }
  batch: { party: first, grants: [client_credentials], scopes: [fines.read] }
  loans-service:`,
]);

const PARTNER_WRITES: Edit = [
  'defaultScopes: [openid], scopes: [loans.read] }\n  batch',
  'defaultScopes: [openid], scopes: [loans.read, loans.write] }\n  batch',
];
const KIOSK_WRITES: Edit = [
  'kiosk: { party: first, grants: [authorization_code], defaultScopes: [openid], scopes: [loans.read]',
  'kiosk: { party: first, grants: [authorization_code], defaultScopes: [openid], scopes: [loans.read, loans.write]',
];
const BATCH_READS: Edit = [
  'grants: [client_credentials], scopes: [fines.read] }\n  loans-service',
  'grants: [client_credentials], scopes: [fines.read, loans.read] }\n  loans-service',
];

const loansApi = (...decisions: readonly string[]): string => `
tokenpact: consumer/v1
name: loans-api
party: first
reads: access_token
as: { resource: loans }
decisions:
${decisions.map((decision) => `  - ${decision}`).join('\n')}
`;

const WRITES =
  '{ name: writes, allows: { required: [scope], properties: { scope: { type: string, pattern: "(^| )loans[.]write( |$)" } } } }';
const HAS_DESK = '{ name: has a desk, scopes: [loans.write], allows: { required: [desk] } }';
const NOT_BLOCKED =
  '{ name: not blocked, allows: { not: { required: [card_status], properties: { card_status: { const: blocked } } } } }';
const BY_BATCH =
  '{ name: by batch, allows: { required: [client_id], properties: { client_id: { const: batch } } } }';

async function effects(text: string, before: string, after: string): Promise<readonly DecisionEffect[]> {
  return compare(await definition(before), await definition(after), [await consumer(text)]).decisionEffects;
}

function words({ decision, direction, certainty, reason, because }: DecisionEffect): string {
  return `${decision} ${direction} ${certainty}: ${reason} (${because.map(({ kind }) => kind).join(', ')})`;
}

test('a scope that is granted to somebody else opens what asks for it', async () => {
  const found = await effects(
    loansApi(WRITES, HAS_DESK, NOT_BLOCKED),
    BEFORE,
    edited(BEFORE, PARTNER_WRITES),
  );
  expect(found.map(words)).toEqual([
    'writes opens certain: the third party "partner" can get tokens that it allows, and could not before (scope-granted)',
    'has a desk opens certain: the third party "partner" can get tokens that it allows, and could not before (scope-granted)',
  ]);
  expect(found[0]).toMatchObject({
    coordinates: { decision: 'writes', client: 'partner', change: 'scope-granted' },
    newcomers: { clients: ['partner'], party: 'third', without: [] },
    witness: {
      grant: { client: 'partner', scopes: ['loans.write', 'openid'], resource: 'loans' },
      after: { scope: 'loans.write' },
      absent: 'no scope "loans.write" for "partner"',
    },
  });
});

test('one edit that lets in several is told once, with the third party first', async () => {
  const found = await effects(loansApi(WRITES), BEFORE, edited(BEFORE, PARTNER_WRITES, KIOSK_WRITES));
  expect(found.map(words)).toEqual([
    'writes opens certain: the third party "partner" and 1 more can get tokens that it allows, and could not before (scope-granted)',
  ]);
  expect(found[0]?.newcomers?.clients).toEqual(['kiosk', 'partner']);
});

test('a machine that reaches a resource passes what looks at persons only', async () => {
  const found = await effects(loansApi(NOT_BLOCKED, BY_BATCH), BEFORE, edited(BEFORE, BATCH_READS));
  expect(found.map(words)).toEqual([
    'not blocked opens certain: "batch" can get tokens without "card_status" that it allows, and could not before (scope-granted)',
    'by batch opens certain: "batch" can get tokens that it allows, and could not before (scope-granted)',
  ]);
  expect(found.map(({ witness }) => witness?.absent)).toEqual([
    'no access_token for "batch"',
    'no access_token for "batch"',
  ]);
});

test('a new client opens what its tokens pass, and nothing else', async () => {
  const after = edited(BEFORE, [
    '  loans-service:',
    '  desk-app: { party: first, grants: [authorization_code], defaultScopes: [openid], scopes: [loans.write] }\n  loans-service:',
  ]);
  const found = await effects(loansApi(WRITES, HAS_DESK, NOT_BLOCKED, BY_BATCH), BEFORE, after);
  expect(found.map(words)).toEqual([
    'writes opens certain: "desk-app" can get tokens that it allows, and could not before (client-added)',
    'has a desk opens certain: "desk-app" can get tokens that it allows, and could not before (client-added)',
    'not blocked opens certain: "desk-app" can get tokens without "card_status" that it allows, and could not before (client-added)',
  ]);
});

test('nobody is told of a resource that is as new as its decisions', async () => {
  const added: Edit[] = [
    ['resources:\n', 'resources:\n  rooms: { audience: "https://rooms.lending.example", party: first }\n'],
    ['  fines.read: {', '  rooms.read: { description: Rooms, resources: [rooms] }\n  fines.read: {'],
    ['scopes: [email, loans.read, loans.write]', 'scopes: [email, loans.read, loans.write, rooms.read]'],
  ];
  const rooms = loansApi(NOT_BLOCKED).replace('resource: loans', 'resource: rooms');
  expect(await effects(rooms, BEFORE, edited(BEFORE, ...added))).toEqual([]);
});

test('what cannot be decided about a new client is said with the reason', async () => {
  const readable = await consumer(loansApi(NOT_BLOCKED));
  const allows = { properties: { card_status: { pattern: '(' } } };
  const unreadable = { ...readable, decisions: readable.decisions.map((one) => ({ ...one, allows })) };
  const before = await definition(BEFORE);
  const after = await definition(edited(BEFORE, BATCH_READS));
  const found = compare(before, after, [unreadable]).decisionEffects;
  expect(found.map(({ direction, certainty }) => [direction, certainty])).toEqual([['opens', 'undecided']]);
});

test('the other way round nothing opens', async () => {
  const all = loansApi(WRITES, HAS_DESK, NOT_BLOCKED, BY_BATCH);
  expect(await effects(all, edited(BEFORE, PARTNER_WRITES, BATCH_READS), BEFORE)).toEqual([]);
});

test('a scope that opens one more resource is what lets its clients in', async () => {
  const opens: Edit = [
    'fines.read: { description: Fines, resources: [fines] }',
    'fines.read: { description: Fines, resources: [fines, loans] }',
  ];
  const [before, after] = [await definition(BEFORE), await definition(edited(BEFORE, opens))];
  const { changes, decisionEffects } = compare(before, after, [await consumer(loansApi(BY_BATCH))]);
  expect(changes.map(({ kind, clients, resources }) => [kind, clients, resources])).toEqual([
    ['resource-opened', ['batch', 'loans-service'], ['loans']],
  ]);
  expect(decisionEffects.map(words)).toEqual([
    'by batch opens certain: "batch" can get tokens that it allows, and could not before (resource-opened)',
  ]);
  const back = compare(after, before).changes;
  expect(back.map(({ kind, clients, resources }) => [kind, clients, resources])).toEqual([
    ['resource-closed', ['batch', 'loans-service'], ['loans']],
  ]);
});
