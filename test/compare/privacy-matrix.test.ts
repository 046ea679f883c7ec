import { describe, expect, test } from 'vitest';
import { privacyMatrix } from '../../src/compare/index.ts';
import { type Alternative, type Consumer, type ExposureChange, readersOf } from '../../src/model/index.ts';
import { compareEdited, definition, type Edit, edited, ISSUER } from './definitions.ts';

const PLACE = { file: 'web.consumer.yaml', line: 1, column: 1, endLine: 1, endColumn: 1 };

/** A consumer that can't do without some claims of a token. */
function needs(reads: string, role: Consumer['role'], ...required: readonly string[]): Consumer {
  return {
    name: `${role.name} on ${reads}`,
    owner: 'team-web',
    party: 'first',
    reads,
    role,
    strict: 'none',
    expects: { required },
    decisions: [],
    at: PLACE,
  };
}

const EMAIL_IN_ID_TOKEN: Edit = ['releases: { userinfo: [email] }', 'releases: { id_token: [email] }'];
const THIRD: Edit = ['kiosk: { party: first', 'kiosk: { party: third'];

async function alternativesOf(
  edits: readonly Edit[],
  consumers: readonly Consumer[] = [],
): Promise<readonly Alternative[]> {
  return privacyMatrix(await definition(edited(ISSUER, ...edits)), consumers).alternatives;
}

const summary = ({ kind, claims, tokenType, clients }: Alternative) => ({ kind, claims, tokenType, clients });
const broken = ({ effects }: Alternative): readonly string[] =>
  effects.map(({ consumer, certainty, what }) => `${consumer.name} ${certainty}: ${what}`);

test('claims that are said to tell less than their names are told, with the reason', async () => {
  const claims = `claims:
  email: { about: user, schema: { type: string }, source: a, privacy: { level: technical } }
  religion: { about: user, schema: { type: string }, source: b, privacy: { level: personal, reason: of a choir } }
  city: { about: user, schema: { type: string }, source: c, privacy: { level: special-category } }
`;
  const { lowered } = privacyMatrix(await definition(edited(ISSUER, ['claims:\n', claims])), []);
  expect(lowered.map(({ claim, level, named, reason }) => [claim, level, named, reason])).toEqual([
    ['email', 'technical', 'personal', undefined],
    ['religion', 'personal', 'special-category', 'of a choir'],
  ]);
});

describe('alternatives', () => {
  test('there are none where nothing personal is in a token', async () => {
    expect(await alternativesOf([])).toEqual([]);
  });

  test('userinfo instead of an ID token breaks who reads the ID token, and nobody else', async () => {
    const consumers = [
      needs('id_token', { as: 'client', name: 'app' }, 'sub', 'email'),
      needs('userinfo', { as: 'client', name: 'app' }, 'sub'),
    ];
    const found = await alternativesOf([EMAIL_IN_ID_TOKEN], consumers);
    expect(found.map(summary)).toEqual([
      { kind: 'userinfo', claims: ['email'], tokenType: 'id_token', clients: [] },
    ]);
    expect(found.flatMap(broken)).toEqual(['app on id_token certain: requires "email"']);
  });

  test('who speaks of a claim that was never promised is told, too', async () => {
    const reader: Consumer = {
      ...needs('id_token', { as: 'client', name: 'app' }),
      expects: { properties: { email: { type: 'string' } } },
      decisions: [{ name: 'staff', scopes: [], allows: { required: ['email'] }, at: PLACE }],
    };
    const stranger = { ...reader, name: 'kiosk', role: { as: 'client', name: 'kiosk' } as const };
    const found = await alternativesOf([EMAIL_IN_ID_TOKEN], [reader, stranger]);
    expect(found.flatMap(broken)).toEqual([
      'app on id_token certain: its decision "staff" closes',
      'app on id_token may: expects "email"',
      'app on id_token may: its decision "staff" looks at "email"',
    ]);
  });

  test('what a token type itself releases moves as well', async () => {
    const found = await alternativesOf([
      [
        'id_token: { format: jwt, profile: openid, lifetime: 5m }',
        'id_token: { format: jwt, profile: openid, lifetime: 5m, releases: [email, given_name] }',
      ],
    ]);
    expect(found.map(summary)).toEqual([
      { kind: 'userinfo', claims: ['email', 'given_name'], tokenType: 'id_token', clients: [] },
    ]);
  });

  test('a third party that holds a readable access token gets a reference', async () => {
    const found = await alternativesOf(
      [THIRD, ['access_token: [card_status', 'access_token: [locale, card_status']],
      [needs('access_token', { as: 'client', name: 'kiosk' }, 'locale')],
    );
    const reference = found.find(({ kind }) => kind === 'reference-token');
    expect(reference && summary(reference)).toEqual({
      kind: 'reference-token',
      claims: ['locale'],
      tokenType: 'access_token',
      clients: ['kiosk'],
    });
    expect(reference && broken(reference)).toEqual(['kiosk on access_token certain: requires "locale"']);
  });

  test('of age instead of born on, wherever it is released', async () => {
    const found = await alternativesOf(
      [['releases: { userinfo: [email] }', 'releases: { userinfo: [email, birthdate] }']],
      [needs('userinfo', { as: 'client', name: 'app' }, 'birthdate')],
    );
    expect(found.map(summary)).toEqual([
      { kind: 'age-over-18', claims: ['birthdate'], tokenType: undefined, clients: [] },
    ]);
    expect(found.flatMap(broken)).toEqual(['app on userinfo certain: requires "birthdate"']);
  });

  test('a subject of its own for each third party', async () => {
    const found = await alternativesOf([THIRD]);
    expect(found.map(summary)).toEqual([
      { kind: 'pairwise-subject', claims: ['sub'], tokenType: undefined, clients: ['kiosk'] },
    ]);
    const pairwise: Edit = ['kiosk: { party: third', 'kiosk: { subject: pairwise, party: third'];
    expect(await alternativesOf([THIRD, pairwise])).toEqual([]);
  });
});

describe('rows', () => {
  test("a claim that no token holds is the issuer's alone", async () => {
    const unused: Edit = [
      'claims:\n',
      'claims:\n  passport_number: { about: user, schema: { type: string }, source: account.passport }\n',
    ];
    const { rows } = privacyMatrix(await definition(edited(ISSUER, unused)), []);
    const row = rows.find(({ claim }) => claim === 'passport_number');
    expect(row).toMatchObject({
      level: 'personal',
      readers: [{ kind: 'issuer', name: 'library', party: 'first' }],
      releases: [],
    });
    expect(row?.token).toBeUndefined();
  });
});

function changed(change: ExposureChange): string {
  const { kind, exposure, others, beforeLifetime } = change;
  const claims = [...new Set([exposure, ...others].map(({ claim }) => claim))].join(' and ');
  const readers = readersOf(change)
    .map(({ name }) => name)
    .join(' and ');
  const lives = beforeLifetime === undefined ? '' : ` ${beforeLifetime} → ${exposure.lifetime}`;
  return `${kind} ${claims} in ${exposure.tokenType} to ${readers}${lives}`;
}

describe('between versions', () => {
  test('a reader that becomes a third party is one change for all that it reads', async () => {
    const { exposureChanges } = await compareEdited(['app: { party: first', 'app: { party: third']);
    expect(exposureChanges.map(changed)).toEqual(['wider email and sub in userinfo to app']);
  });

  test('a token that lives longer is one change for all of its claims and readers', async () => {
    const before = edited(ISSUER, EMAIL_IN_ID_TOKEN);
    const after = edited(before, [
      'id_token: { format: jwt, profile: openid, lifetime: 5m }',
      'id_token: { format: jwt, profile: openid, lifetime: 1h }',
    ]);
    const { compare } = await import('../../src/compare/index.ts');
    const { exposureChanges } = compare(await definition(before), await definition(after), []);
    expect(exposureChanges.map(changed)).toEqual(['longer email in id_token to app 300 → 3600']);
    const back = compare(await definition(after), await definition(before), []);
    expect(back.exposureChanges).toEqual([]);
  });

  test('identifiers alone may live as long as their token', async () => {
    const { exposureChanges } = await compareEdited([
      'id_token: { format: jwt, profile: openid, lifetime: 5m }',
      'id_token: { format: jwt, profile: openid, lifetime: 1h }',
    ]);
    expect(exposureChanges).toEqual([]);
  });
});
