import { expect, test } from 'vitest';
import { compare } from '../../src/compare/index.ts';
import type { Change } from '../../src/model/index.ts';
import { compareEdited, definition, type Edit, edited, ISSUER, lines } from './definitions.ts';
import { ISSUER_EDITS, ONLY_ISSUER } from './issuer-edits.ts';

test.each(ISSUER_EDITS)('$name', async ({ edits, changes }) => {
  const comparison = await compareEdited(...edits);
  expect(lines(comparison.changes)).toEqual(changes);
});

test('a claim that is taken away is told once, also where an exchange may still carry it', async () => {
  const carried: Edit = ['mode: delegation }', 'mode: delegation, carries: [branch] }'];
  const before = await definition(edited(ISSUER, carried));
  const after = await definition(edited(ISSUER, carried, ONLY_ISSUER));
  expect(lines(compare(before, after).changes)).toEqual(['claim-removed claim=branch breaks/breaks/safe']);
  expect(lines(compare(after, before).changes)).toEqual(['claim-added claim=branch safe/breaks/breaks']);
});

test('of two claims that become one, the first is renamed and the other ends; going back, it begins', async () => {
  const list = 'schema: { type: array, items: { type: string } }, source: account';
  const apart = edited(
    ISSUER,
    ['schema: { type: string }, source: account.desk', `${list}.desk`],
    ['schema: { type: string }, source: account.shelf', `${list}.shelf`],
    ['access_token: [desk]', 'access_token: [desk, shelf]'],
  );
  const together = edited(
    apart,
    ['desk: { about', 'desk: { path: [place], about'],
    ['shelf: { about', 'shelf: { path: [place], about'],
  );
  const versions = [await definition(apart), await definition(together)] as const;
  const ofAccess = ({ tokenTypes }: { tokenTypes: readonly string[] }) => tokenTypes.includes('access_token');
  const kinds = (changes: readonly Change[]) =>
    changes.filter(ofAccess).map(({ kind, coordinates }) => `${kind} ${coordinates.claim}`);
  expect(kinds(compare(...versions).changes)).toEqual(['claim-renamed desk', 'claim-removed shelf']);
  expect(kinds(compare(versions[1], versions[0]).changes)).toEqual([
    'claim-renamed place',
    'claim-added shelf',
  ]);
});

test('what variants have from the general token type is given up once for all of them', async () => {
  const before = edited(ISSUER, [
    '  id_token: {',
    '  small_token: { kind: access_token, for: { clients: [kiosk] }, only: [card_status] }\n  id_token: {',
  ]);
  const after = edited(before, ['    lifetime: 5m\n    maxBytes: 4096\n    algorithms: [RS256]\n', '']);
  const versions = [await definition(before), await definition(after)] as const;
  const told = ({ kind, coordinates, clients }: Change) => [kind, coordinates.tokenType, clients.length];
  expect(compare(...versions).changes.map(told)).toEqual([
    ['algorithms-opened', 'access_token', 3],
    ['lifetime-lengthened', 'access_token', 3],
    ['size-raised', 'access_token', 3],
  ]);
});

test('what becomes of several audiences is told of those who can have two', async () => {
  const both: Edit = ['[email, loans.read, loans.write]', '[email, loans.read, loans.write, fines.read]'];
  const before = await definition(edited(ISSUER, both));
  const after = await definition(edited(ISSUER, both, ['many: reject', 'many: array']));
  const told = ({ kind, clients, tolerant }: Change) => [kind, clients, tolerant.verdict];
  expect(compare(before, after).changes.map(told)).toEqual([['audience-shape-changed', ['app'], 'breaks']]);
  expect(compare(after, before).changes.map(told)).toEqual([['audience-shape-changed', ['app'], 'safe']]);
});
