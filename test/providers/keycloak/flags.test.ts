import { describe, expect, it } from 'vitest';
import { clientWith, EVERYWHERE, mappedClaims, mapper, read, realm } from './realms.ts';

const KINDS = ['access_token', 'id_token', 'userinfo', 'introspection'];

/** The tokens in which a mapper's claim ends up. */
function tokensWith(protocolMapper: string, config: Readonly<Record<string, string>>): readonly string[] {
  const definition = read(realm({ clients: [clientWith([mapper(protocolMapper, config)])] }));
  return KINDS.filter((kind) => mappedClaims(definition, kind).length > 0);
}

describe('flags of an attribute mapper', () => {
  const attribute = (flags: Readonly<Record<string, string>>): readonly string[] =>
    tokensWith('oidc-usermodel-attribute-mapper', {
      'user.attribute': 'tier',
      'claim.name': 'tier',
      ...flags,
    });

  it.each([
    [{}, []],
    [{ 'access.token.claim': 'true' }, ['access_token', 'introspection']],
    [{ 'access.token.claim': 'true', 'introspection.token.claim': 'false' }, ['access_token']],
    [{ 'introspection.token.claim': 'true' }, ['introspection']],
    [{ 'id.token.claim': 'true' }, ['id_token', 'userinfo']],
    [{ 'id.token.claim': 'true', 'userinfo.token.claim': 'false' }, ['id_token']],
    [{ 'userinfo.token.claim': 'true' }, ['userinfo']],
    [{ 'access.token.claim': 'TRUE' }, []],
  ])('%j', (flags, tokens) => {
    expect(attribute(flags)).toEqual(tokens);
  });
});

describe('a flag for a token that the mapper cannot write has no effect', () => {
  it.each([
    ['oidc-acr-mapper', ['access_token', 'id_token', 'introspection']],
    ['oidc-amr-mapper', ['access_token', 'id_token']],
    ['oidc-sub-mapper', ['access_token', 'introspection']],
    ['oidc-allowed-origins-mapper', ['access_token', 'introspection']],
    ['oidc-full-name-mapper', KINDS],
  ])('%s', (protocolMapper, tokens) => {
    expect(tokensWith(protocolMapper, EVERYWHERE as Record<string, string>)).toEqual(tokens);
  });
});

describe('mappers of before their flags', () => {
  it('are on in access tokens and introspection', () => {
    expect(tokensWith('oidc-allowed-origins-mapper', {})).toEqual(['access_token', 'introspection']);
    expect(tokensWith('oidc-audience-resolve-mapper', {})).toEqual(['access_token', 'introspection']);
    expect(tokensWith('oidc-allowed-origins-mapper', { 'access.token.claim': 'false' })).toEqual([
      'introspection',
    ]);
  });

  it('have none to turn them off', () => {
    expect(tokensWith('oidc-nonce-backwards-compatible-mapper', { 'access.token.claim': 'false' })).toEqual([
      'access_token',
    ]);
    expect(tokensWith('oidc-sha256-pairwise-sub-mapper', { 'access.token.claim': 'false' })).toEqual([
      'access_token',
      'introspection',
    ]);
  });
});
