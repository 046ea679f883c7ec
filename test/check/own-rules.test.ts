import { describe, expect, it } from 'vitest';
import { runRules, testOwnRule, withOwnRules } from '../../src/check/index.ts';
import { rules } from '../../src/generated/rules.ts';
import { loadConfig, loadDefinition, memoryTree } from '../../src/load/index.ts';
import { validator } from '../../src/schema/index.ts';
import { NOW } from './sample.ts';

const MAPPER = `tokenpact: mapper/v1
name: shop
issuer: https://id.shop.example
tokens:
  access_token: { format: jwt, profile: rfc9068, lifetime: 5m }
  id_token: { format: jwt, profile: openid, lifetime: 5m }
claims:
  tenantId: { about: user, schema: { type: string } }
  level: { about: user, schema: { type: integer }, privacy: { level: confidential-infrastructure } }
scopes:
  openid: { owner: team-identity, releases: { id_token: [level, email] } }
  orders.read: { resources: [orders], releases: { access_token: [tenantId] } }
resources:
  orders: { audience: orders, party: first }
clients:
  partner: { party: third, grants: [authorization_code], scopes: [openid, orders.read] }
  web: { party: first, grants: [authorization_code], scopes: [openid] }
`;

async function settings(own: string) {
  const { value, problems } = await loadConfig(memoryTree({ 'tokenpact.yaml': `ownRules:\n${own}` }));
  if (value === undefined) throw new Error(JSON.stringify(problems));
  return { ...value, compile: validator };
}

/** What own rules find, as a line of the mapper, severity and message. */
async function found(own: string): Promise<readonly string[]> {
  const { value } = await loadDefinition(memoryTree({ 'mapper.yaml': MAPPER }), 'mapper.yaml');
  if (value === undefined) throw new Error('no definition');
  const findings = runRules({ mappers: [value] }, await settings(own), rules, { now: NOW });
  return findings
    .filter(({ rule }) => rule.startsWith('own/'))
    .map(({ at, severity, axis, message }) => `${at.line} ${severity} ${axis}: ${message}`)
    .sort();
}

describe("an organisation's own rule", () => {
  it('holds names to a pattern', async () => {
    const rule = `  - id: own/names
    every: claim
    must: { properties: { name: { pattern: "^[a-z_]+$" } } }
    message: '"{name}" is not written like our other claims'
`;
    expect(await found(rule)).toEqual(['8 warning design: "tenantId" is not written like our other claims']);
  });

  it('asks for what is missing', async () => {
    const rule = `  - { id: own/owner, every: scope, must: { required: [owner] }, severity: error, message: "nobody answers for {name}" }\n`;
    expect(await found(rule)).toEqual(['12 error design: nobody answers for orders.read']);
  });

  it('keeps a claim from third parties', async () => {
    const rule = `  - id: own/level
    every: release
    axis: privacy
    where: { properties: { client: { properties: { party: { const: third } } } } }
    must: { properties: { claim: { properties: { privacy: { properties: { level: { enum: [public, technical, authorization, organisational, pseudonymous-identifier] } } } } } } }
    message: '{client.name} gets {name} ({claim.privacy.level}) in {tokenType}, as {nothing.like.it}'
`;
    expect(await found(rule)).toEqual([
      '11 warning privacy: partner gets email (personal) in id_token, as {nothing.like.it}',
      '11 warning privacy: partner gets level (confidential-infrastructure) in id_token, as {nothing.like.it}',
    ]);
  });

  it('looks at clients, resources and token types', async () => {
    const rule = (every: string, must: string) =>
      `  - { id: own/it, every: ${every}, must: ${must}, message: "{name}" }\n`;
    const grants = '{ properties: { scopes: { maxItems: 1 } } }';
    expect(await found(rule('client', grants))).toEqual(['16 warning design: partner']);
    const audience = '{ properties: { audience: { pattern: "^https:" } } }';
    expect(await found(rule('resource', audience))).toEqual(['14 warning design: orders']);
    const lifetime = '{ properties: { lifetime: { maximum: 60 } } }';
    expect(await found(rule('token-type', lifetime))).toEqual([
      '5 warning design: access_token',
      '6 warning design: id_token',
    ]);
  });

  it('sees releases as lists of claims', async () => {
    const rule = `  - { id: own/it, every: scope, must: { properties: { releases: { properties: { id_token: { maxItems: 1 } } } } }, message: "{releases}" }\n`;
    expect(await found(rule)).toEqual(['11 warning design: {"id_token":["email","level"]}']);
  });

  it('does not run with a schema that can not be compiled', async () => {
    const config = await settings('  - { id: own/it, every: scope, must: {}, message: no }\n');
    const ownRules = config.ownRules.map((own) => ({ ...own, must: { $ref: 'https://schemas.example/a' } }));
    expect(withOwnRules([], config).map(({ id }) => id)).toEqual(['own/it']);
    expect(withOwnRules([], { ...config, ownRules })).toEqual([]);
  });

  it('is tested by its examples', async () => {
    const rule = `  - id: own/it
    every: scope
    where: { properties: { name: { pattern: ^orders } } }
    must: { required: [owner] }
    message: no
    examples:
      passes: [{ name: orders, owner: team }, { name: orders }, { name: openid }]
      fails: [{ name: orders.read }, { name: openid }]
`;
    const { ownRules } = await settings(rule);
    expect(ownRules.flatMap((own) => testOwnRule(own, validator))).toEqual([
      { expected: 'passes', example: { name: 'orders' } },
      { expected: 'fails', example: { name: 'openid' } },
    ]);
  });
});

it('an own rule without what compiles its schemas is an error, not silence', async () => {
  const { compile: _, ...config } = await settings(
    '  - { id: own/x, every: claim, must: true, message: nothing }',
  );
  expect(() => runRules({}, config, rules, { now: NOW })).toThrow('own rules need `compile`');
});
