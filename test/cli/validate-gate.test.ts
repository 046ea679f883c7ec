import { join } from 'node:path';
import { CompactEncrypt, exportJWK, generateKeyPair } from 'jose';
import { describe, expect, test } from 'vitest';
import { shopText, shopToken } from '../token/shop.ts';
import { run } from './run.ts';
import { temporaryFolder } from './temporary.ts';

const SHOP = ['--mapper', 'fixtures/shop/v3.0.0', '--jwks', 'fixtures/shop/tokens/jwks.json'];

/** The exit code, and the rules that speak; undecided ones with a question mark. */
async function validated(token: string, ...options: string[]): Promise<readonly [number, ...string[]]> {
  const { code, stdout, stderr } = await run(['validate', '-', ...options, '-f', 'json'], { stdin: token });
  if (stdout === '') return [code, stderr];
  const told: { rule: string; undecided: boolean }[] = JSON.parse(stdout).findings;
  return [code, ...told.map(({ rule, undecided }) => `${rule}${undecided ? '?' : ''}`)];
}

const withoutSignature = (token: string): string => token.slice(0, token.lastIndexOf('.') + 1);

test('a sound token passes', async () => {
  expect(await validated(shopToken(), ...SHOP)).toEqual([0]);
});

describe('what nobody signed', () => {
  test.each([
    ['as it stands', withoutSignature(shopToken())],
    ['an SD-JWT', `${withoutSignature(shopToken())}~`],
    ['alg missing', withoutSignature(shopToken({}, { alg: undefined }))],
  ])('%s', async (_, token) => {
    expect(await validated(token, ...SHOP)).toEqual([1, 'jose/alg-none']);
  });

  test('is no part of a log that passes', async () => {
    const log = join(temporaryFolder({ 'a.log': `${withoutSignature(shopToken())}\n` }), 'a.log');
    const { code, stdout } = await run(['audit', log, ...SHOP]);
    expect([code, stdout]).toEqual([1, expect.stringContaining('its signature is empty')]);
  });
});

describe('what is encrypted', async () => {
  const { publicKey, privateKey } = await generateKeyPair('RSA-OAEP-256', { extractable: true });
  const encrypt = (text: string, header = {}): Promise<string> =>
    new CompactEncrypt(new TextEncoder().encode(text))
      .setProtectedHeader({ alg: 'RSA-OAEP-256', enc: 'A256GCM', ...header })
      .encrypt(publicKey);
  const jwk = JSON.stringify(await exportJWK(privateKey));
  const key = (): string[] => ['--key', join(temporaryFolder({ 'key.json': jwk }), 'key.json')];
  const nested = await encrypt(shopToken(), { cty: 'JWT' });

  test('passes when it is opened, and is undecided when it is not', async () => {
    expect(await validated(nested, ...SHOP, ...key())).toEqual([0]);
    expect(await validated(nested, ...SHOP)).toEqual([1, 'token/unreadable?']);
    const [header, , ...rest] = nested.split('.');
    expect(await validated([header, 'AAAA', ...rest].join('.'), ...SHOP, ...key())).toEqual([
      1,
      'token/unreadable?',
    ]);
  });

  test('does not pass when nobody signed what is inside', async () => {
    const stripped = await encrypt(withoutSignature(shopToken()), { cty: 'JWT' });
    expect(await validated(stripped, ...SHOP, ...key())).toEqual([1, 'jose/alg-none']);
    const [, payload = ''] = shopToken().split('.');
    const claims = await encrypt(Buffer.from(payload, 'base64url').toString());
    expect(await validated(claims, ...SHOP, ...key())).toEqual([1, 'jose/signature-invalid']);
  });

  test('does not pass an audit that can not open it', async () => {
    const log = join(temporaryFolder({ 'a.log': `${nested}\n9Yc3Rk0Vt7Hq2Ls5Wd8Zf1Xg4Mb6Np_Ja\n` }), 'a.log');
    const { code, stdout } = await run(['audit', log, ...SHOP]);
    expect([code, stdout.match(/token\/unreadable/g)?.length]).toEqual([1, 2]);
  });
});

test('what is opaque is undecided; a word that looks like a file is a file that is not there', async () => {
  expect(await validated('9Yc3Rk0Vt7Hq2Ls5Wd8Zf1Xg4Mb6Np_Ja', ...SHOP)).toEqual([1, 'token/unreadable?']);
  expect((await run(['validate', 'tokne'])).code).toBe(1);
  const { code, stderr } = await run(['validate', 'missing.jwe']);
  expect([code, stderr]).toEqual([2, expect.stringContaining('there is no file "missing.jwe"')]);
});

test('that nobody looked at a signature is said, and passes', async () => {
  const unchecked = SHOP.slice(0, 2);
  const { code, stdout } = await run(['validate', '-', ...unchecked, '-f', 'json'], { stdin: shopToken() });
  expect([code, JSON.parse(stdout).summary.checked.unchecked]).toEqual([0, 1]);
  const text = await run(['validate', '-', ...unchecked], { stdin: shopToken() });
  expect(text.stdout).toContain('1 signature not checked: give the keys with --jwks');
  expect((await run(['validate', '-', ...SHOP], { stdin: shopToken() })).stdout).not.toContain('not checked');
});

describe('a claim beyond the contract', () => {
  test.each([
    ['about a person, by its name', { email: 'ada@customer.example' }, 'token/personal-claim-excess'],
    [
      'about a person, as declared',
      { 'https://shop.example/claims/age_over_18': true },
      'token/personal-claim-excess',
    ],
    ['that opens access', { price_plan: 'trade' }, 'token/authorization-claim-excess'],
    ['of no consequence', { debug: 'x' }, 'token/claim-not-in-contract'],
  ])('%s', async (_, claims, rule) => {
    const [code, ...rules] = await validated(shopToken(claims), ...SHOP);
    expect([code, rules]).toEqual([rule === 'token/claim-not-in-contract' ? 0 : 1, [rule]]);
  });

  test('a response for an inactive token says no more than that', async () => {
    expect(await validated('{"active":false,"sub":"u1"}')).toEqual([1, 'token/inactive-response']);
    expect(await validated('{"active":false}')).toEqual([0]);
  });

  test('a token without scopes leaves open what was granted', async () => {
    const [, ...rules] = await validated(
      shopToken({ scope: undefined, acr: 'urn:shop:acr:password' }),
      ...SHOP,
    );
    expect(rules).toEqual(['token/contract-claim-missing', 'token/scopes-unstated?']);
    const told = await validated(shopToken({ scope: undefined }), ...SHOP);
    expect(told).toEqual([1, 'token/contract-claim-missing']);
  });
});

test('all tokens of one URL are checked', async () => {
  const forged = shopToken().replace(/.{8}$/, 'AAAAAAAA');
  const url = `https://x.example/cb?access_token=${shopToken()}&id_token=${forged}&state=1`;
  expect(await validated(url, ...SHOP)).toEqual([1, 'jose/signature-invalid']);
});

test('a token is over on the very second of its exp', async () => {
  const exp = Date.parse('2026-11-22T12:00:00Z') / 1000;
  const options = [...SHOP, '--tolerance', '0'];
  expect(await validated(shopToken({ exp }), ...options)).toEqual([1, 'token/expired-or-future']);
  expect(await validated(shopToken({ exp: exp + 1 }), ...options)).toEqual([0]);
});

test('--client is for tokens that do not tell theirs', async () => {
  const { stdout } = await run(['decode', '-', ...SHOP, '--client', 'mobile'], { stdin: shopToken() });
  expect(stdout).toContain('access_token for web at orders');
});

test('an issuer that its template does not stand for', async () => {
  const mapper = shopText('v3.0.0/mapper.yaml').replace(
    /^issuer: .*$/m,
    'issuer: "https://{tenant}.shop.example"',
  );
  const files = Object.fromEntries(
    ['discount', 'openid', 'orders', 'shipping'].map((name) => [
      `scopes/${name}.yaml`,
      shopText(`v3.0.0/scopes/${name}.yaml`),
    ]),
  );
  const path = join(temporaryFolder({ 'mapper.yaml': mapper, ...files }), 'mapper.yaml');
  const options = ['--mapper', path, ...SHOP.slice(2)];
  expect(await validated(shopToken(), ...options)).toEqual([0]);
  for (const iss of [
    'https://totally.evil',
    'https://evil.example?.shop.example',
    ['https://id.shop.example'],
  ])
    expect(await validated(shopToken({ iss }), ...options)).toEqual([1, 'token/iss-mismatch']);
});

test('20,000 wrong elements of a list are one finding', async () => {
  const groups = Array.from({ length: 20_000 }, (_, at) => `g${at}`);
  const { stdout } = await run(['validate', '-', ...SHOP, '-f', 'json'], { stdin: shopToken({ groups }) });
  const told: { rule: string; message: string }[] = JSON.parse(stdout).findings;
  expect(told.filter(({ rule }) => rule === 'token/type-mismatch').map(({ message }) => message)).toEqual([
    expect.stringContaining('in "groups"'),
  ]);
});

test.each(['1795348800000', 'foo 1', '2026-11', 'tomorrow'])('--at "%s" is not a time', async (at) => {
  const { code, stderr } = await run(['validate', shopToken(), '--at', at]);
  expect([code, stderr]).toEqual([2, expect.stringContaining('is not a time')]);
});

test('standard input without a token', async () => {
  const { code, stderr } = await run(['decode', '-'], { stdin: '' });
  expect([code, stderr]).toEqual([2, expect.stringContaining('standard input holds no token')]);
});

test.each([
  ['a form', (token: string) => `access_token=${token}`],
  ['another form', (token: string) => `token=${token}&token_type_hint=access_token`],
  ['several lines', (token: string) => token.replace(/.{64}/g, '$&\n')],
])('a token in %s is found', async (_, wrap) => {
  expect(await validated(wrap(shopToken()), ...SHOP)).toEqual([0]);
});

test('keys that sign nothing may lie in a folder beside those that do', async () => {
  const folder = temporaryFolder({
    'shop.json': shopText('tokens/jwks.json'),
    'other.json': '{"keys":[{"kty":"OKP","crv":"X25519","x":"AAAA"}]}',
  });
  const { code, stderr } = await run(['validate', shopToken(), ...SHOP.slice(0, 2), '--jwks', folder]);
  expect([code, stderr]).toEqual([0, expect.stringContaining('passed over:')]);
});

describe('what no reader takes for a token', () => {
  const claims = JSON.parse(Buffer.from(shopToken().split('.')[1] ?? '', 'base64url').toString());
  const [head = '', body = '', signature = ''] = shopToken().split('.');
  const general = { payload: body, signatures: [{ protected: head, signature }] };

  test('claims that nobody signed, given as an access token', async () => {
    const json = JSON.stringify(claims);
    const given = ['--token-type', 'access_token'];
    expect(await validated(json, ...SHOP, ...given)).toEqual([1, 'jose/alg-none']);
    expect(await validated(json, ...SHOP.slice(2), ...given)).toEqual([1, 'jose/alg-none']);
  });

  test.each([
    ['JSON serialisation', general, 'it is in JSON serialisation'],
    [
      'flattened JSON serialisation',
      { payload: body, protected: head, signature },
      'it is in JSON serialisation',
    ],
    ['an encrypted one', { protected: head, ciphertext: 'AAAA', tag: 'AA' }, 'it is in JSON serialisation'],
    ['another document', { error: 'invalid_token' }, 'it has neither the "sub" of a UserInfo response'],
  ])('%s', async (_, document, reason) => {
    const [code, told] = await validated(JSON.stringify(document));
    expect([code, told]).toEqual([2, expect.stringContaining(reason)]);
  });

  test('without a definition, a kind that does not exist', async () => {
    const { code, stderr } = await run(['validate', shopToken(), '--token-type', 'acces_token']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('there is no token type "acces_token"')]);
  });
});

describe('a time that is none', () => {
  test.each([
    ['exp', '2099-01-01'],
    ['exp', null],
    ['nbf', '2099-01-01'],
    ['iat', [1]],
  ])('%s is %j, without a definition', async (claim, value) => {
    const [code, ...rules] = await validated(shopToken({ [claim]: value }), ...SHOP.slice(2));
    expect([code, rules]).toEqual([1, expect.arrayContaining(['token/expired-or-future'])]);
  });

  test('is told by its type where a contract knows it, and as no time where none does', async () => {
    expect(await validated(shopToken({ exp: '2099' }), ...SHOP)).toEqual([1, 'token/type-mismatch']);
    const told = await validated(shopToken({ nbf: '2099' }), ...SHOP);
    expect(told).toEqual([1, 'token/claim-not-in-contract', 'token/expired-or-future']);
  });

  test('is missing', async () => {
    const endless = shopToken({ exp: undefined });
    expect(await validated(endless, ...SHOP)).toEqual([1, 'token/contract-claim-missing']);
    expect(await validated(endless, ...SHOP.slice(2))).toEqual([1, 'token/expiry-missing']);
  });
});

test.each([[{ api: true }], [null], [5], [[]]])('an audience that is %j does not pass', async (aud) => {
  const [code, ...rules] = await validated(shopToken({ aud }), ...SHOP);
  expect([code, rules]).toEqual([1, expect.arrayContaining(['token/type-mismatch'])]);
});

test.each(['roles', 'scp', 'resource_access', 'authorization_details'])(
  'readers may open access by "%s", though no definition speaks of it',
  async (claim) => {
    const token = shopToken({ [claim]: ['admin'] });
    expect(await validated(token, ...SHOP)).toEqual([1, 'token/authorization-claim-excess']);
  },
);

test('a client for people that is its own subject has claims about nobody', async () => {
  const [code, ...rules] = await validated(shopToken({ sub: 'web' }), ...SHOP);
  expect([code, ...new Set(rules)]).toEqual([1, 'token/machine-user-claims']);
});

test('a token beside a parameter that is called one is checked, too', async () => {
  const forged = shopToken().replace(/.{8}$/, 'AAAAAAAA');
  const line = `GET /cb?token=9Yc3Rk0Vt7Hq2Ls5Wd8Zf "Bearer ${forged}"`;
  expect(await validated(line, ...SHOP)).toEqual([1, 'jose/signature-invalid', 'token/unreadable?']);
});

test('tokens with words between and behind them are all checked', async () => {
  const forged = shopToken().replace(/.{8}$/, 'AAAAAAAA');
  expect(await validated(`${shopToken()} 200 12ms`, ...SHOP)).toEqual([0]);
  expect(await validated(`${shopToken()} ${forged}`, ...SHOP)).toEqual([1, 'jose/signature-invalid']);
});

test('a client that is called otherwise in azp than in client_id is told', async () => {
  const told = 'readers can\'t tell who asked for this token: "azp" is "mobile", and "client_id" is another';
  const { stdout } = await run(['validate', '-', ...SHOP], { stdin: shopToken({ azp: 'mobile' }) });
  expect(stdout).toContain(told);
  expect((await run(['validate', '-', ...SHOP], { stdin: shopToken({ azp: 'web' }) })).stdout).not.toContain(
    told,
  );
});

test('an issuer may be described in several definitions, by kinds of tokens', async () => {
  const definition = (name: string, tokens: string): string =>
    `tokenpact: mapper/v1\nname: ${name}\nissuer: https://id.shop.example\ntokens: { ${tokens} }\nclients: { web: { party: first, grants: [authorization_code] } }\n`;
  const folder = temporaryFolder({
    'a.yaml': definition('ids', 'id_token: { format: jwt, profile: openid }'),
    'b.yaml': definition('accesses', 'access_token: { format: jwt, profile: none, releases: [iss] }'),
  });
  const { stdout } = await run(['decode', '-', '--mapper', folder], { stdin: shopToken() });
  expect(stdout).toContain('accesses: access_token for web');
});
