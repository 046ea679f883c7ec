import { createHash, createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { CompactEncrypt, exportJWK, generateKeyPair } from 'jose';
import { describe, expect, onTestFinished, test } from 'vitest';
import { shopLines, shopText } from '../token/shop.ts';
import { run } from './run.ts';
import { temporaryFolder } from './temporary.ts';

const MAPPER = ['--mapper', 'fixtures/shop/v3.0.0'];
const JWKS = ['--jwks', 'fixtures/shop/tokens/jwks.json'];
const [WEB = ''] = shopLines('tokens/good/all.txt');
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

async function decoded(argument: string, ...options: string[]): Promise<ReturnType<typeof JSON.parse>> {
  const { stdout, stderr } = await run(['decode', argument, ...options, '--json']);
  return JSON.parse(stdout || JSON.stringify({ stderr }));
}

describe('decode', () => {
  test('tokens of a few hundred characters are arguments, not file names', async () => {
    expect(WEB.length).toBeLessThan(1_024);
    expect((await decoded(WEB)).title).toBe('access_token');
  });

  test('an argument of nothing is told as what it is', async () => {
    expect(await run(['decode', ''])).toMatchObject({ code: 2, stderr: expect.stringContaining('is empty') });
  });

  test.each([
    ['a curl command', `curl -H 'Authorization: Bearer ${WEB}' https://orders.shop.example/v1`],
    ['a cookie', `Set-Cookie: at=${WEB}; Path=/; HttpOnly`],
    ['a token response', JSON.stringify({ access_token: WEB, token_type: 'Bearer' })],
    ['a redirect', `https://app.example/cb#access_token=${WEB}&state=1`],
  ])('finds the token in %s', async (_, text) => {
    expect((await decoded(text)).title).toBe('access_token');
  });

  test('several tokens on standard input, one of them spoilt', async () => {
    const { code, stdout, stderr } = await run(['decode', '-', '--json'], {
      stdin: `${WEB}\neyJhbGci.e30.\n\n${WEB}\n`,
    });
    expect([code, JSON.parse(stdout).length, stderr]).toEqual([
      2,
      2,
      expect.stringContaining('<stdin>:2: not a token'),
    ]);
  });

  test('masks what says something about a person, and shows it when asked to', async () => {
    const userinfo = shopText('tokens/userinfo.json');
    const masked = JSON.stringify(await decoded(userinfo));
    expect(masked).not.toContain('ada@customer.example');
    expect(JSON.stringify(await decoded(userinfo, '--show-values'))).toContain('ada@customer.example');
  });

  test('never prints a signature', async () => {
    const { stdout } = await run(['decode', WEB, ...MAPPER, ...JWKS, '--show-values']);
    expect(stdout).not.toContain(WEB.split('.')[2]);
  });

  test('an opaque token: what to do', async () => {
    expect((await decoded('9Yc3Rk0Vt7Hq2Ls5Wd8Zf1Xg4Mb6Np_Ja')).signature).toContain(
      'introspection endpoint',
    );
  });
});

describe('an encrypted token', async () => {
  const { publicKey, privateKey } = await generateKeyPair('RSA-OAEP-256', { extractable: true });
  const encrypt = (text: string, header = {}): Promise<string> =>
    new CompactEncrypt(new TextEncoder().encode(text))
      .setProtectedHeader({ alg: 'RSA-OAEP-256', enc: 'A256GCM', ...header })
      .encrypt(publicKey);
  const key = JSON.stringify(await exportJWK(privateKey));

  test('stays closed without its key', async () => {
    const { payload, signature } = await decoded(await encrypt(WEB));
    expect([payload, signature]).toEqual([[], 'encrypted: no key was given that opens it']);
  });

  test('is opened, and the signed token in it is verified and held to its contract', async () => {
    const file = join(temporaryFolder({ 'key.json': key }), 'key.json');
    const options = ['--key', file, ...MAPPER, ...JWKS];
    const { title, signature, envelopes } = await decoded(await encrypt(WEB, { cty: 'JWT' }), ...options);
    expect(title).toBe('access_token');
    expect(signature).toBe('signature verified (ES256, key shop-es256)');
    expect(envelopes[0][0]).toMatchObject({ path: ['alg'], value: 'RSA-OAEP-256' });
    const twice = await encrypt(await encrypt(WEB, { cty: 'JWT' }), { cty: 'JWT' });
    expect((await run(['validate', twice, ...options])).code).toBe(0);
  });

  test('that holds claims is not signed', async () => {
    const file = join(temporaryFolder({ 'key.json': key }), 'key.json');
    const { signature, payload } = await decoded(await encrypt('{"iss":"x","nonce":"1"}'), '--key', file);
    expect([signature, payload.length]).toEqual(['encrypted, and nobody signed what is inside', 2]);
  });

  test('that holds claims shows its header once', async () => {
    const file = join(temporaryFolder({ 'key.json': key }), 'key.json');
    const { stdout } = await run(['decode', await encrypt('{"iss":"x","nonce":"1"}'), '--key', file]);
    expect(stdout.split('RSA-OAEP-256')).toHaveLength(2);
  });

  test('is not opened by another key', async () => {
    const other = JSON.stringify(
      await exportJWK((await generateKeyPair('RSA-OAEP-256', { extractable: true })).privateKey),
    );
    const file = join(temporaryFolder({ 'key.json': other }), 'key.json');
    expect((await decoded(await encrypt(WEB), '--key', file)).signature).toBe(
      'encrypted: none of the given keys opens it',
    );
  });
});

describe('an SD-JWT', () => {
  const disclosure = Buffer.from(JSON.stringify(['salt', 'email', 'ada@customer.example'])).toString(
    'base64url',
  );
  const element = Buffer.from(JSON.stringify(['salt', 'sales'])).toString('base64url');
  const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');
  const payload = {
    iss: 'x',
    nonce: 'n',
    _sd_alg: 'sha-256',
    _sd: [digest(disclosure)],
    groups: [{ '...': digest(element) }, { '...': 'kept' }],
  };
  const signed = `${part({ alg: 'ES256', typ: 'dc+sd-jwt' })}.${part(payload)}.c2ln`;

  test('shows what is disclosed in its place, and what counts for nothing', async () => {
    const stray = Buffer.from('["salt","role","admin"]').toString('base64url');
    const token = await decoded(`${signed}~${disclosure}~${element}~${stray}~`);
    expect(token.payload.map(({ path }: { path: string[] }) => path.join('.'))).toEqual([
      'iss',
      'nonce',
      'groups',
      'email',
    ]);
    expect(token.payload[2].value).toEqual(['sales']);
    expect(token.disclosed).toEqual(['email', 'groups.0']);
    expect(token.undisclosed).toEqual(['the signed part does not ask for it']);
  });
});

describe('validate', () => {
  test('keys in a folder, as a PEM, and by an address that was named', async () => {
    const jwks = shopText('tokens/jwks.json');
    const folder = temporaryFolder({ 'keys/shop.json': jwks, 'keys/readme.txt': 'x' });
    const server = createServer((_, response) => response.end(jwks)).listen(0, '127.0.0.1');
    onTestFinished(() => void server.close());
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    for (const keys of [
      ['--jwks', join(folder, 'keys')],
      ['--jwks-url', `http://127.0.0.1:${port}/jwks`],
    ]) {
      const { code, stdout } = await run(['validate', WEB, ...MAPPER, ...keys]);
      expect([code, stdout]).toEqual([0, expect.stringContaining('passed')]);
    }
  });

  test('keys come from nowhere that could be changed on the way', async () => {
    const { code, stderr } = await run(['validate', WEB, '--jwks-url', 'http://id.shop.example/jwks']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('is not an https address')]);
  });

  test('a word of the dictionary that is an HMAC secret', async () => {
    const input = `${part({ alg: 'HS256' })}.${part({ iss: 'x', client_id: 'web' })}`;
    const token = `${input}.${createHmac('sha256', 'changeme').update(input).digest('base64url')}`;
    const secrets = join(temporaryFolder({ words: 'secret\nchangeme\n' }), 'words');
    expect(JSON.stringify(await decoded(token, '--secrets', secrets))).not.toContain('changeme');
  });

  test('all problems of a token at once', async () => {
    const { stdout } = await run([
      'validate',
      'fixtures/shop/tokens/bad/stranger-key.jwt',
      ...MAPPER,
      ...JWKS,
      '--at',
      '2027-01-01',
      '-f',
      'json',
    ]);
    const rules = JSON.parse(stdout).findings.map(({ rule }: { rule: string }) => rule);
    expect(rules).toEqual(['jose/signature-invalid', 'token/expired-or-future']);
  });

  test.each([
    [['--jwks', 'nowhere.json'], 'there is no file "nowhere.json"'],
    [['--jwks', 'README.md'], 'README.md: it is neither a JWK set (JSON) nor a public key (PEM)'],
    [['--jwks', 'package.json'], 'package.json: it is JSON, but not a JWK set'],
    [['--key', 'README.md'], 'README.md: it is neither a JWK set (JSON) nor a private key'],
    [['--at', 'tomorrow'], '--at "tomorrow" is not a time'],
    [['--token-type', 'acces_token', ...MAPPER], 'there is no token type "acces_token"'],
  ])('%j can not be done', async (options, message) => {
    const { code, stderr } = await run(['validate', WEB, ...options]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});
