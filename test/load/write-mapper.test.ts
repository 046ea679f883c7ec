import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare } from '../../src/compare/index.ts';
import { loadDefinition, memoryTree, writeMapper } from '../../src/load/index.ts';
import type { MapperDefinition } from '../../src/model/index.ts';
import { documents, write } from '../compare/random.ts';
import { definitionAt } from '../fixtures/shown.ts';
import { load } from './reading.ts';

/** What is read back of a written definition. */
async function again(text: string): Promise<MapperDefinition> {
  const { value, problems } = await loadDefinition(memoryTree({ 'mapper.yaml': text }), 'mapper.yaml');
  // A provider may let the last of two mappers win; here that is a conflict, and lint tells it.
  const mistakes = problems.filter(({ kind }) => kind !== 'conflict');
  if (value === undefined || mistakes.length > 0) throw new Error(JSON.stringify(mistakes) + text);
  return value;
}

/** What is different about a definition that was written and read again. */
async function differences(definition: MapperDefinition): Promise<readonly string[]> {
  const { changes } = compare(definition, await again(writeMapper(definition).text), []);
  return changes.map(({ kind, coordinates }) => `${kind} ${JSON.stringify(coordinates)}`);
}

const OURS = [
  ['design', 'mapper.yaml'],
  ['shop', 'v3.0.0/mapper.yaml'],
  ['cases', 'authorization-details.yaml'],
  ['cases', 'claims-parameter.yaml'],
  ['cases', 'curity-wrapper.yaml'],
  ['cases', 'duende-exchange.yaml'],
  ['cases', 'entra-v1-v2.yaml'],
  ['cases', 'keycloak-client-roles.yaml'],
  ['cases', 'machine-and-user.yaml'],
  ['cases', 'workload-assertions/github-actions.yaml'],
  ['cases', 'workload-assertions/kubernetes.yaml'],
] as const;

describe('a definition that is written and read again', () => {
  test.each(OURS)('%s/%s has the same contracts', async (folder, file) => {
    expect(await differences(await definitionAt(folder, file))).toEqual([]);
  });

  test.each(['before-realm.json', 'after-realm.json'])(
    'keycloak/%s: but for what the format can not say',
    async (file) => {
      const definition = await definitionAt('keycloak', file);
      const { left } = writeMapper(definition);
      expect(left).toEqual([
        'the values of claim "client orders-service / cost centre": the values come from "oidc-shop-cost-centre-mapper", which is code outside the export',
      ]);
      // The provider says of every claim that readers must expect more values; of these nobody lists any.
      const isAboutOpenValues = (difference: string): boolean => difference.startsWith('values-closed ');
      expect((await differences(definition)).filter((one) => !isAboutOpenValues(one))).toEqual([
        'claim-undecided {"claim":"cost_centre"}',
      ]);
    },
  );

  test('so have random ones', async () => {
    await fc.assert(
      fc.asyncProperty(documents, async (spec) => {
        expect(await differences(await again(write(spec)))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('written twice, it is the same text', async () => {
    const definition = await definitionAt('shop', 'v3.0.0/mapper.yaml');
    const { text } = writeMapper(definition);
    expect(writeMapper(await again(text)).text).toBe(text);
  });
});

describe('what is written', () => {
  test('reads as people write it', async () => {
    const { value } = await load(`tokens:
  access_token: { format: jwt, lifetime: 90s, releases: [tenant!, email?] }
claims:
  tenant: { path: [org, tenant], about: client, schema: { type: string }, values: { a: { replacedBy: b } } }
scopes:
  "pay:{id}": { description: Pay, parameters: { id: { type: string } } }
clients:
  web: { grants: [authorization_code], scopes: ["pay:{id}"] }
`);
    if (value === undefined) throw new Error('the example is wrong');
    expect(writeMapper(value, { schema: 'mapper.schema.json' }).text).toBe(
      `# yaml-language-server: $schema=mapper.schema.json

tokenpact: mapper/v1
name: shop
issuer: https://id.shop.example

# The tokens that are issued. A variant (for: …) is used instead of its kind for some clients.
tokens:
  access_token:
    format: jwt
    profile: none
    lifetime: 90s
    releases: [ email?, tenant! ]

# What each member of a token says, about whom, and where it comes from. Registered claims need no entry.
claims:
  tenant:
    path: [ org, tenant ]
    about: client
    schema: { type: string }
    values: { a: { replacedBy: b } }

# What clients ask for, and which claims that puts into which token. ? is sometimes, ! is always.
scopes:
  pay:{id}:
    description: Pay
    parameters: { id: { type: string } }

# Who asks for tokens. defaultScopes are always granted, scopes may be.
clients:
  web:
    party: first
    grants: [ authorization_code ]
    scopes: [ "pay:{id}" ]
`,
    );
  });

  test('names of a provider that are none here are changed, and that is said', async () => {
    const realm = {
      realm: 'names',
      clients: [
        {
          clientId: 'web',
          protocol: 'openid-connect',
          standardFlowEnabled: true,
          defaultClientScopes: ['my scope', 'my-scope', '{x}'],
        },
      ],
      clientScopes: ['my scope', 'my-scope', '{x}'].map((name) => ({ name, protocol: 'openid-connect' })),
    };
    const loaded = await loadDefinition(memoryTree({ 'realm.json': JSON.stringify(realm) }), 'realm.json');
    if (loaded.value === undefined) throw new Error(JSON.stringify(loaded.problems));
    const { text, left } = writeMapper(loaded.value);
    expect(left).toEqual([
      '"my scope" is no name in this format: it is "my-scope-2" here',
      '"{x}" is no name in this format: it is "-x-" here',
    ]);
    expect([...(await again(text)).scopes.keys()]).toEqual(['-x-', 'my-scope', 'my-scope-2', 'openid']);
    for (const line of left) expect(text).toContain(`# - ${line}`);
  });
});

test('a name that would end the comment stays in it', async () => {
  const { value } = await load('clients:\n  web: { grants: [authorization_code] }\n');
  const web = value?.clients.get('web');
  if (value === undefined || web === undefined) throw new Error('the example is wrong');
  const name = 'a\r\nissuer: https://evil.example\u001B[2J';
  const clients = new Map([...value.clients, [name, { ...web, name, grants: [] }]]);
  const { text, left } = writeMapper({ ...value, clients });
  expect(left).toEqual([
    'client "a issuer: https://evil.example [2J" has no grant type, so it gets no tokens',
  ]);
  expect((await again(text)).issuer).toBe('https://id.shop.example');
});

test('a client that gets no tokens has no word in the format', async () => {
  const { value } = await load(
    'clients:\n  web: { grants: [authorization_code] }\n  idle: { grants: [password] }\n',
  );
  const idle = value?.clients.get('idle');
  if (value === undefined || idle === undefined) throw new Error('the example is wrong');
  const clients = new Map([...value.clients, ['idle', { ...idle, grants: [] }]]);
  const { text, left } = writeMapper({ ...value, clients });
  expect(left).toEqual(['client "idle" has no grant type, so it gets no tokens']);
  expect([...(await again(text)).clients.keys()]).toEqual(['web']);
});

test('the written shop is short: what the registry and the defaults say is left out', async () => {
  const { text } = writeMapper(await definitionAt('design', 'mapper.yaml'));
  const written = readFileSync('fixtures/design/mapper.yaml', 'utf8');
  expect(text.length).toBeLessThan(written.length * 1.5);
});
