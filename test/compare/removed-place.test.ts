import { expect, test } from 'vitest';
import { compare } from '../../src/compare/index.ts';
import { loadAll, memoryTree } from '../../src/load/index.ts';
import type { MapperDefinition } from '../../src/model/index.ts';

const ROOT = `
tokenpact: mapper/v1
name: lending
version: 1.0.0
issuer: https://id.lending.example
include: [scopes.yaml]
tokens:
  access_token: { format: jwt, profile: rfc9068, lifetime: 5m }
resources:
  loans: { audience: "https://loans.lending.example", party: first }
  fines: { audience: "https://fines.lending.example", party: first }
clients:
  app: { party: first, grants: [authorization_code], scopes: [loans.read] }
`;
const SCOPES = `
scopes:
  loans.read: { description: Loans, resources: [loans] }
  loans.write: { description: Borrow, resources: [loans] }
  fines.read: { description: Fines, resources: [fines] }
`;

async function definition(root: string, scopes: string): Promise<MapperDefinition> {
  const files = { 'mapper.yaml': root, 'scopes.yaml': scopes };
  const [only] = (await loadAll(memoryTree(files), ['mapper.yaml'])).definitions;
  if (only === undefined) throw new Error('no definition');
  return only;
}

async function places(root: string, scopes: string): Promise<readonly string[]> {
  const { changes } = compare(await definition(ROOT, SCOPES), await definition(root, scopes), []);
  return changes.map(({ kind, at }) => `${kind} ${at.file}:${at.line}`);
}

test('what is gone from an included file is shown beside what stands there still', async () => {
  expect(await places(ROOT, SCOPES.replace(/.*loans\.write.*\n/, ''))).toEqual([
    'scope-removed scopes.yaml:4',
  ]);
});

test('what is gone from the file of the definition is shown at its section', async () => {
  const root = ROOT.replace(/ {2}fines: .*\n/, '');
  const scopes = SCOPES.replace(/.*fines\.read.*\n/, '');
  expect(await places(root, scopes)).toEqual([
    'resource-removed mapper.yaml:9',
    'scope-removed scopes.yaml:4',
  ]);
});

test('the last of an included file is shown at the definition', async () => {
  expect(await places(ROOT.replace('scopes: [loans.read]', 'scopes: []'), 'scopes: {}\n')).toContainEqual(
    expect.stringMatching(/^scope-removed mapper\.yaml:/),
  );
});
