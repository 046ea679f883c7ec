import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parseTree } from '../../../src/load/parse-tree.ts';
import type { MapperDefinition } from '../../../src/model/index.ts';
import { recognise } from '../../../src/providers/index.ts';
import { claimsOf, difference } from './realms.ts';

const FOLDER = new URL('../../../fixtures/keycloak/', import.meta.url);

async function fixture(name: string): Promise<{ definition: MapperDefinition; lines: readonly string[] }> {
  const bytes = await readFile(new URL(name, FOLDER));
  const { tree } = parseTree(name, bytes);
  const result = tree && recognise(tree)?.load(tree, {});
  if (result?.definition === undefined) throw new Error(`${name} must load`);
  expect(result.problems).toEqual([]);
  return { definition: result.definition, lines: bytes.toString('utf8').split('\n') };
}

const before = await fixture('before-realm.json');
const after = await fixture('after-realm.json');

describe('the shop’s realm', () => {
  it('has its clients, resources and token types', () => {
    const { definition } = before;
    expect([...definition.clients.keys()]).toEqual(['web', 'mobile', 'partner', 'orders-service']);
    expect([...definition.resources.keys()]).toEqual(['orders-api', 'https://discount.shop.example']);
    expect([...definition.tokenTypes.keys()]).toEqual([
      'access_token',
      'lightweight_access_token',
      'access_token of partner',
      'service_account_access_token',
      'id_token',
      'id_token of partner',
      'userinfo',
      'introspection',
    ]);
  });

  it('says what the web client’s tokens hold when it may read orders', () => {
    expect(claimsOf(before.definition, 'access_token', 'web', { scopes: ['orders.read'] })).toEqual([
      'acr always',
      'allowed-origins sometimes',
      'aud always',
      'auth_time sometimes',
      'azp always',
      'cnf sometimes',
      'exp always',
      'groups sometimes',
      'https://shop\\.example/tier sometimes',
      'iat always',
      'iss always',
      'jti always',
      'realm_access.roles sometimes',
      'resource_access sometimes',
      'scope always',
      'sid always',
      'status sometimes',
      'sub always',
      'tenant_id sometimes',
      'typ always',
    ]);
  });

  it('remembers the line of each claim', () => {
    const lineOf = (id: string): string | undefined => {
      const at = before.definition.claims.get(id)?.at;
      return at && before.lines[at.line - 1]?.slice(at.column - 1);
    };
    expect(lineOf('scope tenant / tenant')).toBe('"claim.name": "tenant_id",');
    expect(lineOf('scope basic / sub')).toBe('"name": "sub",');
    // Keycloak makes this mapper for the client's service account.
    expect(lineOf('client orders-service / Client Host')).toBe('"clientId": "orders-service",');
    expect(lineOf('keycloak / iss')).toBe('"realm": "shop",');
  });
});

describe('the change of the shop’s realm', () => {
  const change = (kind: string, client: string, scopes: readonly string[] = []): readonly string[] =>
    difference(
      claimsOf(before.definition, kind, client, { scopes }),
      claimsOf(after.definition, kind, client, { scopes }),
    );

  it('renames a claim, source and all the rest as before', () => {
    expect(change('access_token', 'web')).toEqual(['- tenant_id sometimes', '+ tenant sometimes']);
    const sourceIn = ({ claims }: MapperDefinition) => claims.get('scope tenant / tenant')?.source;
    expect(sourceIn(after.definition)).toBe(sourceIn(before.definition));
  });

  it('drops the status on which an API decides', () => {
    expect(change('access_token', 'web', ['orders.read'])).toContain('- status sometimes');
  });

  it('shows phone numbers to a partner', () => {
    expect(change('access_token', 'partner')).toEqual(['+ phone_number sometimes']);
    expect(change('id_token', 'partner')).toEqual(['+ phone_number sometimes']);
  });

  it('keeps lightweight tokens small', () => {
    expect(change('access_token', 'mobile', ['orders.read'])).toEqual([
      '- tenant_id sometimes',
      '+ tenant sometimes',
    ]);
  });
});
