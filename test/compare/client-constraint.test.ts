import { expect, test } from 'vitest';
import { compare } from '../../src/compare/index.ts';
import { effectiveContracts } from '../../src/contract/index.ts';
import { definition, edited, ISSUER, lines } from './definitions.ts';
import { witnessProblems } from './witness-laws.ts';

const bound = (method: string) =>
  definition(
    edited(ISSUER, ['kiosk: { party: first,', `kiosk: { party: first, senderConstrained: ${method},`]),
  );

test('the access tokens of a bound client hold its key, and no others do', async () => {
  const contracts = effectiveContracts(await bound('dpop'));
  const holders = contracts.filter(({ claims }) =>
    claims.get('cnf')?.releases.some(({ presence }) => presence === 'always'),
  );
  expect(holders.map(({ key }) => [key.tokenType, key.client])).toEqual([['access_token', 'kiosk']]);
});

test('a client whose tokens are bound to a key, or no longer, or to another, is one change', async () => {
  const plain = await definition(ISSUER);
  const [dpop, mtls] = [await bound('dpop'), await bound('mtls')];
  const told = [
    [plain, dpop, 'sender-constraint-added client=kiosk - -> dpop breaks/breaks/'],
    [dpop, plain, 'sender-constraint-dropped client=kiosk dpop -> - breaks/breaks/'],
    [dpop, mtls, 'sender-constraint-changed client=kiosk dpop -> mtls breaks/breaks/'],
  ] as const;
  for (const [before, after, line] of told) {
    const comparison = compare(before, after);
    const [change, ...others] = comparison.changes;
    expect(others).toEqual([]);
    expect(lines(comparison.changes)[0]).toContain(line);
    expect(change && witnessProblems(comparison, change)).toEqual([]);
  }
});

test('a client and a resource of one name are two', async () => {
  const named = edited(ISSUER, ['  app: { party', '  loans: { party']);
  const both = edited(
    named,
    ['  loans: { party: first,', '  loans: { party: first, senderConstrained: dpop,'],
    ['loans.lending.example", party: first', 'loans.lending.example", party: first, senderConstrained: dpop'],
  );
  const { changes } = compare(await definition(named), await definition(both));
  expect(changes.map(({ kind, coordinates }) => [kind, coordinates])).toEqual([
    ['sender-constraint-added', { resource: 'loans' }],
    ['sender-constraint-added', { client: 'loans' }],
  ]);
});
