import { describe, expect, it } from 'vitest';
import { exposures } from '../../src/compare/exposure/exposure.ts';
import { loadDefinition, memoryTree } from '../../src/load/index.ts';

/** The levels at which an ID token or, for a client's claim, an access token shows one claim; none: nothing personal. */
async function levels(name: string, entry: string): Promise<readonly string[]> {
  const text = `tokenpact: mapper/v1
name: shop
issuer: https://id.shop.example
tokens:
  access_token: { format: jwt, profile: rfc9068, releases: ["${name}"] }
claims: { "${name}": ${entry} }
resources: { orders: { audience: https://orders.shop.example, party: first } }
scopes: { orders.read: { description: Read orders, resources: [orders] } }
clients:
  web: { party: first, grants: [authorization_code, client_credentials], scopes: [orders.read] }
`;
  const { value, problems } = await loadDefinition(memoryTree({ 'mapper.yaml': text }), 'mapper.yaml');
  expect(problems).toEqual([]);
  if (value === undefined) throw new Error('no definition');
  return [
    ...new Set(
      exposures(value)
        .filter(({ claim }) => claim === name)
        .map(({ level }) => level),
    ),
  ];
}

describe('what a claim says about a person', () => {
  it.each([
    ['region', '{ about: session, schema: { enum: [eu, us] } }', []],
    ['ip_region', '{ about: session, schema: { const: eu } }', []],
    ['region', '{ about: user, schema: { enum: [eu, us] } }', ['quasi-identifier']],
    ['region', '{ about: user, schema: { type: string } }', ['personal']],
    ['gender', '{ about: user, schema: { enum: [female, male] } }', ['personal']],
    ['email', '{ about: client, schema: { type: string } }', []],
    ['clientAddress', '{ about: client, schema: { type: string } }', ['confidential-infrastructure']],
    ['ip_address', '{ about: session, schema: { type: string } }', ['personal']],
    ['region', '{ about: session, schema: { enum: [eu] }, privacy: { level: personal } }', ['personal']],
  ])('%s as %s', async (name, entry, expected) => {
    expect(await levels(name, entry)).toEqual(expected);
  });
});
