import { expect, test } from 'vitest';
import { loadDefinition, memoryTree } from '../../src/load/index.ts';

const MAPPER = (include: string): string => `tokenpact: mapper/v1
name: shop
version: 1.0.0
issuer: https://id.shop.example
include: ["${include}"]
tokens:
  id_token: { format: jwt, profile: openid, lifetime: 5m }
`;

const SECRET = 'root:x:0:0:root:/root:/bin/sh\n';

async function messages(main: string, include: string, at: string): Promise<readonly string[]> {
  const tree = memoryTree({ [main]: MAPPER(include), [at]: SECRET });
  return (await loadDefinition(tree, main)).problems.map(({ message }) => message);
}

test.each([
  [
    'identity/mapper.yaml',
    '../../etc/passwd',
    '../etc/passwd',
    'only .yaml, .yml and .json files are included',
  ],
  [
    'identity/mapper.yaml',
    '../../x/secret.yaml',
    '../x/secret.yaml',
    'it is outside of the folder that tokenpact runs in',
  ],
  [
    'identity/mapper.yaml',
    '/etc/secret.yaml',
    '/etc/secret.yaml',
    'it is outside of the folder that tokenpact runs in',
  ],
  [
    '/repository/identity/mapper.yaml',
    '/etc/secret.yaml',
    '/etc/secret.yaml',
    'it is outside of the folder that tokenpact runs in',
  ],
  [
    '../identity/mapper.yaml',
    '../../secret.yaml',
    '../../secret.yaml',
    'it is outside of the folder that tokenpact runs in',
  ],
])('%s does not read %s', async (main, include, at, reason) => {
  expect(await messages(main, include, at)).toEqual([`"${at}" is not included: ${reason}`]);
});

test.each([
  ['identity/mapper.yaml', '../shared/scopes.yaml', 'shared/scopes.yaml'],
  ['../identity/mapper.yaml', '../shared/scopes.yaml', '../shared/scopes.yaml'],
  ['/repository/identity/mapper.yaml', '../shared/scopes.yaml', '/repository/shared/scopes.yaml'],
])('%s reads %s', async (main, include, at) => {
  const tree = memoryTree({
    [main]: MAPPER(include),
    [at]: 'scopes:\n  openid: { description: Sign you in }\n',
  });
  const { value, problems } = await loadDefinition(tree, main);
  expect(problems).toEqual([]);
  expect([...(value?.scopes.keys() ?? [])]).toEqual(['openid']);
});
