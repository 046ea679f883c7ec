import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { run } from './run.ts';

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(JSON.parse(readFileSync('contracts/report.schema.json', 'utf8')));

test.each([
  ['lint', 'fixtures/shop/v3.0.0'],
  ['check', 'fixtures/shop/pull-request', '--against', 'fixtures/shop/v3.0.0'],
  ['check', 'fixtures/shop/v3.0.0', '--against', 'fixtures/shop/v2.0.0'],
  ['check', 'fixtures/keycloak/after-realm.json', '--against', 'fixtures/keycloak/before-realm.json'],
  ['validate', 'fixtures/shop/tokens/bad/all.txt', '--mapper', 'fixtures/shop/v3.0.0'],
])('%s %s: the JSON is what the published schema says', async (...args) => {
  const { stdout } = await run([...args, '-f', 'json']);
  validate(JSON.parse(stdout));
  expect(validate.errors).toBeNull();
});
