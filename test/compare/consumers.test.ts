import { expect, test } from 'vitest';
import { compare } from '../../src/compare/index.ts';
import type { ConsumerEffect } from '../../src/model/index.ts';
import { consumer, definition, type Edit, edited, ISSUER } from './definitions.ts';

const LOANS_API = `
tokenpact: consumer/v1
name: loans-api
owner: team-loans
party: first
reads: access_token
as: { resource: loans }
expects:
  required: [sub, branch]
  properties:
    branch: { type: string, maxLength: 20 }
    card_status: { enum: [active, blocked] }
    desk: { type: string }
`;

async function effects(text: string, ...edits: readonly Edit[]): Promise<readonly ConsumerEffect[]> {
  const before = await definition(ISSUER);
  const after = await definition(edited(ISSUER, ...edits));
  return compare(before, after, [await consumer(text)]).consumerEffects;
}

function words(effect: ConsumerEffect): string {
  const { consumer: who, fails, verdict, because } = effect;
  return `${who.name} of ${who.owner} ${fails}: ${verdict.verdict} by ${because.map(({ kind }) => kind).join()}`;
}

test('a required claim that can be missing is named, with its consumer and owner', async () => {
  const found = await effects(LOANS_API, ['releases: [branch]', 'releases: ["branch?"]']);
  expect(found.map(words)).toEqual([
    'loans-api of team-loans requires "branch": breaks by presence-loosened',
  ]);
});

test('the witness is a token of before and one of after for the same grant', async () => {
  const [effect] = await effects(LOANS_API, ['releases: [branch]', 'releases: ["branch?"]']);
  expect(effect?.verdict).toMatchObject({
    verdict: 'breaks',
    witness: {
      grant: { client: 'app', subject: 'user', scopes: ['loans.read', 'openid'], resource: 'loans' },
      before: { scope: 'loans.read openid', branch: expect.any(String) },
      after: { scope: 'loans.read openid', aud: 'https://loans.lending.example' },
    },
  });
});

test('a new value that the expectation does not list breaks it, also where the list is open', async () => {
  const open: Edit = ['values: closed, source: card', 'values: open, source: card'];
  const before = await definition(edited(ISSUER, open));
  const after = await definition(edited(ISSUER, open, ['[active, blocked]', '[active, blocked, lost]']));
  const { changes, consumerEffects } = compare(before, after, [await consumer(LOANS_API)]);
  expect(changes.map(({ kind, tolerant }) => [kind, tolerant.verdict])).toEqual([['claim-widened', 'safe']]);
  expect(consumerEffects.map(words)).toEqual([
    'loans-api of team-loans expects another "card_status": breaks by claim-widened',
  ]);
});

test('a consumer that knows the listed values only is named when the list may grow', async () => {
  const opened = edited(ISSUER, ['values: closed, source: card', 'values: open, source: card']);
  const versions = [await definition(ISSUER), await definition(opened)] as const;
  const told = async (text: string) =>
    compare(...versions, [await consumer(text)]).consumerEffects.map(words);
  const knows = 'knows the values of "card_status" that are listed, and no others';
  expect(await told(LOANS_API)).toEqual([`loans-api of team-loans ${knows}: breaks by values-opened`]);
  const whole = LOANS_API.replace(
    /expects:.*/s,
    'expects: { allOf: [{ properties: { card_status: { enum: [active, blocked] } } }] }',
  );
  expect(await told(whole)).toEqual([`loans-api of team-loans ${knows}: breaks by values-opened`]);
  expect(await told(LOANS_API.replace('enum: [active, blocked]', 'type: string'))).toEqual([]);
  expect(await told(LOANS_API.replace('enum: [active, blocked]', 'enum: [active]'))).toEqual([]);
  expect(await told(LOANS_API.replace('{ resource: loans }', '{ resource: fines }'))).toEqual([]);
  const [was, is] = versions;
  expect(compare(is, was, [await consumer(LOANS_API)]).consumerEffects).toEqual([]);
});

test('a claim that a scope releases is judged under that scope', async () => {
  const needsDesk = LOANS_API.replace('[sub, branch]', '[sub, desk]');
  const whileAsked: Edit = ['access_token: [desk]', 'access_token: ["desk?"]'];
  const found = await effects(needsDesk, whileAsked);
  expect(found.map(words)).toEqual(['loans-api of team-loans requires "desk": breaks by presence-loosened']);
});

test('what failed before is not this change’s doing', async () => {
  const needsShelf = LOANS_API.replace('[sub, branch]', '[sub, shelf]');
  expect(await effects(needsShelf, ['access_token: [desk]', 'access_token: [desk, shelf]'])).toEqual([]);
});

test('what was there at times only breaks who requires it when it is never there, and nobody when it still may', async () => {
  const needs = (claim: string) => LOANS_API.replace('[sub, branch]', `[sub, ${claim}]`);
  const gone: Edit = ['[card_status, member_groups]', '[card_status]'];
  const requires = 'loans-api of team-loans requires "member_groups": breaks by';
  expect((await effects(needs('member_groups'), gone)).map(words)).toEqual([`${requires} claim-removed`]);
  expect(await effects(LOANS_API, gone)).toEqual([]);
  const moved: Edit = ['id_token: [shelf]', 'id_token: [shelf, member_groups]'];
  expect((await effects(needs('member_groups'), gone, moved)).map(words)).toEqual([
    `${requires} claim-moved`,
  ]);
  const fewer: Edit = ['items: { enum: [reader, librarian] }', 'items: { enum: [reader] }'];
  expect(await effects(needs('member_groups'), fewer)).toEqual([]);
  const [effect] = await effects(needs('member_groups'), gone);
  expect(effect?.verdict).toMatchObject({
    witness: { grant: { client: 'app', scopes: ['loans.read', 'openid'] } },
  });
});

test('what went with a scope that nobody can ask for any more breaks who requires it', async () => {
  const app = LOANS_API.replace('access_token', 'userinfo')
    .replace('{ resource: loans }', '{ client: app }')
    .replace('[sub, branch]', '[sub, email]');
  const without: Edit = ['scopes: [email, loans.read, loans.write]', 'scopes: [loans.read, loans.write]'];
  const gone: Edit = ['  email: { description: E-mail, releases: { userinfo: [email] } }\n', ''];
  const requires = 'loans-api of team-loans requires "email": breaks by';
  expect((await effects(app, without)).map(words)).toEqual([`${requires} scope-revoked`]);
  expect((await effects(app, without, gone)).map(words)).toEqual([`${requires} scope-removed`]);
  const byDefault: Edit = ['userinfo: [sub]', 'userinfo: [sub, email]'];
  expect(await effects(app, without, gone, byDefault)).toEqual([]);
  expect(await effects(app.replace(', email]', ']'), without, gone)).toEqual([]);
});

test('a consumer that rejects unknown claims breaks on a new one, another does not', async () => {
  const added: Edit = ['access_token: [desk]', 'access_token: [desk, shelf]'];
  const strict = LOANS_API.replace('expects:', 'strict: names\nexpects:');
  expect((await effects(strict, added)).map(words)).toEqual([
    'loans-api of team-loans does not know "shelf": breaks by claim-added',
  ]);
  expect(await effects(LOANS_API, added)).toEqual([]);
});

test('tokens of a new client must fit as all others did', async () => {
  const closed = LOANS_API.replace('[sub, branch]', '[sub, branch]').replace(
    '    desk: { type: string }\n',
    '',
  );
  const found = await effects(
    closed,
    [
      '  id_token: {',
      '  bare_token: { kind: access_token, format: jwt, profile: rfc9068, for: { clients: [tablet] }, only: [] }\n  id_token: {',
    ],
    [
      '  kiosk: {',
      '  tablet: { party: third, grants: [authorization_code], scopes: [loans.read] }\n  kiosk: {',
    ],
  );
  expect(found.map(words)).toEqual(['loans-api of team-loans requires "branch": breaks by client-added']);
});

test('a consumer of other tokens is not concerned', async () => {
  const other = LOANS_API.replace('{ resource: loans }', '{ resource: fines }');
  expect(await effects(other, ['source: account.branch', 'source: crm.branch'])).toEqual([]);
});

test('a client reads its ID tokens, a gateway every token of its kind', async () => {
  const asClient = LOANS_API.replace('reads: access_token', 'reads: id_token')
    .replace('{ resource: loans }', '{ client: kiosk }')
    .replace('[sub, branch]', '[sub, acr]');
  const certain: Edit = ['id_token: [shelf]', 'id_token: ["acr!"]'];
  const before = await definition(edited(ISSUER, certain));
  const { consumerEffects } = compare(before, await definition(ISSUER), [await consumer(asClient)]);
  expect(consumerEffects.map(words)).toEqual([
    'loans-api of team-loans requires "acr": breaks by claim-removed',
  ]);
  const asGateway = LOANS_API.replace('{ resource: loans }', '{ gateway: edge }');
  const found = await effects(asGateway, ['releases: [branch]', 'releases: []']);
  expect(found.map(words)).toEqual(['loans-api of team-loans requires "branch": breaks by claim-removed']);
});

test('what an expectation says about the token as a whole is one part of it', async () => {
  const whole = LOANS_API.replace('  required: [sub, branch]', '  dependentRequired: { sub: [branch] }');
  const found = await effects(whole, ['releases: [branch]', 'releases: []']);
  expect(found.map(({ fails }) => fails)).toEqual(['expects another token as a whole']);
});

test('an expectation without room for other claims fails by the first that is new', async () => {
  const names =
    'sub: true, branch: true, card_status: true, member_groups: true, iss: true, exp: true, aud: true';
  const closed = LOANS_API.replace(
    /expects:[\s\S]*/,
    `expects: { properties: { ${names}, client_id: true, iat: true, jti: true, scope: true, desk: true }, additionalProperties: false }`,
  );
  const found = await effects(closed, [
    '[card_status, member_groups]',
    '[card_status, member_groups, shelf]',
  ]);
  expect(found.map(({ fails, verdict }) => [fails, verdict.verdict])).toEqual([
    ['takes no claims that it does not know', 'breaks'],
  ]);
});

test('an expectation that nobody can read is undecided where something changed', async () => {
  const expects = { properties: { card_status: { pattern: '(' } } };
  const unreadable = { ...(await consumer(LOANS_API)), expects };
  const before = await definition(ISSUER);
  const found = async (...edits: readonly Edit[]) =>
    compare(before, await definition(edited(ISSUER, ...edits)), [unreadable]).consumerEffects;
  const narrowed = await found(['enum: [active, blocked]', 'enum: [active]']);
  expect(narrowed.map(({ verdict }) => verdict.verdict)).toEqual(['undecided']);
  expect(await found(['access_token: [desk]', 'access_token: []'])).toEqual([]);
});

test('a token for a resource is only judged with a scope that gets one', async () => {
  const text = LOANS_API.replace('required: [sub, branch]', 'required: [scope, branch]');
  const found = await effects(text, [
    'fines.read: { description: Fines, resources: [fines] }',
    'fines.read: { description: Fines, resources: [fines, loans] }',
  ]);
  expect(found.map(({ fails }) => fails)).toEqual(['requires "branch"']);
  expect(found.map(({ verdict }) => verdict)).toMatchObject([
    {
      witness: {
        grant: { client: 'loans-service', subject: 'machine', scopes: ['fines.read'], resource: 'loans' },
        after: { scope: 'fines.read', aud: 'https://loans.lending.example' },
      },
    },
  ]);
});

const RELAY = `
tokenpact: consumer/v1
name: relay
owner: team-relay
party: first
reads: wrapper_token
as: { gateway: edge }
`;

const DESK = `
tokenpact: consumer/v1
name: desk
owner: team-desk
party: first
reads: id_token
as: { client: kiosk }
decisions:
  - { name: may borrow, scopes: [loans.write], allows: true }
`;

const WRAPPED = edited(ISSUER, [
  '  id_token:',
  '  handle: { kind: reference_token, format: opaque, of: access_token, for: { clients: [app, kiosk] } }\n' +
    '  wrapper_token: { format: jwt, wraps: handle, for: { clients: [app, kiosk] } }\n  id_token:',
]);

test.each<{ name: string; text: string; edits: readonly Edit[]; told: readonly string[] }>([
  {
    name: 'a token type that is gone',
    text: RELAY,
    edits: [['  wrapper_token: { format: jwt, wraps: handle, for: { clients: [app, kiosk] } }\n', '']],
    told: [
      'relay of team-relay reads "wrapper_token", which is not issued to "app" any more: breaks by token-type-removed',
    ],
  },
  {
    name: 'a client whose tokens a gateway can no longer read',
    text: RELAY,
    edits: [['wraps: handle, for: { clients: [app, kiosk] }', 'wraps: handle, for: { clients: [app] }']],
    told: [
      'relay of team-relay reads "wrapper_token", which is not issued to "kiosk" any more: breaks by token-withdrawn',
    ],
  },
  {
    name: 'a client that is gone',
    text: DESK,
    edits: [
      [
        '  kiosk: { party: first, grants: [authorization_code], defaultScopes: [openid], scopes: [loans.read] }\n',
        '',
      ],
      ['{ clients: [app, kiosk] } }', '{ clients: [app] } }'],
      ['{ clients: [app, kiosk] } }', '{ clients: [app] } }'],
    ],
    told: [
      'desk of team-desk reads "id_token", which is not issued to "kiosk" any more: breaks by client-removed',
    ],
  },
  {
    name: 'a scope with another name, which a decision asks for',
    text: DESK,
    edits: [
      ['  loans.write:', '  loans.edit:'],
      ['loans.read, loans.write]', 'loans.read, loans.edit]'],
    ],
    told: [
      'desk of team-desk needs the scope "loans.write" for its decision "may borrow": breaks by scope-renamed',
    ],
  },
  {
    name: 'a client of others',
    text: RELAY,
    edits: [
      ['  app:', '  phone:'],
      ['[app, kiosk]', '[phone, kiosk]'],
      ['[app, kiosk]', '[phone, kiosk]'],
    ],
    told: [],
  },
])('what a consumer refers to and is there no more: $name', async ({ text, edits, told }) => {
  const versions = [await definition(WRAPPED), await definition(edited(WRAPPED, ...edits))] as const;
  expect(compare(...versions, [await consumer(text)]).consumerEffects.map(words)).toEqual(told);
});
