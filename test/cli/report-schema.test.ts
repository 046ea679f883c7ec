import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { run } from './run.ts';

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);

function read(name: string) {
  return JSON.parse(readFileSync(`contracts/${name}.schema.json`, 'utf8'));
}

const report = read('report');
// The schemas of the other commands refer to what a report says of places, grants and changes.
ajv.addSchema(report);
const validators = new Map(
  ['impact', 'resolve', 'plan'].map((name) => [name, ajv.compile(read(name))] as const),
);

test.each([
  ['lint', 'fixtures/shop/v3.0.0'],
  ['check', 'fixtures/shop/pull-request', '--against', 'fixtures/shop/v3.0.0'],
  ['check', 'fixtures/shop/v3.0.0', '--against', 'fixtures/shop/v2.0.0'],
  ['check', 'fixtures/keycloak/after-realm.json', '--against', 'fixtures/keycloak/before-realm.json'],
  ['validate', 'fixtures/shop/tokens/bad/all.txt', '--mapper', 'fixtures/shop/v3.0.0'],
])('%s %s: the JSON is what the published schema says', async (...args) => {
  const { stdout } = await run([...args, '-f', 'json']);
  const validate = ajv.getSchema(report.$id);
  validate?.(JSON.parse(stdout));
  expect(validate?.errors).toBeNull();
});

const SHOP = 'fixtures/shop/v3.0.0';

test.each([
  ['impact', 'impact', 'account_status', SHOP],
  ['impact', 'impact', 'account_status=suspended', SHOP],
  ['impact', 'impact', 'orders.read', SHOP],
  ['resolve', 'resolve', SHOP, '--client', 'web', '--scope', 'openid orders.read'],
  ['resolve', 'resolve', SHOP, '--client', 'orders-service'],
  ['plan', 'diff', SHOP, 'fixtures/shop/pull-request', '--plan'],
  ['plan', 'diff', 'fixtures/shop/v2.0.0', SHOP, '--plan'],
])('%s: the JSON of %s %s %s is what its schema says', async (name, ...args) => {
  const { stdout } = await run([...args, '-f', 'json']);
  const document = JSON.parse(stdout);
  const validate = validators.get(name);
  validate?.(document);
  expect(validate?.errors).toBeNull();
  expect(Object.keys(document).length).toBeGreaterThan(2);
});
