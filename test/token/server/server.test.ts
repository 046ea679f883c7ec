import { join } from 'node:path';
import { decodeJwt, type JWK } from 'jose';
import { afterAll, describe, expect, test } from 'vitest';
import { run } from '../../cli/run.ts';
import { temporaryFolder } from '../../cli/temporary.ts';
import { shopDefinition, shopText } from '../shop.ts';
import { type AuthorizationServer, type Mistake, startServer } from './authorization-server.ts';
import {
  clientCredentials,
  codeFlow,
  exchange,
  introspect,
  jwksText,
  refresh,
  userinfo,
  type Wish,
} from './client.ts';
import type { ScopePolicy } from './token-exchange.ts';

const definition = await shopDefinition();
const { keys } = JSON.parse(shopText('tokens/private-keys.fixture.json')) as { keys: JWK[] };
const jwks = { keys: keys.filter(({ kid }) => kid?.startsWith('shop')) };

const servers: AuthorizationServer[] = [];
afterAll(() => Promise.all(servers.map((server) => server.close())));

async function started(mistake?: Mistake, policy?: ScopePolicy): Promise<AuthorizationServer> {
  const server = await startServer(definition, jwks, mistake, policy);
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
    // In the code flow this server leaves the hash out, which it may (OpenID Connect Core section 3.1.3.6).
    expect(await broken(server, response.id_token ?? '', '--access-token', response.access_token)).toEqual([
      'token/hash-mismatch at_hash',
    ]);
  });

  test('an ID token takes over what the access token can not fetch, which the shop never promised', async () => {
    const server = await started();
    const { id_token: token = '' } = await codeFlow(server, MOBILE);
    // Nobody planted this: the server's access token is for a resource, so UserInfo is out of its reach.
    expect([...(await broken(server, token))].sort()).toEqual([
      'token/claim-not-in-contract email_verified',
      'token/personal-claim-excess email',
      'token/personal-claim-excess locale',
      'token/personal-claim-excess name',
    ]);
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

  const SWAP: Wish = {
    client: 'orders-service',
    scope: 'discount.read orders.write',
    resource: 'https://discount.shop.example',
  };

  test('token exchange: the orders service acts for the person it was called for', async () => {
    const server = await started();
    const { access_token: called } = await codeFlow(server, MOBILE);
    const { access_token: token } = await exchange(server, SWAP, called);
    expect(decodeJwt(token)).toMatchObject({
      client_id: 'orders-service',
      aud: 'https://discount.shop.example',
      act: { sub: 'orders-service' },
      scope: 'discount.read',
      tenant_id: decodeJwt(called).tenant_id,
    });
    expect(await broken(server, token)).toEqual([]);
  });

  test('an exchange that widens what it was given is found', async () => {
    const server = await started(undefined, (asked) => asked);
    const { access_token: called } = await codeFlow(server, MOBILE);
    const { access_token: token } = await exchange(server, SWAP, called);
    expect(await broken(server, token)).toEqual([
      'token/scope-audience-mismatch',
      'token/scope-not-granted scope',
    ]);
  });

  test('an exchange that does not say who acts is found', async () => {
    const server = await started(({ act: _, ...claims }) => claims);
    const { access_token: called } = await codeFlow(server, MOBILE);
    const { access_token: token } = await exchange(server, SWAP, called);
    expect(await broken(server, token)).toEqual(['token/contract-claim-missing act']);
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
      ['token/personal-claim-excess email'],
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
