import { expect, test } from 'vitest';
import { compareEdited, type Edit } from './definitions.ts';

/** Edits that change no token: nothing may be said about them. */
const SILENT: readonly { readonly name: string; readonly edits: readonly Edit[] }[] = [
  {
    name: 'another order of entries',
    edits: [
      ['[email, loans.read, loans.write]', '[loans.write, email, loans.read]'],
      ['enum: [active, blocked]', 'enum: [blocked, active]'],
    ],
  },
  {
    name: 'a claim moved from a scope that is always granted to the token type',
    edits: [
      ['id_token: { format: jwt', 'id_token: { releases: [shelf], format: jwt'],
      ['id_token: [shelf], ', ''],
    ],
  },
  {
    name: 'a claim released by a scope as well as by the token type',
    edits: [['access_token: [desk]', 'access_token: [desk, branch]']],
  },
  {
    name: 'another id for the same claim',
    edits: [
      ['  desk: { about', '  counter: { path: [desk], about'],
      ['access_token: [desk]', 'access_token: [counter]'],
    ],
  },
  {
    name: 'a second entry for the same claim with the same values',
    edits: [
      [
        '  shelf: {',
        '  groups_2: { path: [member_groups], about: user, schema: { type: array, items: { enum: [reader, librarian] } }, values: closed, source: directory.groups, use: authorization }\n  shelf: {',
      ],
      ['[card_status, member_groups]', '[card_status, groups_2, member_groups]'],
    ],
  },
  {
    name: 'another name for a token type of the same kind',
    edits: [['  access_token:\n', '  api_token:\n    kind: access_token\n']],
  },
  {
    name: 'the same schema in other words',
    edits: [['{ type: string, maxLength: 20 }', '{ maxLength: 20, type: [string] }']],
  },
  {
    name: 'what becomes of several audiences, where nobody can have two',
    edits: [['many: reject', 'many: array']],
  },
  { name: 'another description of a scope', edits: [['description: Sign in', 'description: Log in']] },
];

test.each(SILENT)('silent: $name', async ({ edits }) => {
  const { changes, consumerEffects, exposureChanges } = await compareEdited(...edits);
  expect({ changes, consumerEffects, exposureChanges }).toEqual({
    changes: [],
    consumerEffects: [],
    exposureChanges: [],
  });
});

test('a version against itself is silent, and says how much was looked at', async () => {
  const { changes, requiredBump, contracts } = await compareEdited();
  expect({ changes, requiredBump, contracts }).toEqual({ changes: [], requiredBump: 'none', contracts: 8 });
});

test('a description is worth a patch', async () => {
  const { requiredBump } = await compareEdited(['description: Sign in', 'description: Log in']);
  expect(requiredBump).toBe('patch');
});

test('an addition is worth a minor, a withdrawn promise a major', async () => {
  const added = await compareEdited(['access_token: [desk]', 'access_token: [desk, shelf]']);
  const removed = await compareEdited(['[card_status, member_groups]', '[card_status]']);
  expect([added.requiredBump, removed.requiredBump]).toEqual(['minor', 'major']);
});
