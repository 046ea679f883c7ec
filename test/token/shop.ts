import { readFileSync } from 'node:fs';

import { loadAll, memoryTree } from '../../src/load/index.ts';
import type { MapperDefinition, Place } from '../../src/model/index.ts';
import { type Keys, readKeys } from '../../src/token/index.ts';

const FOLDER = new URL('../../fixtures/shop/', import.meta.url);

/** The day on which the fixtures' tokens are looked at. */
export const NOW = Date.parse('2026-11-22T12:00:00Z');

export const AT: Place = { file: 'token.jwt', line: 1, column: 1, endLine: 1, endColumn: 2 };

export const shopText = (path: string): string => readFileSync(new URL(path, FOLDER), 'utf8');
export const shopLines = (path: string): string[] => shopText(path).trim().split('\n');
export const shopKeys = (): Keys => readKeys(shopText('tokens/jwks.json'));

/** The released version of the shop. */
export async function shopDefinition(): Promise<MapperDefinition> {
  const files = [
    'mapper.yaml',
    ...['discount', 'openid', 'orders', 'shipping'].map((name) => `scopes/${name}.yaml`),
  ];
  const tree = memoryTree(Object.fromEntries(files.map((file) => [file, shopText(`v3.0.0/${file}`)])));
  const { definitions, problems } = await loadAll(tree, ['mapper.yaml']);
  const [definition] = definitions;
  if (definition === undefined) throw new Error(problems.map(({ message }) => message).join('\n'));
  return definition;
}
