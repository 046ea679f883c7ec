import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from './run.ts';
import { mapper, temporaryFolder, writeFiles } from './temporary.ts';

const CONSUMER = `tokenpact: consumer/v1
name: api
owner: team-api
reads: access_token
as: { resource: api }
expects: { properties: { plan: { enum: [small, large] } } }
`;

/** A folder with a saved report of a change that widens a claim. */
async function saved() {
  const cwd = temporaryFolder({
    'before/mapper.yaml': mapper('plan'),
    'after/mapper.yaml': mapper('plan', '2.0.0').replace('[small, large]', '[small, large, huge]'),
    'after/api.consumer.yaml': CONSUMER,
  });
  const line = ['check', 'after', '--against', 'before', '-f', 'json=report.json'];
  await run(line, { cwd });
  const { stdout } = await run([...line.slice(0, 4), '-f', 'json'], { cwd });
  const [finding] = JSON.parse(stdout).findings.filter(
    ({ axis }: { axis: string }) => axis === 'compatibility',
  );
  return { cwd, finding, print: finding.fingerprint as string };
}

describe('explain, of a finding', () => {
  test('says who is hit, what shows it, and prints the waiver', async () => {
    const { cwd, finding, print } = await saved();
    const { code, stdout } = await run(['explain', print, '--report', 'report.json'], { cwd });
    expect(stdout).toContain(finding.message.slice(0, 40));
    expect(stdout).toContain(`error, compatibility, ${finding.rule}\n`);
    expect(stdout).toContain('who reads it\n  api (team-api, first party)\n');
    expect(stdout).toContain(
      'with client app as itself, scopes api.read, resource api\n  the access_token before (-) and after (+)\n',
    );
    expect(stdout).toContain(`why the rule exists: tokenpact explain ${finding.rule}\n`);
    expect(code).toBe(0);
  });

  test('the waiver that it prints, filled in, lets the change pass, and then that is said', async () => {
    const { cwd, print } = await saved();
    const { stdout } = await run(['explain', print, '--report', 'report.json'], { cwd });
    const waiver = stdout.slice(stdout.indexOf('waivers:'), stdout.indexOf('\n\nwhy the rule'));
    const filled = waiver
      .replace(/owner: .*/, 'owner: team-identity')
      .replace(/reason: .*/, 'reason: nobody reads it any more')
      .replace(/until: .*/, 'until: 2027-03-31');
    writeFiles(cwd, { 'tokenpact.yaml': `${filled}\n` });
    const line = ['check', 'after', '--against', 'before', '-f', 'text', '-f', 'json=report.json'];
    const checked = await run(line, { cwd });
    expect(checked.stdout).toContain('1 suppressed');
    expect(checked.code).toBe(0);
    const again = await run(['explain', print, '--report', 'report.json'], { cwd });
    expect(again.stdout).toContain('it does not count: waiver, until 2027-03-31: nobody reads it any more\n');
    expect(again.stdout).not.toContain('waivers:');
  });

  test.each([
    ['a fingerprint alone', ['0123456789abcdef'], 'a report has to tell which'],
    [
      'a report that is not there',
      ['0123456789abcdef', '--report', 'none.json'],
      'the report "none.json" does not exist',
    ],
    [
      'a report that is none',
      ['0123456789abcdef', '--report', 'after/mapper.yaml'],
      'is not a report that this',
    ],
    ['another finding', ['0123456789abcdef', '--report', 'report.json'], 'it has 1 finding\n'],
  ])('%s ends in 2', async (_what, args, message) => {
    const { cwd } = await saved();
    const { code, stderr } = await run(['explain', ...args], { cwd });
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });

  test('a fingerprint that was mistyped', async () => {
    const { cwd, print } = await saved();
    const typo = print.replace(/.$/, print.endsWith('0') ? '1' : '0');
    const { stderr } = await run(['explain', typo, '--report', join(cwd, 'report.json')], { cwd });
    expect(stderr).toContain(`did you mean "${print}"?`);
  });
});

describe('explain, of a rule', () => {
  test('prints its page and its options', async () => {
    const { code, stdout } = await run(['explain', 'scope/too-many-claims']);
    expect(stdout).toMatch(/^# scope\/too-many-claims\n/);
    expect(stdout).toContain('\nrules:\n  scope/too-many-claims: { level: warning, max: 15 }\n');
    expect(code).toBe(0);
  });

  test.each([
    ['claim/mutable-identifer', 'did you mean "claim/mutable-identifier"?'],
    ['mutable-identifier', 'did you mean "claim/mutable-identifier"?'],
    ['nothing-like-it', 'all of them: tokenpact rules'],
  ])('%s is not one', async (name, help) => {
    const { code, stderr } = await run(['explain', name]);
    expect(stderr).toBe(`tokenpact: there is no rule "${name}"\n  ${help}\n`);
    expect(code).toBe(2);
  });
});

describe('rules', () => {
  test('lists the level that each profile gives a rule', async () => {
    const levels = async (...args: readonly string[]): Promise<ReadonlyMap<string, string>> => {
      const { stdout } = await run(['rules', '-f', 'json', ...args]);
      return new Map(JSON.parse(stdout).map(({ id, level }: Record<string, string>) => [id, level]));
    };
    const [standard, same, high, fapi2] = await Promise.all([
      levels(),
      levels('--profile', 'standard'),
      levels('--profile', 'high-security'),
      levels('--profile', 'fapi2'),
    ]);
    expect(same).toEqual(standard);
    expect(high).not.toEqual(standard);
    expect([...fapi2.keys()]).toEqual([...standard.keys()]);
  });

  test('says how many are off', async () => {
    const { stdout } = await run(['rules', '--profile', 'relaxed']);
    const off = stdout.split('\n').filter((line) => / off {5}/.test(line)).length;
    expect(stdout).toMatch(
      new RegExp(
        `\\n\\d+ rules, ${off === 0 ? 'all of them on' : `${off} of them off`} with the profile "relaxed"; `,
      ),
    );
  });

  test('a profile that does not exist ends in 2', async () => {
    const { code, stderr } = await run(['rules', '--profile', 'strict']);
    expect(stderr).toContain('Allowed choices are relaxed, standard, high-security, fapi2');
    expect(code).toBe(2);
  });
});
