import { expect, test } from 'vitest';
import { compare } from '../../src/compare/index.ts';
import { acceptedSchema, contractOf, issuedSchema } from '../../src/contract/index.ts';
import type { JsonObject, MapperDefinition, Witness } from '../../src/model/index.ts';
import { validate } from '../../src/schema/index.ts';
import { definition, type Edit, edited, ISSUER } from './definitions.ts';

/** Who takes a token: the issuer of the version can emit it, its readers can read it, or they reject unknown names, too. */
function takers(version: MapperDefinition, tokenType: string, { grant }: Witness, token: JsonObject) {
  const { client, subject, resource, scopes } = grant;
  const key = { tokenType, client, subject, ...(resource !== undefined && { resource }) };
  const contract = contractOf(version, key);
  if (contract === undefined) return 'nobody';
  const grantedScopes = new Set(scopes);
  const schemas = {
    issuer: issuedSchema(contract, grantedScopes),
    tolerant: acceptedSchema(contract, { grantedScopes, reader: 'tolerant' }),
    strict: acceptedSchema(contract, { grantedScopes, reader: 'strict' }),
  };
  const taking = Object.entries(schemas).filter(([, schema]) => validate(schema, token).length === 0);
  return taking.map(([name]) => name).join(' ') || 'nobody';
}

const ALL = 'issuer tolerant strict';

test.each<{ name: string; edit: Edit; tokenType?: string; after?: string; before?: string }>([
  { name: 'an end', edit: ['releases: [branch]', 'releases: []'], after: 'nobody', before: 'tolerant' },
  {
    name: 'an end of what is there sometimes',
    edit: ['[card_status, member_groups]', '[card_status]'],
    before: 'tolerant',
  },
  {
    name: 'a beginning',
    edit: ['[card_status, member_groups]', '[card_status, member_groups, shelf]'],
    after: 'tolerant',
  },
  { name: 'more values', edit: ['[active, blocked]', '[active, blocked, lost]'], after: 'nobody' },
  { name: 'fewer values', edit: ['[active, blocked]', '[active]'], before: 'nobody' },
  { name: 'less often', edit: ['releases: [branch]', 'releases: ["branch?"]'], after: 'nobody' },
  {
    name: 'always',
    edit: ['id_token: [shelf]', 'id_token: ["shelf!"]'],
    tokenType: 'id_token',
    before: 'nobody',
  },
  {
    name: 'another type',
    edit: ['{ type: string }, source: account.desk', '{ type: integer }, source: account.desk'],
    after: 'nobody',
    before: 'nobody',
  },
])(
  '$name: the tokens of the witness are what they are said to be',
  async ({ edit, tokenType = 'access_token', after, before }) => {
    const versions = [await definition(ISSUER), await definition(edited(ISSUER, edit))] as const;
    const [change, ...others] = compare(...versions).changes;
    const witness = change?.witness;
    if (witness?.before === undefined || witness.after === undefined) throw new Error('no tokens to look at');
    expect(others).toEqual([]);
    expect(takers(versions[0], tokenType, witness, witness.before)).toBe(ALL);
    expect(takers(versions[1], tokenType, witness, witness.after)).toBe(ALL);
    expect({
      after: takers(versions[0], tokenType, witness, witness.after),
      before: takers(versions[1], tokenType, witness, witness.before),
    }).toEqual({ after: after ?? ALL, before: before ?? ALL });
  },
);

test('readers that moved on are shown the token that they reject', async () => {
  const after = await definition(edited(ISSUER, ['[active, blocked]', '[active]']));
  const [change] = compare(await definition(ISSUER), after).changes;
  expect(change?.inFlight).toMatchObject({
    verdict: 'breaks',
    witness: { before: { card_status: 'blocked' }, after: { card_status: 'active' } },
  });
});
