import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/model/index.ts';
import { claimsOf, clientWith, difference, EVERYWHERE, mapper, read, realm } from './realms.ts';

const KINDS = ['access_token', 'id_token', 'userinfo', 'introspection'];

/** What changes in a client's tokens between two versions of a realm, by kind of token. */
function changes(before: JsonObject, after: JsonObject): Readonly<Record<string, readonly string[]>> {
  const [one, other] = [read(before), read(after)];
  const changed = KINDS.map(
    (kind) => [kind, difference(claimsOf(one, kind), claimsOf(other, kind))] as const,
  );
  return Object.fromEntries(changed.filter(([, lines]) => lines.length > 0));
}

/** A hand-written realm: the server makes the scopes. */
const withBuiltIns = (keycloakVersion: string): JsonObject => ({
  realm: 'shop',
  keycloakVersion,
  clients: [{ clientId: 'web' }],
});

describe('the same mappers in another version', () => {
  it.each([
    ['18.0.2', '22.0.5'],
    ['22.0.5', '23.0.7'],
    ['23.0.7', '24.0.5'],
    ['25.0.6', '26.0.7'],
    ['26.0.7', '26.4.0'],
  ])('%s and %s write the same claims by default', (before, after) => {
    expect(changes(withBuiltIns(before), withBuiltIns(after))).toEqual({});
  });

  it('18 moves acr to a scope', () => {
    expect(changes(withBuiltIns('17.0.1'), withBuiltIns('18.0.2'))).toEqual({});
    expect(changes(realm({ keycloakVersion: '17.0.1' }), realm({ keycloakVersion: '18.0.2' }))).toEqual({
      access_token: ['- acr always'],
      id_token: ['- acr always'],
      introspection: ['- acr always'],
    });
  });

  it('18 makes updated_at a number', () => {
    const schemaIn = (version: string) =>
      read(withBuiltIns(version)).claims.get('scope profile / updated at')?.schema;
    expect(schemaIn('17.0.1')).toEqual({ type: 'string' });
    expect(schemaIn('18.0.2')).toEqual({ type: 'integer' });
  });

  it('25 moves sub and auth_time to the scope basic, and drops nonce and session_state', () => {
    expect(changes(withBuiltIns('24.0.5'), withBuiltIns('25.0.6'))).toEqual({
      access_token: ['- nonce sometimes', '- session_state always'],
      id_token: ['- session_state always'],
      userinfo: ['+ auth_time sometimes'],
      introspection: ['- nonce sometimes', '- session_state always'],
    });
  });

  it('25 takes sub from clients that have no scope basic', () => {
    const listed = (keycloakVersion: string): JsonObject => ({
      ...withBuiltIns(keycloakVersion),
      clients: [{ clientId: 'web', defaultClientScopes: ['profile'] }],
    });
    expect(changes(listed('24.0.5'), listed('25.0.6'))).toEqual({
      access_token: ['- auth_time sometimes', '- nonce sometimes', '- session_state always', '- sub always'],
      id_token: ['- auth_time sometimes', '- session_state always'],
      introspection: ['- auth_time sometimes', '- nonce sometimes', '- session_state always', '- sub always'],
    });
  });

  it('26.5 gives sessions identifiers that are no UUIDs', () => {
    const schemaIn = (version: string) => read(withBuiltIns(version)).claims.get('keycloak / sid')?.schema;
    expect(schemaIn('26.4.0')).toEqual({ type: 'string', format: 'uuid' });
    expect(schemaIn('26.5.0')).toEqual({ type: 'string' });
  });
});

describe('edits that change no token', () => {
  const web = (...mappers: readonly JsonObject[]): JsonObject => realm({ clients: [clientWith(mappers)] });
  const audience = (name: string): JsonObject =>
    mapper('oidc-audience-mapper', { ...EVERYWHERE, 'included.client.audience': 'orders' }, name);

  it('writing the flags that were absent', () => {
    const tier = {
      'user.attribute': 'tier',
      'claim.name': 'tier',
      'access.token.claim': 'true',
      'id.token.claim': 'true',
    };
    const written = { ...tier, 'userinfo.token.claim': 'true', 'introspection.token.claim': 'true' };
    const id = 'oidc-usermodel-attribute-mapper';
    expect(changes(web(mapper(id, tier)), web(mapper(id, written)))).toEqual({});
  });

  it('removing the second of two audience mappers for one audience', () => {
    const [before, after] = [web(audience('one'), audience('two')), web(audience('one'))];
    expect(changes(before, after)).toEqual({});
    expect(read(before).resources).toEqual(read(after).resources);
    expect(read(before).tokenTypes).toEqual(read(after).tokenTypes);
  });

  it('exporting the scopes that the server made', () => {
    const made = read(withBuiltIns('26.0.7'));
    const scope = {
      name: 'basic',
      attributes: { 'include.in.token.scope': 'false' },
      protocolMappers: [
        mapper('oidc-sub-mapper', EVERYWHERE, 'sub'),
        mapper(
          'oidc-usersessionmodel-note-mapper',
          {
            ...EVERYWHERE,
            'user.session.note': 'AUTH_TIME',
            'claim.name': 'auth_time',
            'jsonType.label': 'long',
          },
          'auth_time',
        ),
      ],
    };
    const exported = read(realm({ clientScopes: [scope] }));
    for (const id of ['scope basic / sub', 'scope basic / auth_time']) {
      expect({ ...exported.claims.get(id), at: undefined }).toEqual({
        ...made.claims.get(id),
        at: undefined,
      });
    }
    expect([...(exported.scopes.get('basic')?.releases.keys() ?? [])].sort()).toEqual(
      [...(made.scopes.get('basic')?.releases.keys() ?? [])].sort(),
    );
  });
});

describe('before client scopes', () => {
  const old: JsonObject = { realm: 'shop', keycloakVersion: '3.4.0.Final', applications: [{ name: 'web' }] };

  it('a client without mappers has five, and roles need none', () => {
    expect(claimsOf(read(old), 'userinfo')).toEqual([
      'email sometimes',
      'family_name sometimes',
      'given_name sometimes',
      'name sometimes',
      'preferred_username always',
      'sub always',
    ]);
    expect(claimsOf(read(old), 'access_token')).toContain('realm_access.roles sometimes');
  });

  it('a template is a scope that nobody names', () => {
    const template = {
      name: 'shops',
      protocolMappers: [mapper('oidc-full-name-mapper', EVERYWHERE)],
    };
    const client = { clientId: 'web', clientTemplate: 'shops', protocolMappers: [] };
    const definition = read({ ...old, applications: [], clientTemplates: [template], clients: [client] });
    expect(definition.scopes.get('shops')?.visible).toBe(false);
    expect(claimsOf(definition, 'userinfo')).toEqual(['name sometimes', 'sub always']);
  });
});
