import { expect, test } from 'vitest';
import { unmetParts } from '../../src/compare/consumers/unmet.ts';
import { makeJudge } from '../../src/compare/judge.ts';
import { effectiveContracts } from '../../src/contract/index.ts';
import { consumer, definition, type Edit, edited, ISSUER } from './definitions.ts';

async function unmet(expects: string, ...edits: readonly Edit[]) {
  const mapper = await definition(edited(ISSUER, ...edits));
  const loans = effectiveContracts(mapper).filter(
    ({ key }) => key.tokenType === 'access_token' && key.resource === 'loans',
  );
  const reader = await consumer(`
tokenpact: consumer/v1
name: loans-api
reads: access_token
as: { resource: loans }
expects: ${expects}
`);
  return unmetParts(reader, mapper, loans, makeJudge());
}

test('what every token has is met', async () => {
  expect(await unmet('{ required: [sub, branch], properties: { desk: { type: string } } }')).toEqual([]);
});

test('what only some requests bring is not met by all tokens', async () => {
  expect(await unmet('{ required: [desk] }')).toEqual([
    { claim: 'desk', fails: 'requires "desk"', always: false, client: 'app' },
  ]);
});

test('a type that no token has is never met', async () => {
  expect(await unmet('{ required: [branch], properties: { branch: { type: integer } } }')).toEqual([
    { claim: 'branch', fails: 'expects another "branch"', always: true, client: 'app' },
  ]);
});

test('a claim about users is not in the tokens of machines', async () => {
  const machine: Edit = [
    'scopes: [fines.read] }\nexchanges',
    'scopes: [loans.read, fines.read] }\nexchanges',
  ];
  expect(await unmet('{ required: [branch] }', machine)).toEqual([
    { claim: 'branch', fails: 'requires "branch"', always: false, client: 'loans-service' },
  ]);
});

test('an expectation of the whole token is asked, too', async () => {
  expect(await unmet('{ anyOf: [{ required: [desk] }, { required: [shelf] }] }')).toEqual([
    { fails: 'expects another token as a whole', always: false, client: 'app' },
  ]);
});
