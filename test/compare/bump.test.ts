import { expect, test } from 'vitest';
import { compare } from '../../src/compare/index.ts';
import type { Bump, ChangeKind } from '../../src/model/index.ts';
import { compareEdited, consumer, definition, type Edit, edited, ISSUER } from './definitions.ts';

const LOANS = 'loans.lending.example", party: first';

/** The version that an edit needs by itself, for every direction of every subject. */
test.each<{ kind: ChangeKind; edit: Edit; bump: Bump }>([
  { kind: 'claim-added', edit: ['access_token: [desk]', 'access_token: [desk, shelf]'], bump: 'minor' },
  { kind: 'claim-removed', edit: ['card_status, member_groups]', 'card_status]'], bump: 'major' },
  { kind: 'presence-loosened', edit: ['releases: [branch]', 'releases: ["branch?"]'], bump: 'major' },
  { kind: 'presence-tightened', edit: ['id_token: [shelf]', 'id_token: ["shelf!"]'], bump: 'minor' },
  { kind: 'claim-widened', edit: ['[active, blocked]', '[active, blocked, lost]'], bump: 'major' },
  { kind: 'claim-narrowed', edit: ['[active, blocked]', '[active]'], bump: 'minor' },
  { kind: 'claim-changed', edit: ['[active, blocked]', '[active, lost]'], bump: 'major' },
  { kind: 'claim-moved', edit: ['access_token: [desk]', 'id_token: [desk]'], bump: 'major' },
  {
    kind: 'values-opened',
    edit: ['values: closed, source: card', 'values: open, source: card'],
    bump: 'major',
  },
  { kind: 'source-changed', edit: ['account.desk', 'account.bureau'], bump: 'major' },
  { kind: 'identifier-made-mutable', edit: ['mutable: false', 'mutable: true'], bump: 'major' },
  { kind: 'claim-deprecated', edit: ['shelf: {', 'shelf: { deprecated: { since: 1.0.0 },'], bump: 'minor' },
  { kind: 'scope-added', edit: ['scopes:\n', 'scopes:\n  fresh: { description: Fresh }\n'], bump: 'minor' },
  { kind: 'scope-granted', edit: ['scopes: [loans.read] }', 'scopes: [loans.read, email] }'], bump: 'minor' },
  {
    kind: 'scope-revoked',
    edit: ['[email, loans.read, loans.write]', '[loans.read, loans.write]'],
    bump: 'major',
  },
  { kind: 'client-party-changed', edit: ['app: { party: first', 'app: { party: third'], bump: 'minor' },
  { kind: 'subject-type-changed', edit: ['app: {', 'app: { subject: pairwise,'], bump: 'major' },
  {
    kind: 'grant-type-removed',
    edit: ['[client_credentials, token_exchange]', '[token_exchange]'],
    bump: 'major',
  },
  { kind: 'sender-constraint-added', edit: [LOANS, `${LOANS}, senderConstrained: dpop`], bump: 'major' },
  { kind: 'exchange-mode-changed', edit: ['mode: delegation', 'mode: impersonation'], bump: 'major' },
  { kind: 'token-format-changed', edit: ['format: jwt\n', 'format: opaque\n'], bump: 'major' },
  { kind: 'algorithm-added', edit: ['[RS256]', '[RS256, ES256]'], bump: 'major' },
  { kind: 'algorithms-opened', edit: ['    algorithms: [RS256]\n', ''], bump: 'major' },
  { kind: 'lifetime-lengthened', edit: ['lifetime: 5m', 'lifetime: 10m'], bump: 'minor' },
  { kind: 'size-raised', edit: ['maxBytes: 4096', 'maxBytes: 8192'], bump: 'major' },
  { kind: 'size-lowered', edit: ['maxBytes: 4096', 'maxBytes: 2048'], bump: 'minor' },
  { kind: 'issuer-changed', edit: ['https://id.', 'https://login.'], bump: 'major' },
])('$kind needs a $bump version', async ({ kind, edit, bump }) => {
  const { changes, requiredBump } = await compareEdited(edit);
  expect({ kinds: changes.map((change) => change.kind), requiredBump }).toEqual({
    kinds: [kind],
    requiredBump: bump,
  });
});

test('what takes nothing from readers needs no more than a minor version', async () => {
  const { changes, requiredBump } = await compareEdited(
    ['access_token: [desk]', 'access_token: [desk, shelf]'],
    ['maxBytes: 4096', 'maxBytes: 2048'],
  );
  expect([changes.length, requiredBump]).toEqual([2, 'minor']);
});

test('the worst of several edits decides', async () => {
  const { requiredBump } = await compareEdited(
    ['access_token: [desk]', 'access_token: [desk, shelf]'],
    ['[active, blocked]', '[active, blocked, lost]'],
  );
  expect(requiredBump).toBe('major');
});

const API = 'tokenpact: consumer/v1\nname: api\nparty: first\nreads: access_token\nas: { resource: loans }\n';
const NOT_BLOCKED =
  'decisions: [{ name: not blocked, allows: { not: { properties: { card_status: { const: blocked } } } } }]\n';

test.each<{ name: string; declared: string; edit: Edit; bump: Bump }>([
  {
    name: 'a new claim that a strict consumer does not know',
    declared: 'strict: names\nexpects: { required: [sub] }\n',
    edit: ['access_token: [desk]', 'access_token: [desk, shelf]'],
    bump: 'major',
  },
  {
    name: 'a new claim that nobody minds',
    declared: 'expects: { required: [sub] }\n',
    edit: ['access_token: [desk]', 'access_token: [desk, shelf]'],
    bump: 'minor',
  },
  {
    name: 'a value that goes, and lets somebody in',
    declared: NOT_BLOCKED,
    edit: ['[active, blocked]', '[active]'],
    bump: 'major',
  },
  {
    name: 'a scope that a client gets, with the access that goes with it',
    declared: 'decisions: [{ name: may edit, scopes: [loans.write], allows: { required: [desk] } }]\n',
    edit: ['scopes: [loans.read] }', 'scopes: [loans.read, loans.write] }'],
    bump: 'minor',
  },
])('a consumer by name counts as much as readers in general: $name', async ({ declared, edit, bump }) => {
  const versions = [await definition(ISSUER), await definition(edited(ISSUER, edit))] as const;
  expect(compare(...versions, [await consumer(`${API}${declared}`)]).requiredBump).toBe(bump);
});

test('an edit of many contracts is told once, with how many more show it', async () => {
  const echoesOf = async (...edits: readonly Edit[]) =>
    (await compareEdited(...edits)).changes.map(({ kind, echoes, clients }) => [kind, echoes, clients]);
  // Access tokens of the app, of the kiosk, and of the service that exchanged one.
  expect(await echoesOf(['releases: [branch]', 'releases: []'])).toEqual([
    ['claim-removed', 2, ['app', 'kiosk', 'loans-service']],
  ]);
  expect(await echoesOf(['id_token: [shelf]', 'id_token: []'])).toEqual([
    ['claim-removed', 1, ['app', 'kiosk']],
  ]);
  expect(await echoesOf(['access_token: [desk]', 'access_token: []'])).toEqual([
    ['claim-removed', 0, ['app']],
  ]);
});

test.each<{ pattern: string; verdict: string }>([
  { pattern: '^[0-9a-z]+$', verdict: 'safe' },
  { pattern: '^[1-9]+$', verdict: 'breaks' },
])(
  'requests for a scope with parameters are judged by what they allow: $pattern',
  async ({ pattern, verdict }) => {
    const pay = (written: string): Edit => [
      '  fines.read:',
      `  "pay:{id}": { description: Pay, resources: [fines], parameters: { id: { type: string, pattern: "${written}" } } }\n  fines.read:`,
    ];
    const before = await definition(edited(ISSUER, pay('^[0-9]+$')));
    const { changes } = compare(before, await definition(edited(ISSUER, pay(pattern))));
    expect(changes.map(({ kind, tolerant }) => [kind, tolerant.verdict])).toEqual([
      ['scope-parameters-changed', verdict],
    ]);
  },
);
