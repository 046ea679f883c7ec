import { expect, test } from 'vitest';
import { compare } from '../../src/compare/index.ts';
import { definition, type Edit, edited } from './definitions.ts';
import { witnessProblems } from './witness-laws.ts';

const ISSUER = `
tokenpact: mapper/v1
name: library
issuer: https://id.lending.example
tokens:
  access_token:
    format: jwt
    profile: rfc9068
    lifetime: 5m
    audience: { from: parameter, many: reject, shape: string }
    releases: [desk]
  id_token: { format: jwt, profile: openid, lifetime: 5m }
claims:
  desk: { about: user, presence: always, schema: { type: string }, source: account.desk }
  branch: { about: user, presence: sometimes, schema: { type: string }, source: account.branch }
scopes:
  openid: { description: Sign in }
  loans.read: { description: Loans, resources: [loans], releases: { access_token: [branch] } }
  fines.read: { description: Fines }
resources:
  loans: { audience: "https://loans.lending.example", party: first }
clients:
  app: { party: first, grants: [authorization_code], scopes: [openid, loans.read, fines.read] }
`;

const FINES_OPEN: Edit = ['description: Fines }', 'description: Fines, resources: [loans] }'];
const NO_FINES: Edit = ['loans.read, fines.read]', 'loans.read]'];
const LOANS_CLOSED: Edit = ['resources: [loans], releases', 'releases'];
const LOANS_RENAMED: readonly Edit[] = [
  ['loans.read: {', 'loans.view: {'],
  ['openid, loans.read', 'openid, loans.view'],
];
const LOANS_GONE: readonly Edit[] = [
  ['  loans.read: { description: Loans, resources: [loans], releases: { access_token: [branch] } }\n', ''],
  ['openid, loans.read', 'openid'],
];
const KIOSK: Edit = [
  'clients:\n',
  'clients:\n  kiosk: { party: first, grants: [authorization_code], scopes: [loans.view] }\n',
];
const MOVED: Edit = ['https://loans.lending.example', 'https://loans.moved.example'];
const RULE: Edit = [
  'releases: [desk]',
  'releases: [desk]\n    schema: { anyOf: [{ required: [branch] }, { required: [fine] }] }',
];
const DESK_LIST: Edit = [
  'schema: { type: string }, source: account.desk',
  'schema: { type: array, items: { type: string } }, source: account.desk',
];
const NO_PROFILE: Edit = ['profile: rfc9068', 'profile: none'];

/** What is told of edits that are made at once, where Ajv confirms every witness. */
async function told(before: readonly Edit[], after: readonly Edit[]): Promise<readonly string[]> {
  const comparison = compare(
    await definition(edited(ISSUER, ...before)),
    await definition(edited(ISSUER, ...after)),
  );
  const problems = comparison.changes.flatMap((change) =>
    witnessProblems(comparison, change).map((problem) => `${change.kind}: ${problem}`),
  );
  expect(problems).toEqual([]);
  return comparison.changes
    .map(
      ({ kind, coordinates: { claim, scope, resource, client, tokenType } }) =>
        `${kind} ${claim ?? scope ?? resource ?? client ?? tokenType}`,
    )
    .sort();
}

test('a scope gets another name while a client comes that has it', async () => {
  expect(await told([], [...LOANS_RENAMED, KIOSK])).toEqual([
    'client-added kiosk',
    'scope-renamed loans.read',
  ]);
});

test('a scope opens a resource no longer, while another one that does is granted', async () => {
  expect(await told([FINES_OPEN, NO_FINES], [FINES_OPEN, LOANS_CLOSED])).toEqual([
    'resource-closed loans.read',
    'scope-granted fines.read',
  ]);
});

test('a scope opens a resource that requests only had to name, while its audience changes', async () => {
  expect(await told([LOANS_CLOSED], [MOVED])).toEqual([
    'resource-audience-changed loans',
    'resource-opened loans.read',
  ]);
});

test('the scope that opened a resource goes, while tokens lose their profile', async () => {
  expect(await told([], [...LOANS_GONE, NO_PROFILE])).toEqual([
    'scope-removed loans.read',
    'token-profile-changed access_token',
  ]);
});

test('a rule across claims ends, while a claim gets other values', async () => {
  expect(await told([RULE], [DESK_LIST])).toEqual(['claim-changed desk', 'contract-widened access_token']);
  expect(await told([DESK_LIST], [RULE])).toEqual(['claim-changed desk', 'contract-narrowed access_token']);
});

test('the scope by which tokens were for a resource goes, while a claim may have any value', async () => {
  const anyAudience: Edit = ['    audience: { from: parameter, many: reject, shape: string }\n', ''];
  const listed: Edit = [
    'schema: { type: string }, source: account.desk',
    'schema: { enum: [a, b] }, values: open, source: account.desk',
  ];
  const open: Edit = ['source: account.desk', 'values: open, source: account.desk'];
  expect(await told([anyAudience, listed], [anyAudience, open, ...LOANS_GONE])).toEqual([
    'claim-widened desk',
    'scope-removed loans.read',
  ]);
});
