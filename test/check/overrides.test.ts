import { expect, it } from 'vitest';
import { runRules } from '../../src/check/index.ts';
import { rules } from '../../src/generated/rules.ts';
import { loadConfig, loadDefinition, memoryTree } from '../../src/load/index.ts';
import { NOW } from './sample.ts';

const MAPPER = `tokenpact: mapper/v1
name: shop
issuer: https://id.shop.example
tokens:
  access_token: { format: jwt, profile: rfc9068, lifetime: 2h, audience: { from: scope, many: array, shape: either } }
  id_token: { format: jwt, profile: openid, lifetime: 5m }
scopes: { all: { resources: [orders, stock] } }
resources:
  orders: { audience: https://orders.shop.example, party: first }
  stock: { audience: https://stock.shop.example, party: first }
clients:
  web: { party: first, grants: [authorization_code], scopes: [all] }
  app: { party: first, grants: [authorization_code], scopes: [all] }
`;

/** What some rules find with a configuration, as \`severity rule client\`. */
async function found(config: string, ids: readonly string[], file = 'legacy/mapper.yaml') {
  const tree = memoryTree({ [file]: MAPPER, 'tokenpact.yaml': config });
  const { value, problems } = await loadDefinition(tree, file);
  const { value: settings } = await loadConfig(tree);
  if (value === undefined || settings === undefined) throw new Error(JSON.stringify(problems));
  const findings = runRules({ mappers: [value] }, settings, rules, { now: NOW });
  return findings
    .filter(({ rule }) => ids.includes(rule))
    .map(({ rule, severity, coordinates }) => [severity, rule, coordinates.client].filter(Boolean).join(' '))
    .sort();
}

const MULTI = 'audience/multi';
const LONG = 'token-type/long-lived-jwt';

it('sets the level of a part of the findings', async () => {
  expect(await found('tokenpact: config/v1', [MULTI])).toEqual([
    `warning ${MULTI} app`,
    `warning ${MULTI} web`,
  ]);
  const forWeb = `overrides: [{ clients: [web], rules: { ${MULTI}: error } }]`;
  expect(await found(forWeb, [MULTI])).toEqual([`error ${MULTI} web`, `warning ${MULTI} app`]);
  const inLegacy = `overrides: [{ paths: [legacy], rules: { ${LONG}: off } }]`;
  expect(await found(inLegacy, [LONG])).toEqual([]);
  expect(await found(inLegacy, [LONG], 'mapper.yaml')).toEqual([`warning ${LONG}`]);
  const byToken = `overrides: [{ tokenTypes: [id_token], rules: { ${LONG}: off } }]`;
  expect(await found(byToken, [LONG])).toEqual([`warning ${LONG}`]);
});

it('turns a rule on for a part', async () => {
  const config = `rules: { ${MULTI}: off }\noverrides: [{ clients: [app], rules: { audience/too-many: info } }]`;
  expect(await found(config, [MULTI])).toEqual([`info ${MULTI} app`]);
});

it('lets the last one that fits win', async () => {
  const config = `overrides:
  - { paths: ["**/*.yaml"], rules: { ${MULTI}: error } }
  - { clients: [web], rules: { ${MULTI}: off } }
`;
  expect(await found(config, [MULTI])).toEqual([`error ${MULTI} app`]);
});

it('hands options to rules', async () => {
  expect(await found(`rules: { ${MULTI}: { max: 1 } }`, [MULTI])).toEqual([
    `error ${MULTI} app`,
    `error ${MULTI} web`,
  ]);
});
