import { describe, expect, it } from 'vitest';
import type { JsonObject, TokenType } from '../../../src/model/index.ts';
import { claimsOf, clientWith, mapper, read, realm } from './realms.ts';

function typesOf(parts: JsonObject): ReadonlyMap<string, TokenType> {
  return read(realm(parts)).tokenTypes;
}

describe('a realm', () => {
  it('has four token types', () => {
    expect([...typesOf({}).keys()]).toEqual(['access_token', 'id_token', 'userinfo', 'introspection']);
  });

  it('says how long tokens live and how they are signed', () => {
    expect(typesOf({}).get('access_token')).toMatchObject({
      lifetime: 300,
      algorithms: ['RS256'],
      typ: 'JWT',
    });
    const types = typesOf({ accessTokenLifespan: 900, defaultSignatureAlgorithm: 'ES256' });
    expect(types.get('access_token')).toMatchObject({ lifetime: 900, algorithms: ['ES256'] });
    expect(types.get('id_token')).toMatchObject({ lifetime: 900, algorithms: ['ES256'] });
    expect(types.get('access_token')?.keyPlaces?.get('lifetime')?.line).toBe(11);
  });
});

describe('a client with settings of its own', () => {
  const withAttributes = (attributes: JsonObject): ReadonlyMap<string, TokenType> =>
    typesOf({ clients: [clientWith([], { attributes }), { clientId: 'other', defaultClientScopes: [] }] });

  it('has a lifetime for access and ID tokens', () => {
    const types = withAttributes({ 'access.token.lifespan': '60' });
    const web = { clients: ['web'], subject: 'user' };
    expect(types.get('access_token of web')).toMatchObject({ kind: 'access_token', lifetime: 60, for: web });
    expect(types.get('id_token of web')).toMatchObject({
      kind: 'id_token',
      lifetime: 60,
      for: { clients: ['web'] },
    });
    expect(types.get('access_token of web')?.keyPlaces?.get('lifetime')?.line).toBe(11);
  });

  it.each(['', '0', '-1', 'soon'])('has the realm’s lifetime where it says "%s"', (lifespan) => {
    expect(
      [...withAttributes({ 'access.token.lifespan': lifespan }).values()].map((type) => type.lifetime),
    ).not.toContain(0);
    expect(withAttributes({ 'access.token.lifespan': lifespan }).get('id_token')?.lifetime).toBe(300);
  });

  it('has a header type', () => {
    const types = withAttributes({ 'access.token.header.type.rfc9068': 'true' });
    expect(types.get('access_token of web')?.typ).toBe('at+jwt');
    expect(types.get('access_token')?.typ).toBe('JWT');
  });

  it('has algorithms per token', () => {
    const types = withAttributes({
      'access.token.signed.response.alg': 'EdDSA',
      'id.token.signed.response.alg': 'PS256',
      'user.info.response.signature.alg': 'ES512',
    });
    expect(types.get('access_token of web')?.algorithms).toEqual(['EdDSA']);
    expect(types.get('id_token of web')?.algorithms).toEqual(['PS256']);
    expect(types.get('userinfo of web')).toMatchObject({ format: 'jwt', algorithms: ['ES512'] });
  });
});

describe('a lightweight access token', () => {
  const attributes = { 'client.use.lightweight.access.token.enabled': 'true' };
  const tier = { 'user.attribute': 'tier', 'claim.name': 'tier' };
  const claims = (config: JsonObject, version = '26.0.7'): readonly string[] => {
    const own = [mapper('oidc-usermodel-attribute-mapper', { ...tier, ...config })];
    return claimsOf(
      read(realm({ keycloakVersion: version, clients: [clientWith(own, { attributes })] })),
      'access_token',
    );
  };

  it('keeps what cannot be taken out', () => {
    expect(claims({})).toEqual([
      'azp always',
      'cnf sometimes',
      'exp always',
      'iat always',
      'iss always',
      'jti always',
      'scope always',
      'sid always',
      'typ always',
    ]);
  });

  it('has what its own flag says, whatever the access token’s says', () => {
    expect(claims({ 'access.token.claim': 'true' })).not.toContain('tier sometimes');
    expect(claims({ 'lightweight.claim': 'true' })).toContain('tier sometimes');
    expect(claims({ 'access.token.claim': 'true', 'lightweight.claim': 'true' })).toContain('tier sometimes');
  });

  it('has sub and session_state in 24 only', () => {
    expect(claims({}, '24.0.5')).toEqual(expect.arrayContaining(['sub always', 'session_state always']));
    expect(claims({}, '24.0.5')).not.toContain('nonce sometimes');
  });

  it('leaves the tokens of other clients alone', () => {
    const own = [mapper('oidc-usermodel-attribute-mapper', { ...tier, 'lightweight.claim': 'true' })];
    const clients = [clientWith(own, { attributes }), { clientId: 'other', defaultClientScopes: [] }];
    const definition = read(realm({ clients }));
    expect(claimsOf(definition, 'access_token', 'other')).not.toContain('tier sometimes');
  });
});

it('a client with users and a service account has a variant for each', () => {
  const attributes = { 'client.use.lightweight.access.token.enabled': 'true', 'access.token.lifespan': '60' };
  const types = typesOf({ clients: [clientWith([], { attributes, serviceAccountsEnabled: true })] });
  expect(
    [...types.values()].flatMap((type) =>
      type.kind === 'access_token' ? [[type.name, type.for?.subject]] : [],
    ),
  ).toEqual([
    ['access_token', undefined],
    ['lightweight_access_token of web', 'user'],
    ['service_account_lightweight_access_token of web', 'machine'],
  ]);
});
