import { expect, test } from 'vitest';
import { compare, exposures } from '../../src/compare/index.ts';
import { type Exposure, type ExposureChange, readersOf } from '../../src/model/index.ts';
import { compareEdited, definition, type Edit, edited, ISSUER } from './definitions.ts';

function words({ claim, level, tokenType, to, releasedBy }: Exposure): string {
  return `${claim} (${level}) in ${tokenType} to ${to.kind} ${to.name}, by ${releasedBy}`;
}

function changed(change: ExposureChange): string {
  const { kind, exposure, beforeLevel } = change;
  const [, ...readers] = readersOf(change);
  const others = readers.map(({ name }) => ` and ${name}`).join('');
  return `${kind} ${words(exposure)}${others}${beforeLevel ? `, was ${beforeLevel}` : ''}`;
}

test('a JWT shows its claims to whoever holds it, userinfo to the client', async () => {
  const found = exposures(await definition(ISSUER)).map(words);
  expect(found).toContain('email (personal) in userinfo to client app, by scope "email"');
  expect(found).toContain(
    'sub (pseudonymous-identifier) in access_token to client app, by profile "rfc9068"',
  );
  expect(found).toContain(
    'sub (pseudonymous-identifier) in access_token to resource loans, by profile "rfc9068"',
  );
});

test('a claim of a person in one more token is a new exposure, once for all readers', async () => {
  const { exposureChanges } = await compareEdited([
    'access_token: [card_status',
    'access_token: [email, card_status',
  ]);
  expect(exposureChanges.map(changed)).toEqual([
    'new email (personal) in access_token to client app, by scope "loans.read" and kiosk and loans',
  ]);
});

test('an edit that shows a claim in two token types names both', async () => {
  const { exposureChanges } = await compareEdited([
    'releases: { userinfo: [email] }',
    'releases: { userinfo: [email, birthdate], id_token: [birthdate] }',
  ]);
  expect(exposureChanges.map(({ exposure, others }) => [exposure, ...others].map(words))).toEqual([
    [
      'birthdate (personal) in id_token to client app, by scope "email"',
      'birthdate (personal) in userinfo to client app, by scope "email"',
    ],
  ]);
});

test('what is not released any more is gone', async () => {
  const { exposureChanges } = await compareEdited(['releases: { userinfo: [email] }', 'releases: {}']);
  expect(exposureChanges.map(changed)).toEqual([
    'gone email (personal) in userinfo to client app, by scope "email"',
  ]);
});

test('a third party is told before first parties', async () => {
  const third = edited(ISSUER, ['kiosk: { party: first', 'kiosk: { party: third']);
  const after = edited(third, ['access_token: [card_status', 'access_token: [email, card_status']);
  const { exposureChanges } = compare(await definition(third), await definition(after));
  expect(exposureChanges.map(changed)).toEqual([
    'new email (personal) in access_token to client kiosk, by scope "loans.read" and app and loans',
  ]);
});

test('a reference token shows nothing to the client that holds it', async () => {
  const { exposureChanges } = await compareEdited([
    '  id_token: {',
    '  reference_token: { format: opaque, of: access_token, for: { clients: [app] } }\n  id_token: {',
  ]);
  expect(exposureChanges.map(changed)).toEqual([
    'gone sub (pseudonymous-identifier) in access_token to client app, by profile "rfc9068"',
  ]);
});

test('a declared level wins, and a higher one is told', async () => {
  const source = 'source: account.shelf';
  const before = edited(ISSUER, [source, `${source}, privacy: { level: quasi-identifier }`]);
  const after = edited(ISSUER, [source, `${source}, privacy: { level: special-category }`]);
  const { exposureChanges } = compare(await definition(before), await definition(after));
  expect(exposureChanges.map(changed)).toEqual([
    'raised shelf (special-category) in id_token to client app, by scope "openid" and kiosk, was quasi-identifier',
  ]);
});

test('a claim that told nothing, and tells something now, is no new claim', async () => {
  const source = 'source: account.shelf';
  const before = edited(ISSUER, [source, `${source}, privacy: { level: technical }`]);
  const after = edited(ISSUER, [source, `${source}, privacy: { level: personal }`]);
  const { exposureChanges } = compare(await definition(before), await definition(after));
  expect(exposureChanges.map(changed)).toEqual([
    'raised shelf (personal) in id_token to client app, by scope "openid" and kiosk, was technical',
  ]);
});

const EMAIL = '  email: { about: user, schema: { type: string }, privacy: { level: personal } }';
const TO_KIOSK: Edit = ['scopes: [loans.read] }', 'scopes: [loans.read, email] }'];

test('a claim that is said to tell less is judged by what it told before', async () => {
  const before = edited(ISSUER, ['claims:\n', `claims:\n${EMAIL}\n`]);
  const lower: Edit = ['level: personal', 'level: technical'];
  const { exposureChanges } = compare(
    await definition(before),
    await definition(edited(before, lower, TO_KIOSK)),
  );
  expect(exposureChanges.map(changed)).toEqual([
    'lowered email (technical) in userinfo to client app, by scope "email", was personal',
    'new email (personal) in userinfo to client kiosk, by scope "email"',
  ]);
});

test('the same data under another name is nothing new', async () => {
  const entry =
    '  mail: { path: [mail], about: user, schema: { type: string }, source: crm.mail, privacy: { level: personal } }';
  const before = edited(
    ISSUER,
    ['claims:\n', `claims:\n${entry}\n`],
    ['userinfo: [email]', 'userinfo: [mail]'],
  );
  const { exposureChanges } = compare(
    await definition(before),
    await definition(edited(before, ['path: [mail]', 'path: [contact, mail]'])),
  );
  expect(exposureChanges.map(changed)).toEqual([]);
});
