import { expect, test } from 'vitest';
import { compare } from '../../src/compare/index.ts';
import type { DecisionEffect } from '../../src/model/index.ts';
import { consumer, definition, type Edit, edited, ISSUER } from './definitions.ts';

function loansApi(name: string, allows: string): string {
  return `
tokenpact: consumer/v1
name: loans-api
party: first
reads: access_token
as: { resource: loans }
decisions:
  - name: ${name}
    scopes: [loans.read]
    allows: ${allows}
`;
}

const NOT_BLOCKED = loansApi(
  'not blocked',
  '{ not: { required: [card_status], properties: { card_status: { const: blocked } } } }',
);
const LIBRARIAN = loansApi(
  'may lend anything',
  '{ required: [member_groups], properties: { member_groups: { contains: { const: librarian } } } }',
);

async function effects(text: string, ...edits: readonly Edit[]): Promise<readonly DecisionEffect[]> {
  const before = await definition(ISSUER);
  const after = await definition(edited(ISSUER, ...edits));
  return compare(before, after, [await consumer(text)]).decisionEffects;
}

function words({ decision, direction, certainty, reason }: DecisionEffect): string {
  return `${decision} ${direction} ${certainty}: ${reason}`;
}

test('trap: a value leaves the list, and "not blocked" lets its holders in', async () => {
  const found = await effects(NOT_BLOCKED, ['enum: [active, blocked]', 'enum: [active]']);
  expect(found.map(words)).toEqual([
    'not blocked opens may: refused before with "card_status" "blocked", allowed after with "card_status" "active"',
  ]);
  expect(found[0]?.witness).toMatchObject({
    grant: { client: 'app', scopes: ['loans.read', 'openid'] },
    before: { card_status: 'blocked' },
    after: { card_status: 'active' },
  });
});

test('trap: a status becomes optional, and those without it pass', async () => {
  const found = await effects(NOT_BLOCKED, [
    '[card_status, member_groups]',
    '["card_status?", member_groups]',
  ]);
  expect(found.map(words)).toEqual([
    'not blocked opens may: refused before with "card_status" "blocked", allowed after without "card_status"',
  ]);
  expect(found[0]?.because.map(({ kind }) => kind)).toEqual(['presence-loosened']);
});

test('it is certain where the definition says what a value becomes', async () => {
  const listed = 'values: closed, source: card';
  const planned = 'values: { blocked: { replacedBy: suspended } }, source: card';
  const found = await effects(
    NOT_BLOCKED,
    ['enum: [active, blocked]', 'enum: [active, suspended]'],
    [listed, planned],
  );
  expect(found.map(words)).toEqual([
    'not blocked opens certain: refused before with "card_status" "blocked", allowed after with "card_status" "suspended"',
  ]);
});

test('it is silent where a value becomes one that is treated alike', async () => {
  const notBlocked = NOT_BLOCKED.replace('{ const: blocked }', '{ enum: [blocked, suspended] }');
  const found = await effects(
    notBlocked,
    ['enum: [active, blocked]', 'enum: [active, suspended]'],
    ['values: closed, source: card', 'values: { blocked: { replacedBy: suspended } }, source: card'],
  );
  expect(found.map(words)).toEqual([]);
});

test('a claim that is gone opens what its absence allows, for certain', async () => {
  const found = await effects(NOT_BLOCKED, ['[card_status, member_groups]', '[member_groups]']);
  expect(found.map(words)).toEqual([
    'not blocked opens certain: refused before with "card_status" "blocked", allowed after without "card_status"',
  ]);
});

test('a claim that is gone closes what requires it', async () => {
  const found = await effects(LIBRARIAN, ['[card_status, member_groups]', '[card_status]']);
  expect(found.map(words)).toEqual([
    'may lend anything closes certain: allowed before with "member_groups" ["librarian"], refused after without "member_groups"',
  ]);
});

test('a new value of a list opens nothing that asks for another one', async () => {
  const found = await effects(LIBRARIAN, ['[reader, librarian]', '[reader, librarian, auditor]']);
  expect(found.map(words)).toEqual([]);
});

test('a new value of a list may open what asks for it', async () => {
  const auditor = LIBRARIAN.replace('const: librarian', 'const: auditor');
  const found = await effects(auditor, ['[reader, librarian]', '[reader, librarian, auditor]']);
  expect(found.map(words)).toEqual([
    'may lend anything opens may: refused before without "member_groups", allowed after with "member_groups" ["auditor"]',
  ]);
});

test('a value leaves a list, and its holders have what is left of theirs', async () => {
  const plain = LIBRARIAN.replace(
    '{ contains: { const: librarian } }',
    '{ allOf: [{ contains: { const: librarian } }, { not: { contains: { const: barred } } }, { not: { contains: { const: reader } } }] }',
  );
  const before = await definition(edited(ISSUER, ['[reader, librarian]', '[reader, barred, librarian]']));
  const after = await definition(ISSUER);
  const found = compare(before, after, [await consumer(plain)]).decisionEffects;
  expect(found.map(words)).toEqual([
    'may lend anything opens may: refused before with "member_groups" ["barred","librarian"], allowed after with "member_groups" ["librarian"]',
  ]);
});

test('the value of a list that becomes another one opens what asks for that, for certain', async () => {
  const found = await effects(LIBRARIAN, ['[reader, librarian]', '[reader, assistant, librarian]']);
  expect(found).toEqual([]);
  const before = await definition(edited(ISSUER, ['[reader, librarian]', '[reader, assistant, librarian]']));
  const after = await definition(
    edited(ISSUER, [
      'values: closed, source: directory.groups',
      'values: { assistant: { replacedBy: librarian } }, source: directory.groups',
    ]),
  );
  const promoted = compare(before, after, [await consumer(LIBRARIAN)]).decisionEffects;
  expect(promoted.map(words)).toEqual([
    'may lend anything opens certain: refused before with "member_groups" ["assistant"], allowed after with "member_groups" ["librarian"]',
  ]);
});

test('two new values of a list may come together', async () => {
  const both = LIBRARIAN.replace(
    '{ contains: { const: librarian } }',
    '{ allOf: [{ contains: { const: auditor } }, { contains: { const: assistant } }] }',
  );
  const found = await effects(both, ['[reader, librarian]', '[reader, librarian, auditor, assistant]']);
  expect(found.map(words)).toEqual([
    'may lend anything opens may: refused before without "member_groups", allowed after with "member_groups" ["auditor","assistant"]',
  ]);
});

const NESTED: Edit = [
  'member_groups: { about: user,',
  'member_groups: { about: user, path: [realm_access, roles],',
];
const REALM_LIBRARIAN = loansApi(
  'may lend anything',
  '{ required: [realm_access], properties: { realm_access: { required: [roles], properties: { roles: { contains: { const: librarian } } } } } }',
);

test('a list of roles inside an object is a claim like others', async () => {
  const before = await definition(edited(ISSUER, NESTED));
  const more = await definition(
    edited(ISSUER, NESTED, ['[reader, librarian]', '[reader, librarian, auditor]']),
  );
  const fewer = await definition(edited(ISSUER, NESTED, ['[reader, librarian]', '[reader]']));
  const reader = await consumer(REALM_LIBRARIAN);
  expect(compare(before, more, [reader]).decisionEffects).toEqual([]);
  const found = compare(before, fewer, [reader]).decisionEffects;
  expect(found.map(words)).toEqual([
    'may lend anything closes certain: allowed before with "realm_access.roles" ["librarian"], refused after with "realm_access.roles" []',
  ]);
  expect(found[0]?.coordinates.claim).toBe('realm_access.roles');
});

test('a decision that counts is judged on sets of tokens', async () => {
  const counts = loansApi(
    'in two groups',
    '{ required: [member_groups], properties: { member_groups: { minItems: 2 } } }',
  );
  const before = await definition(edited(ISSUER, ['[reader, librarian]', '[reader, auditor, librarian]']));
  const found = compare(before, await definition(ISSUER), [await consumer(counts)]).decisionEffects;
  expect(found.map(({ direction, certainty }) => [direction, certainty])).toEqual([
    ['opens', 'may'],
    ['closes', 'may'],
  ]);
});

test('what a decision asks about a claim that stays is met, and not met', async () => {
  const branchOnly = loansApi(
    'branch staff',
    '{ required: [branch, card_status], properties: { branch: { pattern: "^hq-" }, card_status: { not: { const: blocked } } } }',
  );
  const found = await effects(branchOnly, ['enum: [active, blocked]', 'enum: [active]']);
  expect(found.map(({ direction, certainty }) => [direction, certainty])).toEqual([['opens', 'may']]);
});

test('where values can’t be listed, sets of tokens are compared', async () => {
  const ownBranch = loansApi(
    'own branch',
    '{ required: [branch], properties: { branch: { pattern: "^lib-" } } }',
  );
  const found = await effects(ownBranch, ['maxLength: 20', 'maxLength: 30']);
  expect(found.map(({ direction, certainty }) => [direction, certainty])).toEqual([
    ['opens', 'may'],
    ['closes', 'may'],
  ]);
});

test('what a decision does not look at does not matter', async () => {
  expect(await effects(NOT_BLOCKED, ['releases: [branch]', 'releases: []'])).toEqual([]);
});

test('a decision that nobody can read is undecided where something changed', async () => {
  const readable = await consumer(NOT_BLOCKED);
  const allows = { properties: { card_status: { pattern: '(' } } };
  const unreadable = {
    ...readable,
    decisions: readable.decisions.map((decision) => ({ ...decision, allows })),
  };
  const before = await definition(ISSUER);
  const after = await definition(edited(ISSUER, ['enum: [active, blocked]', 'enum: [active]']));
  const found = compare(before, after, [unreadable]).decisionEffects;
  expect(found.map(({ direction, certainty }) => [direction, certainty])).toEqual([
    ['opens', 'undecided'],
    ['closes', 'undecided'],
  ]);
});

test('a decision about the token as a whole looks at every claim', async () => {
  const small = loansApi('few claims', '{ maxProperties: 9 }');
  const found = await effects(small, ['releases: [branch]', 'releases: []']);
  expect(found.map(({ direction }) => direction)).toContain('opens');
});

test('of more people than can be tried, some are: nobody says that there are no others', async () => {
  const values = (letter: string) => `{ enum: [${Array.from({ length: 40 }, (_, at) => letter + at)}] }`;
  const claims = ['floor', 'room', 'desk_no'];
  const issuer = edited(
    ISSUER,
    [
      'claims:\n',
      `claims:\n${claims.map((name) => `  ${name}: { about: user, presence: always, schema: ${values('a')}, source: account.${name} }\n`).join('')}`,
    ],
    ['releases: [branch]', `releases: [branch, ${claims}]`],
  );
  const replaced = edited(issuer, ...claims.map((): Edit => [values('a'), values('b')]));
  const closed = `{ properties: { ${claims.map((name) => `${name}: { enum: [b39] }`)} }, required: [${claims}] }`;
  const { decisionEffects } = compare(await definition(issuer), await definition(replaced), [
    await consumer(loansApi('last of all', closed)),
  ]);
  expect(decisionEffects.map(words)).toEqual([
    'last of all opens may: the values of "desk_no" and "floor" and "room" are not the same as before',
  ]);
});

test('two edits of one claim are told one by one, each with its own cause', async () => {
  const found = await effects(
    NOT_BLOCKED,
    ['enum: [active, blocked]', 'enum: [active]'],
    ['card_status: { about: user, presence: always', 'card_status: { about: user, presence: sometimes'],
  );
  expect(found.map(words)).toEqual([
    'not blocked opens may: refused before with "card_status" "blocked", allowed after without "card_status"',
    'not blocked opens may: refused before with "card_status" "blocked", allowed after with "card_status" "active"',
  ]);
  expect(found.map(({ coordinates }) => coordinates.change)).toEqual(['presence-loosened', 'claim-narrowed']);
});

test('the end of a value closes for certain what nobody can have any more', async () => {
  const found = await effects(LIBRARIAN, ['[reader, librarian]', '[reader]']);
  expect(found.map(words)).toEqual([
    'may lend anything closes certain: allowed before with "member_groups" ["librarian"], refused after with "member_groups" []',
  ]);
});

test('another issuer closes for certain what asks for the one that was', async () => {
  const ours = loansApi(
    'ours',
    '{ required: [iss], properties: { iss: { const: "https://id.lending.example" } } }',
  );
  const found = await effects(ours, [
    'issuer: https://id.lending.example',
    'issuer: https://id.moved.example',
  ]);
  expect(found.map(words)).toEqual([
    'ours closes certain: allowed before with "iss" "https://id.lending.example", refused after with "iss" "https://id.moved.example"',
  ]);
});

/** Claims whose values nobody can list. */
const FREE: Edit = [
  'member_groups: { about: user, schema: { type: array, items: { enum: [reader, librarian] } }',
  'member_groups: { about: user, schema: { type: array, items: { type: string } }',
];
const PROFILE: Edit = [
  'shelf: { about: user, schema: { type: string }',
  'shelf: { about: user, schema: { type: object, required: [language], properties: { language: { type: string }, hall: { enum: [east, west] } } }',
];
const SHELF_RELEASED: Edit = ['[card_status, member_groups]', '[card_status, member_groups, shelf]'];

test('what requires a claim that is gone does not open, whatever the claim said', async () => {
  const east = loansApi(
    'east hall',
    '{ required: [shelf], properties: { shelf: { required: [hall], properties: { hall: { const: east } } } } }',
  );
  const before = await definition(edited(ISSUER, PROFILE, SHELF_RELEASED));
  const after = await definition(edited(ISSUER, PROFILE));
  const found = compare(before, after, [await consumer(east)]).decisionEffects;
  expect(found.map(({ direction, certainty }) => `${direction} ${certainty}`)).toEqual(['closes certain']);
});

test('nothing closes where nobody can be refused any more', async () => {
  const notBarred = loansApi(
    'not barred',
    '{ not: { required: [member_groups], properties: { member_groups: { contains: { const: barred } } } } }',
  );
  const before = await definition(edited(ISSUER, FREE));
  const gone = await definition(edited(ISSUER, FREE, ['[card_status, member_groups]', '[card_status]']));
  const listed = await definition(ISSUER);
  const found = [gone, listed].map(
    async (after) => compare(before, after, [await consumer(notBarred)]).decisionEffects,
  );
  const told = (await Promise.all(found)).map((all) =>
    all.map(({ direction, certainty }) => `${direction} ${certainty}`),
  );
  expect(told).toEqual([['opens certain'], ['opens may']]);
});
