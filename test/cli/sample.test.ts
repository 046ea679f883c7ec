import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from './run.ts';
import { temporaryFolder } from './temporary.ts';

const MAPPER = 'fixtures/shop/v3.0.0';

test('writes samples that validate accepts, with their keys and an index', async () => {
  const out = join(temporaryFolder(), 'samples');
  const made = await run(['sample', MAPPER, '--out', out, '--client', 'web', '--token-type', 'id_token']);
  expect(made).toMatchObject({
    code: 0,
    stderr: '',
    stdout: expect.stringMatching(/^25 samples in .*, 11 of them/),
  });
  const index = JSON.parse(readFileSync(join(out, 'index.json'), 'utf8'));
  expect(index.at).toBe('2026-11-22T12:00:00Z');
  expect(index.tokens).toHaveLength(25);
  const file = join(out, 'id_token/web/maximal.jwt');
  const validated = await run(['validate', file, '--mapper', MAPPER, '--jwks', join(out, 'jwks.json')]);
  expect(validated.code).toBe(0);
  expect(readdirSync(join(out, 'id_token'))).toEqual(['web']);
});

test('signs with given keys', async () => {
  const out = join(temporaryFolder(), 'samples');
  const keys = 'fixtures/shop/tokens/private-keys.fixture.json';
  await run(['sample', MAPPER, '--out', out, '--client', 'mobile', '--keys', keys]);
  const file = join(out, 'light_access_token/mobile-at-orders/minimal.jwt');
  const validated = await run([
    'validate',
    file,
    '--mapper',
    MAPPER,
    '--jwks',
    'fixtures/shop/tokens/jwks.json',
  ]);
  expect(validated.code).toBe(0);
});

test('tells which of the tokens that the definition issues are refused all the same', async () => {
  const definition = `tokenpact: mapper/v1
name: x
issuer: https://id.example
tokens: { access_token: { format: jwt, profile: none, lifetime: 5m, releases: [iss, sub, iat, exp, client_id] } }
clients: { web: { party: first, grants: [authorization_code] } }
`;
  const folder = temporaryFolder({ 'm.yaml': definition });
  const mapper = join(folder, 'm.yaml');
  const { code, stderr } = await run(['sample', mapper, '--out', join(folder, 'out')]);
  expect([code, stderr]).toEqual([
    0,
    'validate refuses 2 that the definition issues: token/audience-missing\n',
  ]);
  const index = JSON.parse(readFileSync(join(folder, 'out/index.json'), 'utf8'));
  expect(index.tokens[0]).toMatchObject({ valid: true, refusedFor: ['token/audience-missing'] });
  const { stdout } = await run(['validate', join(folder, 'out', index.tokens[0].file), '--mapper', mapper]);
  expect(stdout).toContain('token/audience-missing');
});

test('signs with a given secret, and writes it nowhere', async () => {
  const definition = `tokenpact: mapper/v1
name: x
issuer: https://id.example
tokens: { id_token: { format: jwt, profile: openid, algorithms: [HS256] } }
clients: { web: { party: first, grants: [authorization_code] } }
`;
  const k = 'c2VjcmV0LW9mLXRoZS10ZXN0cy1hbmQtb2Ytbm9ib2R5LWVsc2U';
  const keys = JSON.stringify({ keys: [{ kty: 'oct', kid: 'own', alg: 'HS256', k }] });
  const folder = temporaryFolder({ 'm.yaml': definition, 'keys.json': keys });
  const [mapper, own, out] = ['m.yaml', 'keys.json', 'out'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  expect((await run(['sample', mapper, '--out', out, '--keys', own])).code).toBe(0);
  expect(JSON.parse(readFileSync(join(out, 'jwks.json'), 'utf8'))).toEqual({ keys: [] });
  const file = join(out, 'id_token/web/minimal.jwt');
  expect((await run(['validate', file, '--mapper', mapper, '--jwks', own])).code).toBe(0);
});

test.each([
  [['--client', 'nobody'], 'nothing could be made'],
  [['--keys', 'nowhere.json'], 'there is no file "nowhere.json"'],
  [['--keys', 'fixtures/shop/tokens/jwks.json'], 'holds no private key that signs samples'],
])('%j can not be done', async (args, message) => {
  const { code, stderr } = await run(['sample', MAPPER, '--out', join(temporaryFolder(), 'x'), ...args]);
  expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
});
