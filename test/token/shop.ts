import { createPrivateKey, sign } from 'node:crypto';
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

/** An access token of the shop for the web client; members that are undefined are left out. */
export function shopToken(payload: object = {}, header: object = {}): string {
  const jwk = JSON.parse(shopText('tokens/private-keys.fixture.json')).keys[0];
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = {
    iss: 'https://id.shop.example',
    aud: 'https://orders.shop.example',
    iat: NOW / 1000 - 60,
    exp: NOW / 1000 + 240,
    jti: 'at-1',
    client_id: 'web',
    scope: 'openid orders.read',
    sub: '0d9a6d4e-5f0c-4b57-8a43-3b1f1c9e7a10',
    tenant_id: '7f6d2c1e-0b5a-4c3d-9e8f-1a2b3c4d5e6f',
    account_status: 'active',
  };
  const input = `${part({ alg: 'ES256', kid: jwk.kid, typ: 'at+jwt', ...header })}.${part({ ...claims, ...payload })}`;
  const key = createPrivateKey({ key: jwk, format: 'jwk' });
  return `${input}.${sign('sha256', Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}
