import { expect, test } from 'vitest';
import { compare } from '../../src/compare/index.ts';
import { compareEdited, definition, edited, ISSUER, lines } from './definitions.ts';

const INTROSPECTION = '  introspection: { format: json, profile: rfc7662, of: access_token }\n';
const FOR_APP =
  '  introspection: { format: json, profile: rfc7662, of: access_token, for: { clients: [app] } }\n';
const FOR_BOTH = FOR_APP.replace('[app]', '[app, kiosk]');
const REFERENCE = '  reference_token: { format: opaque, of: access_token, for: { clients: [app] } }\n';

const withTypes = (types: string) => definition(edited(ISSUER, ['  id_token: {', `${types}  id_token: {`]));

test('a new token type is told once, and its end too', async () => {
  const before = await definition(ISSUER);
  const after = await withTypes(INTROSPECTION);
  expect(lines(compare(before, after).changes)).toEqual([
    'token-type-added tokenType=introspection - -> introspection safe/safe/safe',
  ]);
  expect(lines(compare(after, before).changes)).toEqual([
    'token-type-removed tokenType=introspection introspection -> - breaks/breaks/safe',
  ]);
});

test('a client that gets one more kind of token is told, and one that loses it', async () => {
  const one = await withTypes(FOR_APP);
  const both = await withTypes(FOR_BOTH);
  expect(lines(compare(one, both).changes)).toEqual(['token-granted tokenType=introspection safe/safe/safe']);
  const [withdrawn] = compare(both, one).changes;
  expect(withdrawn).toMatchObject({ kind: 'token-withdrawn', clients: ['kiosk'], resources: ['loans'] });
});

test('a client that holds a reference in place of the JWT changes the format for its readers', async () => {
  const one = await withTypes(`${FOR_APP}${REFERENCE}`);
  const both = await withTypes(`${FOR_APP}${REFERENCE.replace('[app]', '[app, kiosk]')}`);
  expect(compare(one, both).changes).toMatchObject([
    {
      kind: 'token-format-changed',
      coordinates: { tokenType: 'reference_token' },
      before: 'jwt',
      after: 'opaque',
      clients: ['kiosk'],
      tokenTypes: ['access_token', 'reference_token'],
      resources: ['loans'],
      tolerant: {
        verdict: 'breaks',
        reason:
          'readers of the jwt tokens of "kiosk" get opaque tokens, and no introspection says what is in them',
      },
      witness: { grant: { client: 'kiosk' }, differs: 'format: jwt → opaque' },
    },
  ]);
  const [back, ...others] = compare(both, one).changes;
  expect(others).toEqual([]);
  expect(back).toMatchObject({ before: 'opaque', after: 'jwt', clients: ['kiosk'] });
  expect(back?.tolerant).toMatchObject({ reason: 'readers of the opaque tokens of "kiosk" get jwt tokens' });
});

test('references that come or go as a whole change the format, and readers of introspection hear of it', async () => {
  const before = await withTypes(INTROSPECTION);
  const after = await withTypes(`${INTROSPECTION}${REFERENCE}`);
  for (const [one, other] of [
    [before, after],
    [after, before],
  ] as const) {
    expect(compare(one, other).changes).toMatchObject([
      {
        kind: 'token-format-changed',
        clients: ['app'],
        tokenTypes: ['access_token', 'introspection', 'reference_token'],
      },
    ]);
  }
});

test('a token type that became opaque breaks whoever read it', async () => {
  const { changes } = await compareEdited(['    format: jwt\n    profile: rfc9068', '    format: opaque']);
  expect(changes.map(({ kind }) => kind)).toContain('token-format-changed');
});

test('a removed client names its contracts and shows a token that is not issued any more', async () => {
  const kiosk =
    '  kiosk: { party: first, grants: [authorization_code], defaultScopes: [openid], scopes: [loans.read] }\n';
  const { changes } = await compareEdited([kiosk, '']);
  expect(changes).toMatchObject([
    {
      kind: 'client-removed',
      tokenTypes: ['access_token', 'id_token', 'userinfo'],
      echoes: 2,
      witness: { grant: { client: 'kiosk' } },
    },
  ]);
});

test('a removed scope names the claims that go with it', async () => {
  const { changes } = await compareEdited(
    ['  loans.write: { description: Borrow, resources: [loans], releases: { access_token: [desk] } }\n', ''],
    ['[email, loans.read, loans.write]', '[email, loans.read]'],
  );
  expect(changes).toMatchObject([
    { kind: 'scope-removed', claims: ['desk'], clients: ['app'], resources: ['loans'] },
  ]);
});

test('an announced end is shown with the removal', async () => {
  const announced = edited(ISSUER, [
    'source: account.desk',
    'source: account.desk, deprecated: { sunset: 2027-01-01 }',
  ]);
  const after = edited(
    ISSUER,
    ['  desk: { about: user, presence: always, schema: { type: string }, source: account.desk }\n', ''],
    ['access_token: [desk]', 'access_token: []'],
  );
  const { changes } = compare(await definition(announced), await definition(after));
  expect(changes).toMatchObject([{ kind: 'claim-removed', sunset: '2027-01-01' }]);
});

test('a removed resource takes its contracts along', async () => {
  const { changes } = await compareEdited(
    ['  fines: { audience: "https://fines.lending.example", party: first }\n', ''],
    ['resources: [fines]', 'resources: []'],
    [
      'exchanges:\n  - { client: loans-service, from: loans, to: fines, scopes: [fines.read], mode: delegation }\n',
      '',
    ],
  );
  expect(changes.map(({ kind }) => kind)).toEqual(['resource-removed']);
});

test('fixed audiences are told one by one', async () => {
  const fixed = (values: string): string =>
    edited(ISSUER, [
      '{ from: scope, many: reject, shape: string }',
      `{ from: fixed, many: array, shape: array, values: ${values} }`,
    ]);
  const one = await definition(fixed('["https://a"]'));
  const two = await definition(fixed('["https://a", "https://b"]'));
  expect(compare(one, two).changes.map(({ kind, after }) => [kind, after])).toEqual([
    ['audience-added', 'https://b'],
  ]);
  expect(compare(two, one).changes.map(({ kind, before }) => [kind, before])).toEqual([
    ['audience-removed', 'https://b'],
  ]);
});

test('limits and algorithms that become tighter do not break', async () => {
  const { changes } = await compareEdited([
    'lifetime: 5m\n    maxBytes: 4096\n    algorithms: [RS256]',
    'lifetime: 3m\n    maxBytes: 2048\n    algorithms: [ES256]',
  ]);
  expect(changes.map(({ kind, tolerant }) => [kind, tolerant.verdict]).sort()).toEqual([
    ['algorithm-changed', 'breaks'],
    ['lifetime-shortened', 'safe'],
    ['size-lowered', 'safe'],
  ]);
});

test('an id_token for somebody else is one change, whichever client it was for', async () => {
  const { changes } = await compareEdited([
    'id_token: { format: jwt,',
    'id_token: { audience: { from: fixed, values: [x] }, format: jwt,',
  ]);
  expect(
    changes.map(({ kind, before, after, clients, tolerant }) => [
      kind,
      before,
      after,
      clients,
      tolerant.verdict,
    ]),
  ).toEqual([['audience-changed', 'the client itself', ['x'], ['app', 'kiosk'], 'breaks']]);
});

test('a variant for no resource takes the place of the tokens for each, and names what they lose', async () => {
  const types = (clients: string) =>
    `  small_token: { kind: access_token, format: jwt, profile: rfc9068, lifetime: 5m, algorithms: [RS256], audience: { from: fixed, many: array, shape: either, values: [] }, only: [desk], for: { clients: ${clients} } }\n`;
  const base = edited(ISSUER, [
    '[email, loans.read, loans.write]',
    '[email, loans.read, loans.write, fines.read]',
  ]);
  const withSmall = (clients: string) =>
    definition(edited(base, ['  id_token: {', `${types(clients)}  id_token: {`]));
  const none = await withSmall('[loans-service]');
  const app = await withSmall('[loans-service, app]');
  const { changes } = compare(none, app);
  expect(changes).toMatchObject([
    {
      kind: 'token-variant-changed',
      before: 'access_token',
      after: 'small_token',
      clients: ['app'],
      tokenTypes: ['access_token', 'small_token'],
      resources: ['fines', 'loans'],
      claims: ['branch', 'card_status', 'member_groups'],
      tolerant: { verdict: 'breaks' },
    },
  ]);
  expect(changes[0]?.witness).toBeDefined();
  expect(compare(app, none).changes.map(({ kind }) => kind)).toEqual(['token-variant-changed']);
});
