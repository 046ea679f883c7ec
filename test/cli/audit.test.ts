import { generateKeyPairSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { run } from './run.ts';
import { temporaryFolder } from './temporary.ts';

const SHOP = 'fixtures/shop';
const HELD = ['--mapper', `${SHOP}/v3.0.0`, '--jwks', `${SHOP}/tokens/jwks.json`];
const GOOD = readFileSync(`${SHOP}/tokens/good/all.txt`, 'utf8');
const BAD = readFileSync(`${SHOP}/tokens/bad/all.txt`, 'utf8');

const contract = (name: string): object => JSON.parse(readFileSync(`contracts/${name}.schema.json`, 'utf8'));
const isAudit = new Ajv2020({ allowUnionTypes: true }).compile(contract('audit'));
const isUsage = new Ajv2020({ allowUnionTypes: true, strict: false }).compile(contract('usage'));

async function report(...args: string[]): Promise<ReturnType<typeof JSON.parse>> {
  const { stdout, stderr } = await run(['audit', ...args, '-f', 'json']);
  expect(stderr).toBe('');
  const document = JSON.parse(stdout);
  expect(isAudit(document), JSON.stringify(isAudit.errors)).toBe(true);
  return document;
}

describe('audit', () => {
  test('good tokens pass, bad ones fail, and both are told by their contracts', async () => {
    expect((await run(['audit', `${SHOP}/tokens/good`, ...HELD, '--quiet'])).code).toBe(0);
    const bad = await run(['audit', `${SHOP}/tokens/bad/all.txt`, ...HELD]);
    expect(bad.code).toBe(1);
    expect(bad.stdout).toContain('23 tokens in 25 lines of 1 log, 13.1 KiB, 2 malformed tokens');
    expect(bad.stdout).toContain('not declared: debug (mobile 1)');
  });

  test('the coverage tells whose tokens have a claim, and which should be gone', async () => {
    const mapper = `
tokenpact: mapper/v1
name: shop
issuer: https://id.shop.example
tokens: { access_token: { format: jwt, releases: [tier, plan] } }
claims:
  tier: { about: user, schema: { type: string }, deprecated: { since: 1.0.0 } }
  plan: { about: user, schema: { type: string }, deprecated: { since: 1.0.0 } }
clients: { web: { party: first, grants: [authorization_code] }, mobile: { party: first, grants: [authorization_code] } }
`;
    const tokenOf = (client: string, more: object): string => {
      const claims = { iss: 'https://id.shop.example', client_id: client, scope: '', tier: 'gold', ...more };
      return `eyJhbGciOiJub25lIn0.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.`;
    };
    const log = [tokenOf('web', {}), tokenOf('mobile', { debug: 1 }), tokenOf('web', { debug: 1 })];
    const folder = temporaryFolder({ 'mapper.yaml': mapper, 'log.txt': log.join('\n') });
    const args = [join(folder, 'log.txt'), '--mapper', join(folder, 'mapper.yaml')];
    const { stdout } = await run(['audit', ...args]);
    expect(stdout).toContain('    never seen: plan\n');
    expect(stdout).toContain('    deprecated, and still seen: tier (web 2, mobile 1)\n');
    expect(stdout).toContain(', debug (mobile 1, web 1)\n');
    const [{ claims }] = (await report(...args)).coverage;
    expect(claims.find(({ claim }: { claim: string }) => claim === 'tier')).toEqual({
      claim: 'tier',
      declared: true,
      deprecated: true,
      seen: 3,
      clients: {
        rows: [
          { name: 'web', count: 2 },
          { name: 'mobile', count: 1 },
        ],
      },
    });
  });

  test('files, folders, patterns and packed files hold the same tokens', async () => {
    const folder = temporaryFolder({
      'a/one.txt': GOOD,
      'a/deep/two.log': BAD,
      'a/.hidden': BAD,
      'b.gz': gzipSync(GOOD),
    });
    const counts = async (...args: string[]): Promise<number> =>
      (await report(...args.map((path) => join(folder, path)))).summary.counts.lines;
    expect(await counts('a')).toBe(34);
    expect(await counts('a/one.txt', 'a')).toBe(34);
    expect(await counts('a/**/*.log')).toBe(25);
    expect(await counts('*.gz')).toBe(9);
  });

  test('standard input, with Windows line ends', async () => {
    const stdin = GOOD.replaceAll('\n', '\r\n');
    const { stdout } = await run(['audit', '-', ...HELD, '-f', 'json'], { stdin });
    expect(JSON.parse(stdout).totals.verdicts.rows).toEqual([{ name: 'kept', count: 9 }]);
  });

  test('parts add up to the report of one run, in any order', async () => {
    const folder = temporaryFolder({ 'one.txt': GOOD, 'two.txt': BAD, 'three.txt': GOOD.repeat(400) });
    const logs = [join(folder, '*.txt'), ...HELD];
    const parts: string[] = [];
    for (const index of [3, 1, 2]) {
      const file = join(folder, `part-${index}.json`);
      await run(['audit', ...logs, '--part', `${index}/3`, '--partial', file]);
      parts.push(file);
    }
    const whole = await run(['audit', ...logs, '-f', 'json']);
    const merged = await run(['audit', 'merge', ...parts, '-f', 'json']);
    expect(merged.stdout).toBe(whole.stdout);
    expect(merged.code).toBe(1);
    const missing = await run(['audit', 'merge', ...parts.slice(1)]);
    expect(missing).toMatchObject({ code: 2, stderr: expect.stringContaining('part 3/3 is missing') });

    const some = join(folder, 'some.json');
    const inSteps = await run(['audit', 'merge', ...parts.slice(1), '--partial', some]);
    expect(inSteps.code).toBe(0);
    expect((await run(['audit', 'merge', some, parts[0] ?? '', '-f', 'json'])).stdout).toBe(whole.stdout);
    const again = await run(['audit', 'merge', some, ...parts]);
    expect(again.stderr).toContain('both hold part');
  });

  test('a rule can be turned off when parts are added up', async () => {
    const file = join(temporaryFolder(), 'part.json');
    const log = [`${SHOP}/tokens/bad/expired.jwt`, ...HELD, '--at', '2026-11-22T12:00:00Z'];
    await run(['audit', ...log, '--partial', file]);
    expect((await run(['audit', 'merge', file])).code).toBe(1);
    const quiet = await report('merge', file, '--rule', 'token/expired-or-future=off');
    expect(quiet).toMatchObject({ summary: { passed: true, error: 0 }, findings: [] });
    const lower = await report('merge', file, '--rule', 'token/expired-or-future=info');
    expect(lower.summary).toMatchObject({ passed: true, error: 0, info: 1 });
  });

  test('a rule that was off when the parts were audited can not be turned on', async () => {
    const file = join(temporaryFolder(), 'part.json');
    const log = [`${SHOP}/tokens/bad/expired.jwt`, ...HELD, '--rule', 'token/expired-or-future=off'];
    await run(['audit', ...log, '--partial', file]);
    const { code, stderr } = await run(['audit', 'merge', file, '--rule', 'token/expired-or-future=error']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('was off when the parts were audited')]);
    expect((await run(['audit', 'merge', file, '--rule', 'token/malformed=info'])).code).toBe(0);
  });

  test('parts of a log that grew in between do not add up, nor does one file that is given twice', async () => {
    const folder = temporaryFolder({ 'a.log': GOOD });
    const log = join(folder, 'a.log');
    const parts = [1, 2].map((index) => join(folder, `${index}.json`));
    for (const [at, file] of parts.entries()) {
      await run(['audit', log, ...HELD, '--part', `${at + 1}/2`, '--partial', file]);
      writeFileSync(log, GOOD + GOOD);
    }
    const grown = await run(['audit', 'merge', ...parts]);
    expect(grown).toMatchObject({ code: 2, stderr: expect.stringContaining('the logs changed between') });
    const whole = join(folder, 'whole.json');
    await run(['audit', log, '--partial', whole]);
    const twice = await run(['audit', 'merge', whole, join(folder, '.', 'whole.json')]);
    expect(twice).toMatchObject({ code: 2, stderr: expect.stringContaining('is given twice') });
  });

  test('parts that were held against other contents of the same names do not add up', async () => {
    const mapper = readFileSync(`${SHOP}/v3.0.0/mapper.yaml`, 'utf8');
    const scopes = ['discount', 'openid', 'orders', 'shipping'].map((name) => `scopes/${name}.yaml`);
    const files = scopes.map((file) => [file, readFileSync(`${SHOP}/v3.0.0/${file}`, 'utf8')]);
    const contents = { ...Object.fromEntries(files), 'mapper.yaml': mapper };
    const [folder, elsewhere] = [temporaryFolder(contents), temporaryFolder(contents)];
    const definition = join(folder, 'mapper.yaml');
    const keys = JSON.parse(readFileSync(`${SHOP}/tokens/jwks.json`, 'utf8'));
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    keys.keys[0] = { ...keys.keys[0], ...publicKey.export({ format: 'jwk' }) };
    writeFileSync(join(folder, 'other.json'), JSON.stringify(keys));
    writeFileSync(join(folder, 'words.txt'), 'secret\n');
    const held = (...options: string[]): string[] => ['audit', `${SHOP}/tokens/good/all.txt`, ...options];
    const jwks = ['--jwks', `${SHOP}/tokens/jwks.json`];
    const settings = async (...args: string[]): Promise<string> =>
      JSON.parse((await run([...args, '--partial', '-'])).stdout).settings;

    const one = await settings(...held('--mapper', definition, ...jwks));
    expect(await settings(...held('--mapper', join(elsewhere, 'mapper.yaml'), ...jwks))).toBe(one);
    const others = [
      await settings(...held('--mapper', definition, '--jwks', join(folder, 'other.json'))),
      await settings(...held('--mapper', definition, ...jwks, '--secrets', join(folder, 'words.txt'))),
      await settings(...held('--mapper', definition, ...jwks, '--fail-on', 'never')),
    ];
    writeFileSync(definition, mapper.replace('lifetime: 5m', 'lifetime: 6m'));
    others.push(await settings(...held('--mapper', definition, ...jwks)));
    expect(new Set([one, ...others]).size).toBe(5);
  });

  test.each([
    [['tally', 'counts', 'lines'], 'x', 'tally.counts.lines'],
    [
      ['tally', 'dimensions', 'clients', 'kept', 0, 1, 'count'],
      'x',
      'tally.dimensions.clients.kept[0][1].count',
    ],
    [['tally', 'dimensions', 'groups', 'kept', 0, 0], '{', 'tally.dimensions.groups.kept[0][0]'],
    [['tally', 'dimensions', 'users'], null, 'tally.dimensions.users'],
    [['tally', 'sizes', 0, 1, 'min'], null, 'tally.sizes[0][1].min'],
    [['tally', 'findings', 'kept'], 1, 'tally.findings.kept'],
    [['shares'], [{}], 'shares[0].index'],
  ])('a partial result that was changed at %j is refused', async (path, value, told) => {
    const file = join(temporaryFolder(), 'part.json');
    await run(['audit', `${SHOP}/tokens/good/all.txt`, '--partial', file]);
    const document = JSON.parse(readFileSync(file, 'utf8'));
    const holder = path.slice(0, -1).reduce((object, name) => object[name], document);
    holder[path.at(-1) ?? ''] = value;
    writeFileSync(file, JSON.stringify(document));
    const { code, stderr } = await run(['audit', 'merge', file]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(`"${told}" is not what --partial writes`)]);
  });

  test('users are counted together by parts that share a secret, and not without one', async () => {
    const [token = ''] = GOOD.split('\n');
    const folder = temporaryFolder({
      'a.log': `${JSON.stringify({ t: token, u: 'ada@shop.example' })}\n`,
      'b.log': `${JSON.stringify({ t: token, u: 'ada@shop.example' })}\n`,
      'user.key': 'a secret of some length\n',
      'other.key': 'a secret of other length\n',
      'short.key': 'short\n',
    });
    const part = (log: string, key?: string) =>
      run([
        ...['audit', join(folder, log), '--token-field', 't', '--user-field', 'u'],
        ...['--partial', join(folder, `${log}-${key}.json`)],
        ...(key === undefined ? [] : ['--user-key', join(folder, key)]),
      ]);
    expect(await part('a.log')).toMatchObject({ code: 2, stderr: expect.stringContaining('--user-key') });
    expect(await part('a.log', 'short.key')).toMatchObject({ code: 2 });
    expect(await part('a.log', 'none.key')).toMatchObject({ code: 2 });
    for (const log of ['a.log', 'b.log']) expect((await part(log, 'user.key')).code).toBe(0);
    const files = ['a', 'b'].map((log) => join(folder, `${log}.log-user.key.json`));
    expect((await report('merge', ...files)).users).toEqual({ count: 1, exact: true });
    await part('b.log', 'other.key');
    const different = await run(['audit', 'merge', files[0] ?? '', join(folder, 'b.log-other.key.json')]);
    expect(different.stderr).toContain('different definitions, keys or options');
  });

  test('the client of a line says which contract a token is of that does not tell', async () => {
    const mapper = `tokenpact: mapper/v1
name: silent
issuer: https://id.shop.example
tokens:
  access_token: { format: jwt, profile: none, releases: [iss, sub] }
claims:
  plan: { about: user, schema: { enum: [gold] }, source: crm.plan, use: authorization }
clients:
  one: { party: first, grants: [authorization_code], releases: { access_token: [plan] } }
  two: { party: first, grants: [authorization_code] }
`;
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = { iss: 'https://id.shop.example', sub: 'u1', plan: 'gold' };
    const token = `${part({ alg: 'ES256' })}.${part(claims)}.AAAA`;
    const lines = ['one', 'two', 'three'].map((client) => JSON.stringify({ t: token, c: client }));
    const folder = temporaryFolder({ 'm.yaml': mapper, 'a.log': lines.join('\n') });
    const fields = ['--token-field', 't', '--client-field', 'c'];
    const document = await report(join(folder, 'a.log'), '--mapper', join(folder, 'm.yaml'), ...fields);
    expect(document.totals.clients.rows.map(({ name }: { name: string }) => name)).toEqual([
      'one',
      'three',
      'two',
    ]);
    const told = document.findings.map(
      ({ rule, examples }: { rule: string; examples: [{ at: { line: number } }] }) =>
        `${rule} on line ${examples[0].at.line}`,
    );
    expect(told).toContain('token/authorization-claim-excess on line 2');
    expect(told).toContain('token/no-contract on line 3');
    expect(told.filter((one: string) => /excess|no-contract/.test(one))).toHaveLength(2);
  });

  test('results of different settings do not add up', async () => {
    const folder = temporaryFolder();
    const [one, other] = [join(folder, 'one.json'), join(folder, 'other.json')];
    await run(['audit', `${SHOP}/tokens/good/all.txt`, ...HELD, '--partial', one]);
    await run(['audit', `${SHOP}/tokens/good/all.txt`, '--partial', other]);
    const { code, stderr } = await run(['audit', 'merge', one, other]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('different definitions, keys or options')]);
    const not = await run(['audit', 'merge', `${SHOP}/tokens/jwks.json`]);
    expect(not).toMatchObject({ code: 2, stderr: expect.stringContaining('not a partial result') });
  });

  test('the observed use has its published shape', async () => {
    const file = join(temporaryFolder(), 'usage.json');
    await run(['audit', `${SHOP}/tokens/good/all.txt`, ...HELD, '--usage', file, '--quiet']);
    const usage = JSON.parse(readFileSync(file, 'utf8'));
    expect(isUsage(usage), JSON.stringify(isUsage.errors)).toBe(true);
    expect(usage.tokens).toBe(9);
  });

  test('other formats tell the findings', async () => {
    const { stdout } = await run([
      'audit',
      `${SHOP}/tokens/bad/expired.jwt`,
      ...HELD,
      '--at',
      '2026-11-22T12:00:00Z',
      '-f',
      'gitlab',
    ]);
    expect(JSON.parse(stdout)).toHaveLength(1);
  });

  test('more clients than are told apart are told as such', async () => {
    const tokenOf = (client: number): string => {
      const payload = JSON.stringify({ iss: 'https://id.shop.example', client_id: `c${client}` });
      return `eyJhbGciOiJub25lIn0.${Buffer.from(payload).toString('base64url')}.`;
    };
    const stdin = Array.from({ length: 20_500 }, (_, client) => tokenOf(client)).join('\n');
    const { stdout } = await run(['audit', '-', '--mapper', `${SHOP}/v3.0.0`], { stdin });
    expect(stdout).toContain('20,500 tokens in 20,500 lines of 1 log');
    expect(stdout).toMatch(/\n {2}9,990 more +9,990 .*\n {2}others, which were not told apart +10,500 /);
    expect(stdout).toContain('seen in 10,000 tokens\n');
    expect(stdout).toContain('\n  not in it, since there were too many: 10,500 tokens\n');
    expect(stdout).toContain('for example, nobody can say whether this token keeps its contract');
  });

  test('the scopes that are asked for most are printed, however many there are', async () => {
    const [token = ''] = GOOD.split('\n');
    const scope = Array.from({ length: 60 }, (_, index) => `s${index}`).join(' ');
    const stdin = JSON.stringify({ t: token, asked: scope });
    const { stdout } = await run(['audit', '-', '--token-field', 't', '--scope-field', 'asked'], { stdin });
    expect(stdout).toContain('and 13 more: -f json has them all');
  });

  test('text of a log that controls terminals is defused', async () => {
    const payload = Buffer.from(JSON.stringify({ client_id: '\u001b[2Jweb', iss: 'x' })).toString(
      'base64url',
    );
    const { stdout } = await run(['audit', '-'], { stdin: `eyJhbGciOiJub25lIn0.${payload}.\n` });
    expect(stdout).not.toContain('\u001b');
  });

  describe('an audit that looked at nothing', () => {
    const record = JSON.stringify({ ts: 1, req: { token: `Bearer ${GOOD.split('\n')[0]}` } });
    const LOGS = {
      'plain.log': 'GET /health\nGET /health\n',
      'empty.log': '',
      'records.log': `${record}\n{"ts":2,"token":"${GOOD.split('\n')[0]}"}\n${record}\n`,
    };

    test.each([
      ['plain.log', [], 'no token in 2 lines', '--token-field for lines of JSON, --pattern for others'],
      ['plain.log', ['--pattern', 'x(?<token>y)'], 'no token in 2 lines', 'no line fits --pattern'],
      ['plain.log', ['--token-field', 't'], 'no token in 2 lines', 'no line is JSON with a member "t"'],
      ['empty.log', [], 'there is nothing to audit', 'the logs have no lines'],
      ['records.log', [], '2 lines of JSON have a token in "req.token"', 'add --token-field req.token'],
    ])('%s with %j does not pass', async (file, options, problem, cure) => {
      const { code, stdout, stderr } = await run(['audit', join(temporaryFolder(LOGS), file), ...options]);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain(problem);
      expect(stderr).toContain(cure);
    });

    test('is fine as a part, and not as all of them', async () => {
      const folder = temporaryFolder(LOGS);
      const [part, usage] = [join(folder, 'part.json'), join(folder, 'usage.json')];
      expect((await run(['audit', join(folder, 'plain.log'), '--partial', part])).code).toBe(0);
      const merged = await run(['audit', 'merge', part, '--usage', usage]);
      expect(merged).toMatchObject({ code: 2, stderr: expect.stringContaining('no token in 2 lines') });
    });
  });

  test('an interruption ends a stream that is idle, with every whole line that came, and does not pass', async () => {
    const lines = GOOD.trimEnd().split('\n');
    let interrupt = (): void => undefined;
    const io = {
      onInterrupt: (callback: () => void) => {
        interrupt = callback;
        return () => undefined;
      },
      stdin: {
        isTerminal: false,
        async *chunks() {
          yield new TextEncoder().encode(`${lines.slice(0, 3).join('\n')}\n${lines[3]?.slice(0, 50)}`);
          setTimeout(interrupt, 1);
          await new Promise(() => undefined);
        },
      },
    };
    const { code, stdout } = await run(['audit', '-', ...HELD], { io });
    expect(code).toBe(2);
    expect(stdout).toContain('3 tokens in 3 lines of 1 log');
    expect(stdout).toContain('✘ interrupted: no errors, no warnings until then');
    const json = await run(['audit', '-', ...HELD, '-f', 'json'], { io });
    expect(JSON.parse(json.stdout)).toMatchObject({ complete: false, summary: { passed: false } });
  });

  test.each([
    [['nowhere.log'], 'there is no file or folder "nowhere.log"'],
    [['nowhere/*.log'], 'no file matches "nowhere/*.log"'],
    [['-'], 'standard input is a terminal'],
    [['x', '--part', '4/3'], 'expected a part such as 2/8'],
    [[`${SHOP}/tokens/good`, '--part', '1/3'], 'the report of one part would pass for that of all'],
    [['x', '--pattern', '('], 'is not a regular expression'],
    [['x', '--pattern', 'a'], 'does not say where the token is'],
    [['x', '--pattern', '(?<token>(?:\\w+\\.?)+)$'], 'could take forever on a line that is made for it'],
    [['x', '--time-field', 'ts'], 'fields are named, but not the one with the token'],
    [['x', '--pattern', '(?<token>.)', '--token-field', 't'], 'do not go together'],
  ])('%j can not be done', async (args, message) => {
    const { code, stderr } = await run(['audit', ...args]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});
