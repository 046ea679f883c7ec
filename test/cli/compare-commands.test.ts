import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from './run.ts';
import { mapper, temporaryFolder } from './temporary.ts';

const RELEASED = {
  'released/v1/mapper.yaml': mapper('plan'),
  'released/v1.1.yaml': mapper('plan', '1.1.0'),
  'released/v1.10/mapper.yaml': mapper('', '1.10.0'),
  'released/README.md': 'What was released.\n',
};

/** What a group of the app's tokens held. */
function usage(claims: Readonly<Record<string, object>>): string {
  const group = {
    mapper: 'tiny',
    tokenType: 'access_token',
    client: 'app',
    subject: 'machine',
    resource: 'api',
    count: 1234567,
    last: '2026-11-20T10:00:00Z',
    scopes: { 'api.read': { count: 1234567 } },
    claims,
  };
  return JSON.stringify({ tokenpact: 'usage/v1', tokens: 1234567, untold: 0, groups: [group] });
}

describe('check --against-all', () => {
  test('tells an edit once, with the releases that it breaks, oldest first', async () => {
    const cwd = temporaryFolder({ ...RELEASED, 'mapper.yaml': mapper('', '2.0.0') });
    const { code, stdout } = await run(['check', 'mapper.yaml', '--against-all', 'released', '-f', 'json'], {
      cwd,
    });
    const { findings, before } = JSON.parse(stdout);
    const removed = findings.filter(({ rule }: { rule: string }) => rule === 'change/claim-removed');
    expect(removed.map(({ releases }: { releases: string[] }) => releases)).toEqual([['1.0.0', '1.1.0']]);
    expect(before.label).toBe('3 releases in released');
    expect(before.definitions.map(({ version }: { version: string }) => version)).toEqual([
      '1.0.0',
      '1.1.0',
      '1.10.0',
    ]);
    expect(code).toBe(1);
  });

  test('says so as text', async () => {
    const cwd = temporaryFolder({ ...RELEASED, 'mapper.yaml': mapper('', '2.0.0') });
    const { stdout } = await run(['check', 'mapper.yaml', '--against-all', 'released'], { cwd });
    expect(stdout).toContain('against 1.0.0, 1.1.0\n');
  });

  test('is silent where no release differs', async () => {
    const cwd = temporaryFolder({ 'released/a.yaml': mapper('plan'), 'mapper.yaml': mapper('plan') });
    const { code, stdout } = await run(['check', 'mapper.yaml', '--against-all', 'released'], { cwd });
    expect(stdout).toContain('comparing 1 release in released');
    expect(stdout).toContain('no errors');
    expect(code).toBe(0);
  });

  test.each([
    [['--against-all', 'nowhere'], 'there is no file or folder "nowhere"'],
    [['--against-all', 'mapper.yaml'], '"mapper.yaml" is one file'],
    [['--against-all', 'empty'], 'there is no released version in "empty"'],
    [['--against-all', 'empty', '--against', 'mapper.yaml'], '--against and --against-all say two things'],
  ])('can not be checked: %s', async (args, message) => {
    const cwd = temporaryFolder({ 'mapper.yaml': mapper('plan'), 'empty/README.md': 'nothing\n' });
    const { code, stderr } = await run(['check', 'mapper.yaml', ...args], { cwd });
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });

  test('finds content that changed under a version that was released, though no token changes', async () => {
    const reworded = mapper('plan').replace('What was bought', 'What was paid for');
    const cwd = temporaryFolder({ 'released/v1.yaml': mapper('plan'), 'mapper.yaml': reworded });
    const one = await run(['check', 'mapper.yaml', '--against', 'released/v1.yaml'], { cwd });
    expect(one.stdout).toContain('warning  mapper/version-bump-too-small');
    expect(one.code).toBe(0);
    const all = await run(['check', 'mapper.yaml', '--against-all', 'released'], { cwd });
    expect(all.stdout).toContain('error  mapper/version-bump-too-small');
    expect(all.stdout).toContain('the content changed under the same version 1.0.0');
    expect(all.code).toBe(1);
  });

  test('does not go on without a release that can not be read', async () => {
    const cwd = temporaryFolder({
      'mapper.yaml': mapper('plan'),
      'released/v1/mapper.yaml': 'tokenpact: mapper/v1\n',
    });
    const { code, stderr } = await run(['check', 'mapper.yaml', '--against-all', 'released'], { cwd });
    expect(stderr).toContain(`${join('released', 'v1')} can not be compared with`);
    expect(code).toBe(2);
  });
});

describe('diff with consumers', () => {
  const consumer =
    'tokenpact: consumer/v1\nname: api\nowner: team-api\nparty: first\nreads: access_token\nas: { resource: api }\n';
  const files = (declared: string) => ({
    'before.yaml': mapper('plan'),
    'api.consumer.yaml': `${consumer}${declared}`,
    'tokenpact.yaml': 'tokenpact: config/v1\nmappers: [after.yaml]\nconsumers: [api.consumer.yaml]\n',
  });

  test('names whom a change breaks, which readers in general would take', async () => {
    const after = mapper('plan')
      .replace('version: 1.0.0', 'version: 1.1.0')
      .replace('releases: { access_token: [plan] }', 'releases: { access_token: ["plan?"] }');
    const cwd = temporaryFolder({ ...files('expects: { required: [plan] }\n'), 'after.yaml': after });
    const { stdout } = await run(['diff', 'before.yaml', 'after.yaml'], { cwd });
    expect(stdout).toContain('breaks readers or requests\n');
    expect(stdout).toContain('      breaks api (team-api, first party): it requires "plan"\n');
  });

  test('names the decision that a value which goes may open', async () => {
    const declared =
      'decisions: [{ name: not small, allows: { not: { properties: { plan: { const: small } } } } }]\n';
    const after = mapper('plan').replace('[small, large]', '[large]');
    expect(after).not.toBe(mapper('plan'));
    const cwd = temporaryFolder({ ...files(declared), 'after.yaml': after });
    const { stdout } = await run(['diff', 'before.yaml', 'after.yaml'], { cwd });
    expect(stdout).toContain('opens or closes access\n');
    expect(stdout).toContain('      may open "not small" of api (team-api, first party)\n');
    expect(stdout).toContain('; a major version\n');
  });
});

describe('a consumer that refers to what is gone', () => {
  const consumer = (scope: string) =>
    `tokenpact: consumer/v1\nname: api\nowner: team-api\nparty: first\nreads: access_token\nas: { resource: api }\n` +
    `decisions: [{ name: may read, scopes: [${scope}], allows: true }]\n`;
  const files = {
    'before.yaml': mapper('plan'),
    'mapper.yaml': mapper('plan', '2.0.0').replaceAll('api.read', 'api.view'),
    'api.consumer.yaml': consumer('api.read'),
    'tokenpact.yaml': 'tokenpact: config/v1\nmappers: [mapper.yaml]\nconsumers: [api.consumer.yaml]\n',
  };

  test('is hit by a change, not by a mistake', async () => {
    const cwd = temporaryFolder(files);
    const { code, stdout } = await run(['check', '--against', 'before.yaml'], { cwd });
    expect(stdout).not.toContain('mapper/undefined-reference');
    expect(stdout).toContain('error  change/scope-removed');
    expect(stdout).toContain(
      'breaks api (team-api, first party): it needs the scope "api.read" for its decision "may read"',
    );
    expect(code).toBe(1);
  });

  test('is in a changelog and in a plan', async () => {
    const cwd = temporaryFolder(files);
    const diff = await run(['diff', 'before.yaml', 'mapper.yaml'], { cwd });
    expect(diff.stdout).toContain('scope "api.read": name api.read → api.view');
    expect(diff.code).toBe(0);
    const { code, stdout } = await run(['diff', 'before.yaml', 'mapper.yaml', '--plan'], { cwd });
    expect(stdout).toContain('2. consumer api (team-api)');
    expect(code).toBe(0);
  });

  test('is a mistake where no version ever had it', async () => {
    const cwd = temporaryFolder({ ...files, 'api.consumer.yaml': consumer('api.raed') });
    const { stdout } = await run(['check', '--against', 'before.yaml'], { cwd });
    expect(stdout).toContain('scope "api.raed" is not defined');
    const diff = await run(['diff', 'before.yaml', 'mapper.yaml'], { cwd });
    expect(diff.stderr).toContain('scope "api.raed" is not defined');
    expect(diff.code).toBe(2);
  });
});

describe('check --usage', () => {
  const files = { 'before.yaml': mapper('"plan?"'), 'mapper.yaml': mapper('', '2.0.0') };
  const args = ['check', 'mapper.yaml', '--against', 'before.yaml', '--usage', 'usage.json'];

  test('says what was seen of a claim that goes', async () => {
    const cwd = temporaryFolder({
      ...files,
      'usage.json': usage({ plan: { count: 12345, last: '2026-11-19T00:00:00Z' } }),
    });
    const { code, stdout } = await run(args, { cwd });
    expect(stdout).toContain('seen in 12,345 of 1,234,567 tokens until 2026-11-19');
    expect(code).toBe(1);
  });

  test('lowers the doubt where it was never seen', async () => {
    const cwd = temporaryFolder({ ...files, 'usage.json': usage({ sub: { count: 1234567 } }) });
    const { code, stdout } = await run(args, { cwd });
    expect(stdout).toContain('info  change/claim-removed');
    expect(stdout).toContain('never seen in 1,234,567 tokens until 2026-11-20');
    expect(code).toBe(0);
  });

  test('does not lower it where one old token was looked at', async () => {
    const one = usage({}).replaceAll('1234567', '1').replace('2026-11-20', '2019-01-01');
    const cwd = temporaryFolder({ ...files, 'usage.json': one });
    const { code, stdout } = await run(args, { cwd });
    expect(stdout).toContain('error  change/claim-removed');
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'never seen in 1 token until 2019-01-01; fewer than 100 tokens of the last 90 days could have shown it: ' +
        'access_token for app as itself at api',
    );
    expect(code).toBe(1);
  });

  test('does not hide what a consumer declared', async () => {
    const consumer =
      'tokenpact: consumer/v1\nname: api\nreads: access_token\nas: { resource: api }\nexpects: { required: [plan] }\n';
    const always = { ...files, 'before.yaml': mapper('plan'), 'api.consumer.yaml': consumer };
    const cwd = temporaryFolder({ ...always, 'usage.json': usage({ sub: { count: 1234567 } }) });
    const { code, stdout } = await run([...args.slice(0, 2), 'api.consumer.yaml', ...args.slice(2)], { cwd });
    expect(stdout).toContain('error  change/claim-removed');
    expect(code).toBe(1);
  });

  test('is refused where it is no such file', async () => {
    const cwd = temporaryFolder({ ...files, 'usage.json': '{"tokenpact":"usage/v1","tokens":"many"}' });
    const { code, stderr } = await run(args, { cwd });
    expect(stderr).toContain('usage.json:1:');
    expect(stderr).toContain('audit --usage writes such a file');
    expect(code).toBe(2);
  });
});

describe('impact', () => {
  test('tells who relies on a claim, as text and as JSON', async () => {
    const cwd = temporaryFolder({ 'mapper.yaml': mapper('plan') });
    const { code, stdout } = await run(['impact', 'plan', 'mapper.yaml'], { cwd });
    expect(stdout).toContain(
      'nobody can tell\n  resource api (team-api) in access_token\n    nobody declared what it needs\n',
    );
    expect(stdout).toContain('1 reader: 0 break, 1 unknown, 0 safe\n');
    expect(code).toBe(0);
    const { stdout: json } = await run(['impact', 'plan', 'mapper.yaml', '-f', 'json'], { cwd });
    const { impacts } = JSON.parse(json);
    expect(impacts.map(({ subject }: { subject: object }) => subject)).toEqual([
      { kind: 'claim', claim: 'plan' },
    ]);
  });

  test('takes what was seen as evidence', async () => {
    const cwd = temporaryFolder({ 'mapper.yaml': mapper('plan'), 'usage.json': usage({}) });
    const { stdout } = await run(['impact', 'plan=small', 'mapper.yaml', '--usage', 'usage.json'], { cwd });
    expect(stdout).toContain('"small" in claim "plan" of tiny');
    expect(stdout).toContain('its tokens never had it');
  });

  test('tells whose tokens had it', async () => {
    const seen = usage({ plan: { count: 12345, last: '2026-11-19T00:00:00Z' } });
    const cwd = temporaryFolder({ 'mapper.yaml': mapper('plan'), 'usage.json': seen });
    const { stdout } = await run(['impact', 'plan', 'mapper.yaml', '--usage', 'usage.json'], { cwd });
    const tokens = 'seen in 12,345 of 1,234,567 tokens until 2026-11-19';
    expect(stdout).toContain(`\n  ${tokens}: 12,345 access_token of app\n`);
  });

  test('tells where else it was seen', async () => {
    const seen = usage({ plan: { count: 1234567 } }).replaceAll('access_token', 'id_token');
    const cwd = temporaryFolder({ 'mapper.yaml': mapper('plan'), 'usage.json': seen });
    const { stdout } = await run(['impact', 'plan', 'mapper.yaml', '--usage', 'usage.json'], { cwd });
    expect(stdout).toContain('\n  seen where no contract has it: 1,234,567 id_token of app\n');
  });

  test('knows no other names and formats', async () => {
    const cwd = temporaryFolder({ 'mapper.yaml': mapper('plan') });
    const unknown = await run(['impact', 'plam', 'mapper.yaml'], { cwd });
    expect(unknown.stderr).toContain('no claim, scope or value is called "plam"');
    expect(unknown.stderr).toContain('did you mean "plan"?');
    expect(unknown.code).toBe(2);
    const value = await run(['impact', 'plan=smal', 'mapper.yaml'], { cwd });
    expect(value.stderr).toContain('did you mean "plan=small"?');
    expect(value.code).toBe(2);
    const format = await run(['impact', 'plan', 'mapper.yaml', '-f', 'sarif'], { cwd });
    expect(format.stderr).toContain('there is no format "sarif"');
  });
});

describe('diff --plan', () => {
  const cwd = (): string =>
    temporaryFolder({ 'before.yaml': mapper('plan'), 'after.yaml': mapper('', '2.0.0') });

  test('says who does what, and when', async () => {
    const { code, stdout } = await run(['diff', 'before.yaml', 'after.yaml', '--plan'], { cwd: cwd() });
    expect(stdout).toContain('1. issuer, as 1.1.0 from 2026-11-22\n');
    expect(stdout).toContain('3. issuer, as 2.0.0 from 2026-11-22\n');
    expect(code).toBe(0);
  });

  test('says it to programs', async () => {
    const { stdout } = await run(['diff', 'before.yaml', 'after.yaml', '--plan', '-f', 'json'], {
      cwd: cwd(),
    });
    const [plan] = JSON.parse(stdout).plans;
    expect(plan.steps.map(({ actor }: { actor: { kind: string } }) => actor.kind)).toEqual([
      'issuer',
      'resource',
      'issuer',
    ]);
  });
});
