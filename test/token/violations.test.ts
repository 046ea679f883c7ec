import { expect, it } from 'vitest';
import { effectiveContracts } from '../../src/contract/index.ts';
import { loadDefinition, memoryTree } from '../../src/load/index.ts';
import type { JsonValue } from '../../src/model/index.ts';
import { contractCheck } from '../../src/token/violations.ts';

/** What is told of a claim with this schema, and this value in the token. */
async function told(schema: string, value: JsonValue): Promise<readonly string[]> {
  const text = `tokenpact: mapper/v1
name: shop
issuer: https://id.shop.example
tokens: { access_token: { format: jwt, releases: [it] } }
claims: { it: { about: token, schema: ${schema} } }
clients: { web: { party: first, grants: [client_credentials] } }
`;
  const { value: mapper } = await loadDefinition(memoryTree({ 'mapper.yaml': text }), 'mapper.yaml');
  const [contract] = mapper === undefined ? [] : effectiveContracts(mapper);
  if (contract === undefined) throw new Error('no contract');
  const violations = contractCheck(contract, undefined)({ it: value });
  return violations
    .filter(({ path }) => path[0] === 'it')
    .map(({ path, expected, found, count = 1 }) => `${path.join('.')}: ${expected}, ${found}, ${count}`);
}

it('says what is found, or what is wrong with it where its type is right', async () => {
  expect(await told('{ type: string, format: uuid }', 7)).toEqual(['it: string (uuid), integer, 1']);
  expect(await told('{ type: string, format: uuid }', 'x')).toEqual([
    'it: string (uuid), a string that is no uuid, 1',
  ]);
  expect(await told('{ enum: [a, b] }', 'c')).toEqual(['it: "a" | "b", a string that is not listed, 1']);
  expect(await told('{ enum: [a, b] }', 7)).toEqual(['it: "a" | "b", integer, 1']);
  expect(await told('{ type: string, pattern: "^x$" }', 'y')).toEqual([
    'it: string (pattern ^x$), a string that does not fit, 1',
  ]);
});

it('says so of numbers, too', async () => {
  expect(await told('{ enum: [1, 2] }', 3)).toEqual(['it: 1 | 2, an integer that is not listed, 1']);
  expect(await told('{ type: number, minimum: 1 }', 0)).toEqual([
    'it: number (at least 1), an integer that does not fit, 1',
  ]);
  expect(await told('{ type: integer }', 1.5)).toEqual(['it: integer, number, 1']);
});

it('tells of a list once, however many of its elements are wrong, and of members by their names', async () => {
  expect(
    await told('{ type: array, items: { type: object, properties: { "a/b": { type: string } } } }', [
      { 'a/b': 1 },
      { 'a/b': 2 },
    ]),
  ).toEqual(['it.a/b: string, integer, 2']);
});
