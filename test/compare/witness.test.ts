import { expect, test } from 'vitest';
import { compare } from '../../src/compare/index.ts';
import { headerSchema } from '../../src/contract/compile-header.ts';
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

/** The only change that an edit makes, and what shows it. */
async function shown(before: string, edit: Edit) {
  const versions = [await definition(before), await definition(edited(before, edit))] as const;
  const [change, ...others] = compare(...versions).changes;
  expect(others).toEqual([]);
  if (change?.witness === undefined) throw new Error('nothing to look at');
  return { versions, kind: change.kind, witness: change.witness };
}

/** The smallest request for a token of the app. */
const GRANT = { client: 'app', subject: 'user', scopes: ['loans.read', 'openid'], resource: 'loans' };

const TWO_ALGORITHMS = edited(ISSUER, ['[RS256]', '[RS256, ES256]']);

test.each<{ kind: string; before?: string; edit: Edit; header: Witness['header']; takers: string }>([
  {
    kind: 'algorithm-added',
    edit: ['[RS256]', '[RS256, ES256]'],
    header: { before: { alg: 'RS256', typ: 'at+jwt' }, after: { alg: 'ES256', typ: 'at+jwt' } },
    takers: 'readers of after',
  },
  {
    kind: 'algorithm-removed',
    before: TWO_ALGORITHMS,
    edit: ['[RS256, ES256]', '[RS256]'],
    header: { before: { alg: 'ES256', typ: 'at+jwt' }, after: { alg: 'RS256', typ: 'at+jwt' } },
    takers: 'readers of before',
  },
  {
    kind: 'algorithm-changed',
    edit: ['[RS256]', '[ES256]'],
    header: { before: { alg: 'RS256', typ: 'at+jwt' }, after: { alg: 'ES256', typ: 'at+jwt' } },
    takers: 'nobody',
  },
  {
    kind: 'algorithms-opened',
    edit: ['    algorithms: [RS256]\n', ''],
    header: { before: { alg: 'RS256', typ: 'at+jwt' }, after: { alg: 'PS256', typ: 'at+jwt' } },
    takers: 'readers of after',
  },
  {
    kind: 'token-typ-changed',
    edit: ['profile: rfc9068', 'profile: rfc9068\n    typ: loan'],
    header: { before: { alg: 'RS256', typ: 'at+jwt' }, after: { alg: 'RS256', typ: 'loan' } },
    takers: 'nobody',
  },
])(
  '$kind: the same token under two headers, and who takes both',
  async ({ kind, before, edit, header, takers }) => {
    const found = await shown(before ?? ISSUER, edit);
    const { grant, ...tokens } = found.witness;
    expect({ kind: found.kind, grant, header: tokens.header }).toEqual({ kind, grant: GRANT, header });
    expect(tokens.before).toEqual(tokens.after);
    const taken = found.versions.map((version) => {
      const contract = contractOf(version, { ...GRANT, subject: 'user', tokenType: 'access_token' });
      const schema = contract && headerSchema(contract);
      const headers = [tokens.header?.before ?? {}, tokens.header?.after ?? {}];
      return headers.map((one) => validate(schema ?? false, one).length === 0);
    });
    // Each version has a header of its own among the two.
    expect([taken[0]?.[0], taken[1]?.[1]]).toEqual([true, true]);
    const whole = ['readers of before', 'readers of after'].filter((_, at) => taken[at]?.every(Boolean));
    expect(whole.join(' ') || 'nobody').toBe(takers);
  },
);

test.each<{ kind: string; edit: Edit; differs: Witness['differs']; grant?: object }>([
  { kind: 'size-raised', edit: ['maxBytes: 4096', 'maxBytes: 8192'], differs: 'maxBytes: 4096 → 8192' },
  { kind: 'size-raised', edit: ['    maxBytes: 4096\n', ''], differs: 'maxBytes: 4096 → none' },
  {
    kind: 'source-changed',
    edit: ['account.desk', 'account.bureau'],
    differs: 'source: account.desk → account.bureau',
    grant: { ...GRANT, scopes: ['loans.write', 'openid'] },
  },
  {
    kind: 'identifier-made-mutable',
    edit: ['mutable: false', 'mutable: true'],
    differs: 'mutable: false → true',
  },
])(
  '$kind: the same token twice, and in words what it does not tell',
  async ({ kind, edit, differs, grant = GRANT }) => {
    const { before, after, ...witness } = (await shown(ISSUER, edit)).witness;
    expect(witness).toEqual({ grant, tokenType: 'access_token', differs });
    expect(before).toEqual(after);
    expect(before).toHaveProperty(kind === 'source-changed' ? 'desk' : 'branch');
  },
);

test('a lifetime is shown by tokens of the same second', async () => {
  const { kind, witness, versions } = await shown(ISSUER, ['lifetime: 5m', 'lifetime: 10m']);
  const { before, after } = witness;
  expect({ kind, grant: witness.grant }).toEqual({ kind: 'lifetime-lengthened', grant: GRANT });
  expect([before, after].map((token) => Number(token?.exp) - Number(token?.iat))).toEqual([300, 600]);
  expect(witness.differs).toBe('exp: iat + 300 → iat + 600');
  expect(takers(versions[0], 'access_token', witness, after ?? {})).toBe(ALL);
});

test('a pairwise subject is shown by another name for the same person', async () => {
  const { kind, witness, versions } = await shown(ISSUER, [
    'app: { party: first',
    'app: { subject: pairwise, party: first',
  ]);
  const { before, after } = witness;
  expect({ kind, grant: witness.grant }).toEqual({ kind: 'subject-type-changed', grant: GRANT });
  expect({ ...before, sub: '' }).toEqual({ ...after, sub: '' });
  expect(before?.sub).not.toBe(after?.sub);
  expect(takers(versions[0], 'access_token', witness, before ?? {})).toBe(ALL);
  expect(takers(versions[1], 'access_token', witness, after ?? {})).toBe(ALL);
});

test('an opaque token is one change, shown by the token that nobody reads any more', async () => {
  const { kind, witness, versions } = await shown(ISSUER, ['format: jwt\n', 'format: opaque\n']);
  expect({ kind, ...witness, before: undefined }).toEqual({
    kind: 'token-format-changed',
    grant: GRANT,
    tokenType: 'access_token',
    header: { before: { alg: 'RS256', typ: 'at+jwt' } },
    differs: 'format: jwt → opaque',
  });
  expect(takers(versions[0], 'access_token', witness, witness.before ?? {})).toBe(ALL);
});

test('another proof of possession is a change of its own, there and back', async () => {
  const audience = 'loans.lending.example", party: first';
  const dpop = edited(ISSUER, [audience, `${audience}, senderConstrained: dpop`]);
  const there = await shown(dpop, ['senderConstrained: dpop', 'senderConstrained: mtls']);
  const back = await shown(edited(dpop, ['dpop', 'mtls']), [
    'senderConstrained: mtls',
    'senderConstrained: dpop',
  ]);
  expect([there.kind, back.kind]).toEqual(['sender-constraint-changed', 'sender-constraint-changed']);
  const { witness, versions } = there;
  expect([witness.before, witness.after].map((token) => Object.keys(token?.cnf ?? {}))).toEqual([
    ['jkt'],
    ['x5t#S256'],
  ]);
  expect(takers(versions[0], 'access_token', witness, witness.before ?? {})).toBe(ALL);
  expect(takers(versions[0], 'access_token', witness, witness.after ?? {})).toBe('nobody');
});

test('readers that moved on are shown the token that they reject', async () => {
  const after = await definition(edited(ISSUER, ['[active, blocked]', '[active]']));
  const [change] = compare(await definition(ISSUER), after).changes;
  expect(change?.inFlight).toMatchObject({
    verdict: 'breaks',
    witness: { before: { card_status: 'blocked' }, after: { card_status: 'active' } },
  });
});
