import { expect, it } from 'vitest';
import { loadConfig, memoryTree } from '../../src/load/index.ts';
import { DEFAULT_CONFIG } from '../../src/model/index.ts';
import { told } from './reading.ts';

it('is the default where there is none', async () => {
  expect(await loadConfig(memoryTree({}))).toEqual({ value: DEFAULT_CONFIG, problems: [], files: [] });
  const empty = await loadConfig(memoryTree({ 'tokenpact.yaml': '# nothing yet\n' }));
  expect(empty).toEqual({ value: DEFAULT_CONFIG, problems: [], files: ['tokenpact.yaml'] });
});

it('is missed where a person named it', async () => {
  const { value, problems } = await loadConfig(memoryTree({}), 'ci/tokenpact.yaml');
  expect(value).toBe(undefined);
  expect(told(problems)).toEqual([
    'ci/tokenpact.yaml:1:1 unreadable: "ci/tokenpact.yaml" does not exist (looked in memory)',
  ]);
});

it('says everything that it can say', async () => {
  const text = `tokenpact: config/v1
mappers: [identity/mapper.yaml]
consumers: [services/**/*.consumer.yaml]
profile: fapi2
rules: { scope/description-missing: off, claim/x: error }
gates: { privacy: warning, design: never }
versioning: { policy: none }
providers: { keycloak: { version: "24.0" } }
approvers: { privacy: [dpo], authorization: [security, architects] }
waivers:
  - rule: claim/x
    coordinates: { claim: email, client: web }
    owner: team
    reason: soon gone
    until: 2027-06-30
    approvedBy: privacy-office
`;
  const { value, problems } = await loadConfig(memoryTree({ 'tokenpact.yaml': text }));
  expect(problems).toEqual([]);
  expect(value).toMatchObject({
    mappers: ['identity/mapper.yaml'],
    consumers: ['services/**/*.consumer.yaml'],
    profile: 'fapi2',
    versioning: { policy: 'none' },
    providerVersions: new Map([['keycloak', '24.0']]),
    approvers: new Map([
      ['authorization', ['security', 'architects']],
      ['privacy', ['dpo']],
    ]),
    waivers: [
      {
        rule: 'claim/x',
        coordinates: { claim: 'email', client: 'web' },
        owner: 'team',
        reason: 'soon gone',
        until: '2027-06-30',
        approvedBy: 'privacy-office',
        at: { line: 11 },
      },
    ],
  });
  expect([...(value?.rules ?? [])]).toEqual([
    ['claim/x', 'error'],
    ['scope/description-missing', 'off'],
  ]);
  expect([...(value?.gates ?? [])]).toEqual([
    ['privacy', 'warning'],
    ['design', 'never'],
  ]);
});

it('is told what is wrong, all of it', async () => {
  const text =
    'profile: strict\ngates: { privcy: error }\nrules: { a: loud }\nwaivers: [{ rule: a, owner: b, until: soon }]\n';
  const { value, problems } = await loadConfig(memoryTree({ 'tokenpact.yaml': text }));
  expect(value).toBe(undefined);
  expect(told(problems).map((problem) => problem.replace('tokenpact.yaml:', ''))).toEqual([
    '1:1 invalid: expected "relaxed", "standard", "high-security" or "fapi2", found the string "strict"',
    '2:10 invalid: unknown key "privcy" (did you mean "privacy"?)',
    '3:10 invalid: expected "error", "warning", "info" or "off", found the string "loud"',
    '4:11 invalid: "reason" is missing (for example reason: the CRM moves to account ids in June)',
    '4:32 invalid: expected a date, found the string "soon" (for example "2027-06-30")',
  ]);
});

it('is told of a day that no calendar has', async () => {
  const waiver = (until: string) => `  - { rule: claim/x, owner: team, reason: later, until: ${until} }`;
  const days = ['2026-02-31', '2027-02-29', '2028-02-29', '2026-12-31', '2026-06-31'].map(waiver);
  const { value, problems } = await loadConfig(
    memoryTree({ 'tokenpact.yaml': `waivers:\n${days.join('\n')}\n` }),
  );
  expect(value).toBe(undefined);
  expect(told(problems)).toEqual([
    'tokenpact.yaml:2:50 invalid: there is no day 2026-02-31 (that month ends on 2026-02-28)',
    'tokenpact.yaml:3:50 invalid: there is no day 2027-02-29 (that month ends on 2027-02-28)',
    'tokenpact.yaml:6:50 invalid: there is no day 2026-06-31 (that month ends on 2026-06-30)',
  ]);
});

it('reads options of rules, overrides, the dialect and rules of the organisation', async () => {
  const text = `dialect: entra
rules:
  scope/too-many-claims: { level: warning, max: 20 }
  claim/name-too-long: { max: 12 }
overrides:
  - paths: [legacy/**]
    clients: [web]
    tokenTypes: [id_token]
    rules: { claim/unbounded-array: off }
ownRules:
  - id: shop/scope-owner
    every: scope
    where: { properties: { name: { pattern: ^orders } } }
    must: { required: [owner] }
    severity: error
    axis: privacy
    message: nobody answers for "{name}"
    help: Add its owner.
    examples: { passes: [{ owner: team }], fails: [{ name: orders }] }
  - { id: shop/short, every: claim, must: true, message: nothing }
`;
  const { value, problems } = await loadConfig(memoryTree({ 'tokenpact.yaml': text }));
  expect(problems).toEqual([]);
  expect(value?.dialect).toBe('entra');
  expect([...(value?.rules ?? [])]).toEqual([['scope/too-many-claims', 'warning']]);
  expect([...(value?.options ?? [])]).toEqual([
    ['claim/name-too-long', { max: 12 }],
    ['scope/too-many-claims', { max: 20 }],
  ]);
  expect(value?.overrides).toEqual([
    {
      paths: ['legacy/**'],
      clients: ['web'],
      tokenTypes: ['id_token'],
      rules: new Map([['claim/unbounded-array', 'off']]),
    },
  ]);
  expect(value?.mentions.map(({ rule, option, at }) => [rule, option?.name, at.line])).toEqual([
    ['claim/name-too-long', undefined, 4],
    ['claim/name-too-long', 'max', 4],
    ['scope/too-many-claims', undefined, 3],
    ['scope/too-many-claims', 'max', 3],
    ['claim/unbounded-array', undefined, 9],
  ]);
  const [rule, short] = value?.ownRules ?? [];
  expect(rule).toMatchObject({
    id: 'shop/scope-owner',
    every: 'scope',
    where: { properties: { name: { pattern: '^orders' } } },
    must: { required: ['owner'] },
    severity: 'error',
    axis: 'privacy',
    message: 'nobody answers for "{name}"',
    help: 'Add its owner.',
    examples: { passes: [{ owner: 'team' }], fails: [{ name: 'orders' }] },
    at: { line: 11 },
  });
  expect(short).toMatchObject({ where: true, must: true, severity: 'warning', axis: 'design', help: '' });
  expect(short?.examples).toEqual({ passes: [], fails: [] });
});

it('says which settings of rules it can not read', async () => {
  const text = `dialect: entre
rules: { a/b: { level: loud }, a/c: [error] }
overrides: [{ rules: { a/b: off } }, { paths: [], rules: {} }]
ownRules: [{ id: Shop, every: claims, must: 1 }]
`;
  const { problems } = await loadConfig(memoryTree({ 'tokenpact.yaml': text }));
  expect(told(problems).map((problem) => problem.replace('tokenpact.yaml:', ''))).toMatchInlineSnapshot(`
    [
      "1:1 invalid: expected "keycloak", "entra", "okta", "auth0" or "duende", found the string "entre" (did you mean "entra"?)",
      "2:17 invalid: expected "error", "warning", "info" or "off", found the string "loud"",
      "2:32 invalid: expected "error", "warning", "info" or "off", found a list",
      "3:40 invalid: expected at least 1 item, found none (for example ["legacy/**"])",
      "3:51 invalid: expected at least 1 key, found none",
      "4:12 invalid: "message" is missing (for example message: nobody answers for the scope "{name}")",
      "4:14 invalid: expected a group and a name, as shop/scope-owner, found the string "Shop" (for example "shop/scope-owner")",
      "4:24 invalid: expected "claim", "scope", "client", "resource", "token-type" or "release", found the string "claims" (did you mean "claim"?)",
      "4:39 invalid: expected a JSON Schema, found number 1",
    ]
  `);
});
