import { expect, test } from 'vitest';
import { loadDefinition, memoryTree } from '../../../src/load/index.ts';

async function messages(realm: object): Promise<readonly string[]> {
  const { problems } = await loadDefinition(
    memoryTree({ 'realm.json': JSON.stringify(realm) }),
    'realm.json',
  );
  return problems.map(({ kind, message }) => `${kind}: ${message}`);
}

test('what is not of the shape that Keycloak writes is told, never dropped', async () => {
  const realm = {
    realm: 'x',
    clients: [
      null,
      {
        clientId: 'app',
        protocolMappers: [7, { name: 'm', protocolMapper: 'oidc-sub-mapper', config: 'no' }],
      },
      { clientId: 'web', defaultClientScopes: ['profile', 3] },
    ],
    clientScopes: { profile: 1 },
  };
  expect(await messages(realm)).toEqual(
    expect.arrayContaining([
      'invalid: expected a list of objects in "clientScopes", found an object',
      'invalid: expected an object in "clients", found null',
      'invalid: expected an object in "protocolMappers", found the number 7',
      'invalid: expected an object in "config", found the string "no"',
      'invalid: expected a name in "defaultClientScopes", found the number 3',
    ]),
  );
});

test('lists of the wrong type are told', async () => {
  expect(await messages({ realm: 'x', clients: 'no' })).toContain(
    'invalid: expected a list of objects in "clients", found the string "no"',
  );
});
