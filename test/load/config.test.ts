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
    waivers: [
      {
        rule: 'claim/x',
        coordinates: { claim: 'email', client: 'web' },
        owner: 'team',
        reason: 'soon gone',
        until: '2027-06-30',
        approvedBy: 'privacy-office',
        at: { line: 9 },
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
