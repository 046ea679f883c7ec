import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { run } from '../../cli/run.ts';
import { temporaryFolder } from '../../cli/temporary.ts';
import { shopDefinition, shopText } from '../shop.ts';
import { type AuthorizationServer, type Mistake, startServer } from './authorization-server.ts';
import { clientCredentials, codeFlow, introspect, jwksText, refresh, userinfo, type Wish } from './client.ts';

const definition = await shopDefinition();
const { keys } = JSON.parse(shopText('tokens/private-keys.fixture.json')) as { keys: { kid: string }[] };
const jwks = { keys: keys.filter(({ kid }) => kid.startsWith('shop')) };

const servers: AuthorizationServer[] = [];
afterAll(() => Promise.all(servers.map((server) => server.close())));

async function started(mistake?: Mistake): Promise<AuthorizationServer> {
  const server = await startServer(definition, jwks, mistake);
  servers.push(server);
  return server;
}

const MOBILE: Wish = {
  client: 'mobile',
  scope: 'openid profile email offline_access orders.read orders.write',
  resource: 'https://orders.shop.example',
  claims: { id_token: { tenant_id: null } },
};

/** Rules that a token breaks, by `tokenpact validate` at this moment. */
async function broken(
  server: AuthorizationServer,
  token: string,
  ...options: string[]
): Promise<readonly string[]> {
  const folder = temporaryFolder({ 'jwks.json': await jwksText(server), 'token.txt': token });
  const held = [
    '--mapper',
    'fixtures/shop/v3.0.0',
    '--jwks',
    join(folder, 'jwks.json'),
    '--at',
    String(Math.floor(Date.now() / 1000)),
  ];
  const { stdout, stderr } = await run([
    'validate',
    join(folder, 'token.txt'),
    ...held,
    ...options,
    '-f',
    'json',
  ]);
  if (stdout === '') throw new Error(stderr);
  const { findings } = JSON.parse(stdout) as {
    findings: { rule: string; coordinates: { claim?: string } }[];
  };
  return findings.map(({ rule, coordinates }) => [rule, coordinates.claim].filter(Boolean).join(' '));
}

describe('tokens of a real authorization server, configured from the shop', () => {
  test('authorization code with PKCE: the access token and the ID token keep their contracts', async () => {
    const server = await started();
    const response = await codeFlow(server, {
      ...MOBILE,
      scope: 'openid offline_access orders.read orders.write',
    });
    expect(await broken(server, response.access_token)).toEqual([]);
    expect(await broken(server, response.id_token ?? '', '--access-token', response.access_token)).toEqual(
      [],
    );
  });

  test('an ID token takes over what the access token can not fetch, which the shop never promised', async () => {
    const server = await started();
    const { id_token: token = '' } = await codeFlow(server, MOBILE);
    // Nobody planted this: the server's access token is for a resource, so UserInfo is out of its reach.
    const leaked = ['email', 'email_verified', 'locale', 'name'].map(
      (claim) => `token/claim-not-in-contract ${claim}`,
    );
    expect([...(await broken(server, token))].sort()).toEqual(leaked);
  });

  test('a refreshed access token keeps it too', async () => {
    const server = await started();
    const { refresh_token: token } = await codeFlow(server, MOBILE);
    const refreshed = await refresh(server, MOBILE, token);
    expect(await broken(server, refreshed.access_token)).toEqual([]);
  });

  test('client credentials: a machine has no claims about people', async () => {
    const server = await started();
    const wish = {
      client: 'batch',
      scope: 'shipping.read shipping.write',
      resource: 'https://shipping.shop.example',
    };
    const { access_token: token } = await clientCredentials(server, wish);
    expect(await broken(server, token)).toEqual([]);
  });

  test('userinfo', async () => {
    const server = await started();
    const { refresh_token: token } = await codeFlow(server, MOBILE);
    // Without a resource the token is for the server itself.
    const { resource: _, ...own } = MOBILE;
    const { access_token: opaque } = await refresh(server, own, token);
    const answer = await userinfo(server, opaque);
    expect(await broken(server, answer, '--client', 'mobile', '--scope', 'openid profile email')).toEqual([]);
  });

  test('introspection of the phantom token that the web shop holds', async () => {
    const server = await started();
    const { access_token: phantom } = await codeFlow(server, { ...MOBILE, client: 'web' });
    expect(phantom).not.toContain('.');
    const answer = await introspect(server, 'web', phantom);
    // A difference that nobody planted: this server tells the jti of JWTs only, the shop promises it of all.
    expect(await broken(server, answer)).toEqual(['token/contract-claim-missing jti']);
  });

  test.each<readonly [string, Mistake, readonly string[]]>([
    [
      'a claim too much',
      (claims) => ({ ...claims, email: 'ada@customer.example' }),
      ['token/claim-not-in-contract email'],
    ],
    [
      'a claim too few',
      ({ account_status: _, ...claims }) => claims,
      ['token/contract-claim-missing account_status'],
    ],
    [
      'a value that is not listed',
      (claims) => ({ ...claims, account_status: 'frozen' }),
      ['token/type-mismatch account_status'],
    ],
  ])('a mistake in its configuration is found: %s', async (_, mistake, expected) => {
    const server = await started(mistake);
    const { access_token: token } = await codeFlow(server, MOBILE);
    expect(await broken(server, token)).toEqual(expected);
  });
});
