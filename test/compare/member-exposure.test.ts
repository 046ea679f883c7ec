import { expect, test } from 'vitest';
import { compare } from '../../src/compare/index.ts';
import { type ExposureChange, readersOf } from '../../src/model/index.ts';
import { definition, type Edit, edited, ISSUER } from './definitions.ts';

const SHELF = 'shelf: { about: user, schema: { type: string }';
const card = (members: string, more = ''): Edit => [
  SHELF,
  `shelf: { about: user, ${more}schema: { type: object, properties: { floor: { type: integer }${members} } }`,
];

async function told(before: readonly Edit[], after: readonly Edit[]): Promise<readonly string[]> {
  const [was, is] = await Promise.all([before, after].map((edits) => definition(edited(ISSUER, ...edits))));
  if (was === undefined || is === undefined) throw new Error('two definitions make two');
  return compare(was, is).exposureChanges.map(words);
}

function words(change: ExposureChange): string {
  const { kind, exposure } = change;
  return `${kind} ${exposure.claim} ${exposure.level} ${readersOf(change)
    .map(({ name }) => name)
    .join(' ')}`;
}

test('a member of an object that tells something of a person is exposed as a claim is', async () => {
  expect(await told([card('')], [card(', email: { type: string }')])).toEqual([
    'new shelf.email personal app kiosk',
  ]);
  expect(await told([card(', email: { type: string }')], [card('')])).toEqual([
    'gone shelf.email personal app kiosk',
  ]);
});

test('members of members are looked at too', async () => {
  const deep = ', owner: { type: object, properties: { birthdate: { type: string } } }';
  expect(await told([card('')], [card(deep)])).toContain('new shelf.owner.birthdate personal app kiosk');
});

test('what a definition says of a claim is said of its members', async () => {
  const level = 'privacy: { level: technical }, ';
  expect(await told([card('', level)], [card(', email: { type: string }', level)])).toEqual([]);
});

test('a claim with another name shows the same members', async () => {
  const member = card(', email: { type: string }');
  const renamed: readonly Edit[] = [member, ['shelf: { about: user', 'shelf: { path: [rack], about: user']];
  expect(await told([member], renamed)).toEqual([]);
});
