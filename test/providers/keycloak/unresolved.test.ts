import { expect, it } from 'vitest';
import { effectiveContracts } from '../../../src/contract/index.ts';
import { claimsOf, clientWith, mapper, read, realm } from './realms.ts';

it('a custom mapper with a claim name fills a claim that nobody can foresee', () => {
  const custom = mapper('oidc-shop-age-mapper', {
    'claim.name': 'age',
    'jsonType.label': 'int',
    'access.token.claim': 'true',
  });
  const definition = read(realm({ clients: [clientWith([custom])] }));
  expect(definition.claims.get('client web / it')).toMatchObject({
    path: ['age'],
    schema: { type: 'integer' },
    unresolved: 'the values come from "oidc-shop-age-mapper", which is code outside the export',
  });
  expect(claimsOf(definition, 'access_token')).toContain('age sometimes');
  expect(claimsOf(definition, 'id_token')).not.toContain('age sometimes');
  expect(definition.unresolved).toEqual([]);
});

it('a script is compared as text', () => {
  const script = mapper('oidc-script-based-protocol-mapper', {
    'claim.name': 'age',
    'id.token.claim': 'true',
    script: 'exports = 7;',
  });
  expect(read(realm({ clients: [clientWith([script])] })).claims.get('client web / it')).toMatchObject({
    source: 'oidc-script-based-protocol-mapper script="exports = 7;"',
    unresolved: 'the values come from "oidc-script-based-protocol-mapper", which is code outside the export',
  });
});

it('a custom mapper without a claim name may write anything where its flags let it', () => {
  const custom = mapper('resource-audience', { b: '2', a: '1', 'id.token.claim': 'true' });
  expect(read(realm({ clients: [clientWith([custom])] })).unresolved).toEqual([
    {
      reason: 'the values come from "resource-audience", which is code outside the export',
      content: 'resource-audience a="1" b="2" id.token.claim="true"',
      at: { file: 'realm.json', line: 11, column: 11, endLine: 11, endColumn: 17 },
      tokenTypes: ['id_token', 'userinfo'],
      client: 'web',
    },
  ]);
});

it('a custom mapper without flags may write anything anywhere', () => {
  const scope = { name: 'shop', protocolMappers: [mapper('oidc-shop-mapper', {})] };
  const { unresolved } = read(realm({ clientScopes: [scope] }));
  expect(unresolved.map(({ tokenTypes, scope: name }) => [tokenTypes, name])).toEqual([
    [['access_token', 'id_token', 'introspection', 'userinfo'], 'shop'],
  ]);
});

it.each(['oidc-hardcoded-role-mapper', 'oidc-role-name-mapper'])(
  '%s changes what role mappers write',
  (id) => {
    const definition = read(realm({ clients: [clientWith([mapper(id, { role: 'admin' })])] }));
    expect(definition.unresolved.map(({ content, tokenTypes }) => [content, tokenTypes])).toEqual([
      [`${id} role="admin"`, ['access_token', 'introspection', 'userinfo']],
    ]);
    const contract = effectiveContracts(definition).find(({ kind }) => kind === 'access_token');
    expect(contract?.unresolved.map(({ reason }) => reason)).toEqual([
      '"it" changes what roles are called or granted',
    ]);
  },
);

it('claims that the claims parameter asks for are there when it does', () => {
  const own = [
    mapper('oidc-claims-param-token-mapper', { 'id.token.claim': 'true', 'userinfo.token.claim': 'false' }),
    mapper(
      'oidc-claims-param-value-idtoken-mapper',
      { 'id.token.claim': 'true', 'claim.name': 'intent' },
      'value',
    ),
  ];
  const definition = read(realm({ clients: [clientWith(own)] }));
  const asked = ['email', 'family_name', 'given_name', 'intent', 'name', 'preferred_username'];
  expect(claimsOf(definition, 'id_token')).toEqual(
    expect.arrayContaining(asked.map((name) => `${name} sometimes`)),
  );
  expect(claimsOf(definition, 'userinfo')).toEqual(['sub always']);
});
