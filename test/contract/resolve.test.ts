import { describe, expect, test } from 'vitest';
import { grantContract, grantedScopes, type ResolvedToken, resolveGrant } from '../../src/contract/index.ts';
import { type Grant, showContractKey } from '../../src/model/index.ts';
import { definitionOf } from './definition.ts';
import { SHOP, shop } from './shop.ts';

const user = (client: string, ...scopes: string[]): Grant => ({ client, scopes, subject: 'user' });
const tokens = (grant: Grant, definition = shop) =>
  grantContract(definition, grant).map(({ key }) => showContractKey(key));

function table({ claims }: ResolvedToken): readonly string[] {
  return claims.map(({ key, presence, schema, releasedBy }) => {
    const releasers = releasedBy.map(({ kind, name }) => `${kind} ${name}`);
    return [key, presence, schema, releasers.join(', ')].join(' | ');
  });
}

describe('grantedScopes', () => {
  test('default scopes, and those asked for that the client may have, by the names of the definition', () => {
    expect([...(grantedScopes(shop, user('web', 'email', 'discount.read', 'nonsense')) ?? [])]).toEqual([
      'email',
      'openid',
    ]);
    const clients = { web: { scopes: ['payment:{id}'] } };
    expect(grantedScopes(definitionOf({ ...SHOP, clients }), user('web', 'payment:17'))).toEqual(
      new Set(['payment:{id}']),
    );
    expect(grantedScopes(shop, user('nobody'))).toBeUndefined();
  });
});

describe('grantContract', () => {
  test('the tokens that the grant ends in', () => {
    expect(tokens(user('web', 'orders.read'))).toEqual([
      'access_token for web at orders',
      'id_token for web',
      'introspection for web at orders',
      'reference_token for web at orders',
      'userinfo for web',
      'wrapper_token for web at orders',
    ]);
  });

  test('an access token for no resource where no scope opens one', () => {
    expect(tokens(user('web'))).toContain('access_token for web');
    expect(tokens(user('mobile', 'orders.read'))).toContain('light_access_token for mobile at orders');
  });

  test('no ID token without the scope openid', () => {
    expect(tokens(user('mobile', 'orders.read')).filter((key) => key.startsWith('id_token'))).toEqual([]);
    expect(tokens(user('mobile', 'openid'))).toContain('id_token for mobile');
  });

  test('the resource that was asked for, where the client reaches it', () => {
    expect(tokens({ ...user('web', 'orders.read'), resource: 'orders' })).toContain(
      'access_token for web at orders',
    );
    expect(tokens({ ...user('web', 'orders.read'), resource: 'discount' })).toEqual([
      'id_token for web',
      'userinfo for web',
    ]);
  });

  test('an exchange ends in tokens for its target', () => {
    const grant = { ...user('orders-service', 'discount.read'), resource: 'discount' };
    expect(tokens(grant)).toContain('access_token for orders-service at discount');
    expect(tokens({ ...grant, subject: 'machine' })).toContain(
      'access_token for orders-service as itself at discount',
    );
  });

  test('with the resource parameter and nobody naming one, a token for none', () => {
    const definition = definitionOf({
      tokens: { access_token: { audience: { from: 'parameter' } } },
      scopes: { s: { resources: ['api'] } },
      resources: { api: {} },
      clients: { app: { scopes: ['s'] } },
    });
    expect(tokens(user('app', 's'), definition)).toEqual(['access_token for app']);
    expect(tokens({ ...user('app', 's'), resource: 'api' }, definition)).toEqual([
      'access_token for app at api',
    ]);
  });

  test('nothing for a client that nobody knows, or a subject that it has no grant type for', () => {
    expect(tokens(user('nobody'))).toEqual([]);
    expect(tokens({ ...user('web'), subject: 'machine' })).toEqual([]);
  });
});

describe('resolveGrant', () => {
  test('explains each claim of a token', () => {
    const [userinfo] = resolveGrant(shop, user('web', 'email')).filter(
      ({ contract }) => contract.kind === 'userinfo',
    );
    expect(userinfo && table(userinfo)).toEqual([
      'email | sometimes | string | scope email',
      'email_verified | sometimes | string | scope email',
      'sub | always | string (1 to 255 characters) | profile openid, scope openid',
    ]);
    expect(userinfo?.scopes).toEqual(['email', 'openid']);
    expect(userinfo?.claims.map(({ claims }) => claims)).toEqual([['email'], ['email_verified'], ['sub']]);
  });

  test('says why a token may hold more', () => {
    const definition = definitionOf({
      ...SHOP,
      unresolved: [
        { tokenTypes: ['userinfo'], reason: 'a script' },
        { tokenTypes: ['userinfo'], reason: 'another', scope: 'email' },
      ],
    });
    const reasons = (...scopes: string[]) =>
      resolveGrant(definition, user('web', ...scopes)).find(({ contract }) => contract.kind === 'userinfo')
        ?.unresolved;
    expect(reasons()).toEqual(['a script']);
    expect(reasons('email')).toEqual(['a script', 'another']);
  });

  test('knows nothing of an unknown client', () => {
    expect(resolveGrant(shop, user('nobody'))).toEqual([]);
  });
});
