import { expect, it } from 'vitest';
import { loadAll, memoryTree } from '../../src/load/index.ts';
import { told } from './reading.ts';

const MAPPER = `tokenpact: mapper/v1
name: shop
issuer: https://id.shop.example
tokens: { at: { kind: access_token } }
resources: { orders: { audience: orders } }
clients: { web: { grants: [ciba] } }
scopes: { orders.read: {} }
`;

const consumed = async (lines: string, mapper = MAPPER) => {
  const consumer = `tokenpact: consumer/v1\nname: api\n${lines}`;
  const loaded = await loadAll(memoryTree({ 'a.consumer.yaml': consumer, 'mapper.yaml': mapper }), ['.']);
  return { ...loaded, problems: told(loaded.problems) };
};

it.each([
  ['reads: at\nas: { resource: orders }', { as: 'resource', name: 'orders' }],
  ['reads: access_token\nas: { client: web }', { as: 'client', name: 'web' }],
  ['reads: at\nas: { gateway: edge }', { as: 'gateway', name: 'edge' }],
])('reads as whom it says: %s', async (lines, role) => {
  const { consumers, problems } = await consumed(lines);
  expect(problems).toEqual([]);
  expect(consumers).toMatchObject([
    { name: 'api', party: 'first', strict: 'none', expects: true, decisions: [], role },
  ]);
});

it.each([
  [
    'reads: acces_token\nas: { resource: orders }',
    ['3:1 undefined-reference: token type "acces_token" is not defined (did you mean "access_token"?)'],
  ],
  [
    'reads: at\nas: { resource: order }',
    ['4:7 undefined-reference: resource "order" is not defined (did you mean "orders"?)'],
  ],
  [
    'reads: at\nas: { client: orders }',
    ['4:7 undefined-reference: client "orders" is not defined (there is web)'],
  ],
  [
    'reads: at\nas: { client: web }\ndecisions: [{ name: x, allows: true, scopes: [orders.raed] }]',
    ['5:38 undefined-reference: scope "orders.raed" is not defined (did you mean "orders.read"?)'],
  ],
  ['reads: at\nas: {}', ['4:1 invalid: expected one of resource, client or gateway, found none']],
  [
    'reads: at\nas: { client: web, resource: orders }',
    ['4:1 invalid: expected only one of resource, client or gateway'],
  ],
  [
    'expects: { required: sub }\nas: { client: web }',
    [
      '1:1 invalid: "reads" is missing (for example reads: access_token)',
      '3:12 invalid: expected a list, found the string "sub"',
    ],
  ],
])('is told what is wrong: %s', async (lines, messages) => {
  expect((await consumed(lines)).problems).toEqual(messages.map((message) => `a.consumer.yaml:${message}`));
});

it('is a consumer by its name, whatever it says', async () => {
  const { problems } = await loadAll(memoryTree({ 'a.consumer.yaml': 'name: x\n' }), ['.']);
  expect(told(problems)).toEqual([
    'a.consumer.yaml:1:1 unreadable: "a.consumer.yaml" is not a consumer (start it with "tokenpact: consumer/v1")',
  ]);
});

it('is measured against nothing when there is no definition', async () => {
  const consumer = 'tokenpact: consumer/v1\nname: api\nreads: x\nas: { client: y }\n';
  const { problems, consumers } = await loadAll(memoryTree({ 'a.yaml': consumer }), ['a.yaml']);
  expect(told(problems)).toEqual([]);
  expect(consumers.map(({ name }) => name)).toEqual(['api']);
});
