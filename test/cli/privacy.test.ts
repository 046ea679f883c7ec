import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import type { PrivacyMatrix } from '../../src/model/index.ts';
import { run } from './run.ts';
import { temporaryFolder } from './temporary.ts';

const SHOP = 'fixtures/shop/v3.0.0';
const PULL_REQUEST = 'fixtures/shop/pull-request';

const ajv = new Ajv2020({ allErrors: true });
const isValid = ajv.compile(JSON.parse(readFileSync('contracts/privacy.schema.json', 'utf8')));

async function json(...args: readonly string[]): Promise<{ matrices: readonly PrivacyMatrix[] }> {
  const { code, stdout, stderr } = await run(['privacy', ...args, '-f', 'json']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const document = JSON.parse(stdout);
  isValid(document);
  expect(isValid.errors ?? []).toEqual([]);
  return document;
}

/** Rows in words: who reads what where. */
function words({ matrices }: { readonly matrices: readonly PrivacyMatrix[] }): readonly string[] {
  return matrices.flatMap(({ rows }) =>
    rows.map(
      ({ claim, token, readers, releases }) =>
        `${claim} in ${token?.type ?? 'none'} to ${readers.map(({ kind, name, party }) => `${party} ${kind} ${name}`).join(', ')} by ${releases.map(({ by, purpose }) => `${by.kind} ${by.name}: ${purpose ?? ''}`).join(', ')}`,
    ),
  );
}

describe('the matrix', () => {
  test('says who reads what, by which scope and what for', async () => {
    expect(words(await json(SHOP, '--level', 'quasi-identifier'))).toEqual([
      'email in userinfo to first client mobile, first client web by scope email: See your e-mail address',
      'name in userinfo to first client mobile, first client web by scope profile: See your name and language',
      'https://shop.example/claims/age_over_18 in id_token to third client partner by scope age: Learn whether you are of age',
      'locale in userinfo to first client mobile, first client web by scope profile: See your name and language',
    ]);
  });

  test('tells gateways that declare what they read, and machines nothing of people', async () => {
    const rows = words(await json(SHOP));
    expect(rows.filter((row) => row.includes('gateway'))).toEqual([
      'sub in introspection to first gateway edge by profile rfc7662: , profile rfc9068: ',
    ]);
    expect(rows.filter((row) => row.includes('batch'))).toEqual([]);
  });

  test('shows third parties alone', async () => {
    expect(words(await json(SHOP, '--party', 'third'))).toEqual([
      'https://shop.example/claims/age_over_18 in id_token to third client partner by scope age: Learn whether you are of age',
      'sub in id_token to third client partner by profile openid: ',
      'sub in userinfo to third client partner by profile openid: , scope openid: Sign you in',
    ]);
  });

  test('counts what was looked at where there is nothing to show', async () => {
    const { stdout } = await run(['privacy', SHOP, '--level', 'criminal-offence']);
    expect(stdout).toBe(
      'shop 3.0.0: who can read which personal data\n\nno claims with personal data as asked for; 16 contracts looked at\n',
    );
  });
});

describe('alternatives', () => {
  test('are proposed with what they break', async () => {
    const { matrices } = await json(PULL_REQUEST, '--config', 'fixtures/shop/tokenpact.yaml');
    const [matrix] = matrices;
    expect(matrix?.alternatives.map(({ kind, claims, effects }) => [kind, claims, effects])).toEqual([
      ['userinfo', ['birthdate'], []],
      ['age-over-18', ['birthdate'], []],
    ]);
  });

  test('cost nothing where nobody asks for them', async () => {
    const { matrices } = await json(PULL_REQUEST, '--no-alternatives');
    expect(matrices.flatMap(({ alternatives }) => alternatives)).toEqual([]);
  });
});

describe('--against', () => {
  test('shows the change of a pull request alone', async () => {
    const { stdout } = await run(['privacy', PULL_REQUEST, '--against', SHOP]);
    const [changes = ''] = stdout.split('\n\n');
    expect(changes).toBe(
      `since ${SHOP}\n  + now readable: "birthdate" (personal: user.demographic.date_of_birth) in id_token by client partner\n      (third party), by scope "age"`,
    );
  });

  test('shows a level that fell below what is shown', async () => {
    const mapper = (level: string): string => `tokenpact: mapper/v1
name: library
version: 1.0.0
issuer: https://id.lending.example
owner: team-identity
tokens: { userinfo: { format: json, profile: openid } }
claims: { shelf: { about: user, schema: { type: string }, source: shelf, privacy: { level: ${level} } } }
scopes: { shelf: { description: Find your books, releases: { userinfo: [shelf] } } }
clients: { web: { party: first, grants: [authorization_code], scopes: [shelf] } }
`;
    const cwd = temporaryFolder({ 'before.yaml': mapper('personal'), 'after.yaml': mapper('technical') });
    const { stdout } = await run(['privacy', `${cwd}/after.yaml`, '--against', `${cwd}/before.yaml`]);
    expect(stdout).toContain('said to tell less than before: "shelf" (technical, was personal) in userinfo');
  });

  test('says so where nothing changed, and leaves out what was not asked for', async () => {
    const { stdout } = await run(['privacy', SHOP, '--against', SHOP]);
    expect(stdout).toContain('nobody can read more or less about a person than before');
    const first = await run(['privacy', PULL_REQUEST, '--against', SHOP, '--party', 'first']);
    expect(first.stdout).toContain('nobody can read more or less about a person than before');
  });
});

describe('what can not be shown', () => {
  test.each([
    [['--format', 'sarif'], 'there is no format "sarif"'],
    [['--level', 'high'], 'there is no level "high"'],
    [['--party', 'second'], 'there is no party "second"'],
  ])('%j', async (options, message) => {
    const { code, stdout, stderr } = await run(['privacy', SHOP, ...options]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });
});

test('Markdown names third parties in bold and escapes what definitions say', async () => {
  const { stdout } = await run(['privacy', SHOP, '-f', 'markdown']);
  expect(stdout).toContain('| **client partner (third party)** |');
  expect(stdout).not.toMatch(/[^\\]\*\*?client_/);
});
