import { describe, expect, it } from 'vitest';
import { RELAXED, relaxedLevel } from '../../src/check/dialects.ts';
import { rules } from '../../src/generated/rules.ts';
import { loadDefinition, memoryTree } from '../../src/load/index.ts';
import { DIALECTS } from '../../src/model/index.ts';
import { finding } from './sample.ts';

describe('dialects', () => {
  it.each(DIALECTS)('%s relaxes rules that exist, and says why', (dialect) => {
    const ids = new Set(rules.map(({ id }) => id));
    for (const { rule, reason } of RELAXED[dialect]) {
      expect(ids.has(rule), rule).toBe(true);
      expect(reason).toMatch(/^[a-z].*[^.]$/);
    }
  });

  it('hold for the product that is named, or whose export it is', async () => {
    const one = finding({ rule: 'mapper/single-issuer', coordinates: {} });
    expect(relaxedLevel(one, undefined, 'entra')).toBe('off');
    expect(relaxedLevel(one, undefined, 'okta')).toBeUndefined();
    expect(relaxedLevel(one, undefined, undefined)).toBeUndefined();
    const realm = JSON.stringify({ realm: 'shop', clients: [{ clientId: 'web' }], clientScopes: [] });
    const { value } = await loadDefinition(memoryTree({ 'realm.json': realm }), 'realm.json');
    const twins = { rule: 'claim/case-collision', coordinates: { claim: 'x' } };
    const args = { name: 'clientId', twin: 'client_id' };
    expect(relaxedLevel(finding({ ...twins, args }), value, undefined)).toBe('off');
    expect(
      relaxedLevel(finding({ ...twins, args: { ...args, twin: 'CLIENTID' } }), value, undefined),
    ).toBeUndefined();
  });

  it('relax what names only what is theirs', () => {
    const named = (...claims: readonly string[]) =>
      finding({ rule: 'claim/infra-exposed', coordinates: {}, args: { claims } });
    expect(relaxedLevel(named('clientHost'), undefined, 'keycloak')).toBe('off');
    expect(relaxedLevel(named('clientHost', 'server'), undefined, 'keycloak')).toBeUndefined();
  });

  it('spare a built-in scope until it is given without being asked for', async () => {
    const mapper = (scopes: string) =>
      loadDefinition(
        memoryTree({
          'mapper.yaml': `tokenpact: mapper/v1
name: shop
issuer: https://id.shop.example
tokens: { id_token: { format: jwt, profile: openid } }
scopes: { phone: { releases: { id_token: [phone_number] } } }
clients: { web: { party: first, grants: [authorization_code], ${scopes}: [phone] } }
`,
        }),
        'mapper.yaml',
      );
    const one = finding({
      rule: 'privacy/id-token',
      coordinates: { scope: 'phone' },
      args: { claims: ['phone_number'] },
    });
    expect(relaxedLevel(one, (await mapper('scopes')).value, 'keycloak')).toBe('off');
    expect(relaxedLevel(one, (await mapper('defaultScopes')).value, 'keycloak')).toBeUndefined();
    expect(relaxedLevel(one, undefined, 'keycloak')).toBeUndefined();
  });
});
