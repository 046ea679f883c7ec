import { expect, it } from 'vitest';
import { loadDefinition, memoryTree } from '../../src/load/index.ts';
import { placeOf } from '../../src/model/index.ts';
import { told } from './reading.ts';

const MAPPER = `tokenpact: mapper/v1
name: shop
version: 1.0.0
issuer: https://id.shop.example
tokens: { access_token: { lifetime: 5m }, id_token: { lifetime: 5m } }
resources: { orders: { audience: https://orders.example }, stock: { audience: https://stock.example } }
`;

const overlaid = async (overlay: string, mapper = MAPPER) => {
  const files = { 'mapper.yaml': mapper, 'envs/staging.overlay.yaml': overlay };
  const loaded = await loadDefinition(memoryTree(files), 'envs/staging.overlay.yaml');
  return { ...loaded, problems: told(loaded.problems) };
};

it('changes issuer, audiences and lifetimes', async () => {
  const { value, problems, files } = await overlaid(`tokenpact: overlay/v1
of: ../mapper.yaml
issuer: https://id.staging.example
audiences: { orders: https://orders.staging.example }
lifetimes: { access_token: 1h }
`);
  expect(problems).toEqual([]);
  expect(files).toEqual(['envs/staging.overlay.yaml', 'mapper.yaml']);
  expect(value).toMatchObject({
    name: 'shop/staging',
    version: '1.0.0',
    issuer: 'https://id.staging.example',
    origin: { files },
  });
  expect([...(value?.resources.values() ?? [])].map(({ audience }) => audience)).toEqual([
    'https://orders.staging.example',
    'https://stock.example',
  ]);
  expect([...(value?.tokenTypes.values() ?? [])].map(({ lifetime }) => lifetime)).toEqual([3_600, 300]);
});

it('stands where the base stands, but for what it writes itself', async () => {
  const { value } = await overlaid(
    'tokenpact: overlay/v1\nof: ../mapper.yaml\nissuer: https://id.staging.example\n',
  );
  const files = ['version', 'issuer'].map((key) => value && placeOf(value, key).file);
  expect(files).toEqual(['mapper.yaml', 'envs/staging.overlay.yaml']);
});

it('changes nothing else, and nothing that is not there', async () => {
  const { value, problems } = await overlaid(`tokenpact: overlay/v1
of: ../mapper.yaml
scopes: {}
audiences: { order: x }
lifetimes: { access_token: 1 hour }
`);
  expect(problems).toEqual([
    'envs/staging.overlay.yaml:3:1 invalid: unknown key "scopes" (there is $schema, audiences, issuer, lifetimes, of, tokenpact)',
    'envs/staging.overlay.yaml:4:14 undefined-reference: resource "order" is not defined (did you mean "orders"?)',
    'envs/staging.overlay.yaml:5:14 invalid: expected a duration in seconds, minutes, hours or days, found the string "1 hour" (for example "5m")',
  ]);
  expect(value).toBe(undefined);
});

it.each([
  [
    'of: no.yaml',
    MAPPER,
    'envs/staging.overlay.yaml:2:1 unreadable: "envs/no.yaml" does not exist (looked in memory)',
  ],
  [
    'of: staging.overlay.yaml',
    MAPPER,
    'envs/staging.overlay.yaml:2:1 unreadable: "envs/staging.overlay.yaml" is an overlay, expected a mapper definition',
  ],
  [
    'of: ../mapper.yaml',
    'a: 1\n',
    'envs/staging.overlay.yaml:2:1 unreadable: "mapper.yaml" is not a mapper definition (start it with "tokenpact: mapper/v1")',
  ],
  [
    'of: ../mapper.yaml',
    `${MAPPER}claim: {}\n`,
    'mapper.yaml:7:1 invalid: unknown key "claim" (did you mean "claims"?)',
  ],
  [
    'issuer: x',
    MAPPER,
    'envs/staging.overlay.yaml:1:1 invalid: "of" is missing (for example of: ../mapper.yaml)',
  ],
])('needs a mapper definition: %s', async (line, mapper, message) => {
  const { value, problems } = await overlaid(`tokenpact: overlay/v1\n${line}\n`, mapper);
  expect(problems).toEqual([message]);
  expect(value).toBe(undefined);
});
