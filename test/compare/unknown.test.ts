import { expect, test } from 'vitest';
import { compare } from '../../src/compare/index.ts';
import type { MapperDefinition, Place, Unresolved } from '../../src/model/index.ts';
import { compareEdited, definition, edited, ISSUER, lines } from './definitions.ts';

const AT: Place = { file: 'mapper.yaml', line: 1, column: 1, endLine: 1, endColumn: 2 };

/** The issuer with a script that may write anything into access tokens. */
async function scripted(content: string): Promise<MapperDefinition> {
  const unresolved: Unresolved = { reason: 'a script', content, at: AT, tokenTypes: ['access_token'] };
  return { ...(await definition(ISSUER)), unresolved: [unresolved] };
}

test('what nobody can know is taken to behave alike when it is written alike', async () => {
  const { changes, requiredBump } = compare(await scripted('return 1'), await scripted('return 1'));
  expect({ changes, requiredBump }).toEqual({ changes: [], requiredBump: 'none' });
});

test('a script that changed leaves its readers undecided, once on each side', async () => {
  const { changes, requiredBump } = compare(await scripted('return 1'), await scripted('return 2'));
  expect(lines(changes)).toEqual([
    'unresolved-added - -> a script undecided/undecided/undecided',
    'unresolved-removed a script -> - undecided/undecided/undecided',
  ]);
  expect(requiredBump).toBe('major');
});

/** The issuer whose claim `desk` is filled by something that the definition can't tell. */
async function unknownDesk(source: string): Promise<MapperDefinition> {
  const known = await definition(edited(ISSUER, ['source: account.desk', `source: ${source}`]));
  const desk = known.claims.get('desk');
  if (desk === undefined) throw new Error('the issuer has a claim "desk"');
  return { ...known, claims: new Map(known.claims).set('desk', { ...desk, unresolved: 'a custom mapper' }) };
}

test('a claim whose values became unknown is undecided', async () => {
  const { changes } = compare(await definition(ISSUER), await unknownDesk('account.desk'));
  expect(changes.map(({ kind, tolerant }) => [kind, tolerant])).toEqual([
    ['claim-undecided', { verdict: 'undecided', reason: 'a custom mapper' }],
  ]);
});

test('a claim whose values are unknown on both sides is silent while it is filled alike', async () => {
  expect(compare(await unknownDesk('x'), await unknownDesk('x')).changes).toEqual([]);
  const { changes } = compare(await unknownDesk('x'), await unknownDesk('y'));
  expect(changes.map(({ kind }) => kind)).toEqual(['claim-undecided', 'source-changed']);
});

const TIED = (schema: string) =>
  ['    releases: [branch]\n', `    releases: [branch]\n    schema: ${schema}\n`] as const;

test('facts across claims are compared by themselves', async () => {
  const { changes } = await compareEdited(TIED('{ dependentRequired: { desk: [card_status] } }'));
  expect(changes.map(({ kind, tolerant }) => [kind, tolerant.verdict])).toEqual([
    ['contract-narrowed', 'safe'],
  ]);
});

test('giving up a fact across claims breaks those who rely on it', async () => {
  const before = await definition(edited(ISSUER, TIED('{ dependentRequired: { desk: [card_status] } }')));
  const { changes } = compare(before, await definition(ISSUER));
  expect(
    changes.map(({ kind, tolerant, witness }) => [kind, tolerant.verdict, witness !== undefined]),
  ).toEqual([['contract-widened', 'breaks', true]]);
});
