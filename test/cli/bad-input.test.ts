import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from './run.ts';
import { mapper, temporaryFolder } from './temporary.ts';

const bomb = (): string => {
  const levels = Array.from(
    { length: 10 },
    (_, index) =>
      `b${index}: &b${index} [${Array(9)
        .fill(index === 0 ? 'x' : `*b${index - 1}`)
        .join(', ')}]`,
  );
  return `tokenpact: mapper/v1\n${levels.join('\n')}\n`;
};

const BAD: readonly (readonly [name: string, file: string, content: string | Uint8Array, message: string])[] =
  [
    ['an empty file', 'mapper.yaml', '', '"mapper.yaml" is empty'],
    [
      'a binary file',
      'mapper.yaml',
      new Uint8Array([0, 1, 2, 0, 255, 254, 7]),
      '"mapper.yaml" is a binary file',
    ],
    [
      'invalid UTF-8',
      'mapper.yaml',
      new Uint8Array([...Buffer.from('name: '), 0xff, 0xfe, 0x0a]),
      'is not UTF-8 text',
    ],
    ['10 MB of garbage', 'mapper.yaml', 'zq81 '.repeat(2_100_000), 'is larger than the 8 MiB'],
    ['an alias bomb', 'mapper.yaml', bomb(), 'has aliases that make it too large'],
    [
      'deep nesting',
      'mapper.json',
      `{"tokenpact":"mapper/v1","x":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
      'is nested deeper than 100 levels',
    ],
    [
      'a realm with templates',
      'realm.json',
      '{"realm": "x", "clients": [ {{ .Values.clients }} ]}',
      'this looks like a template: fill it in first and give the result',
    ],
    ['YAML that does not parse', 'mapper.yaml', 'tokenpact: mapper/v1\nname: [shop\n', 'mapper.yaml:'],
  ];

test('a definition on standard input has the consumers of its configuration', async () => {
  const cwd = temporaryFolder({
    'tokenpact.yaml': 'tokenpact: config/v1\nmappers: [id/mapper.yaml]\nconsumers: [teams/*.consumer.yaml]\n',
    'teams/api.consumer.yaml':
      'tokenpact: consumer/v1\nname: api\nowner: team-api\nparty: first\nreads: access_token\nas: { resource: api }\n',
  });
  const args = ['lint', '-', '--stdin-filename', 'id/mapper.yaml'];
  const { stdout } = await run(args, { cwd, stdin: mapper('plan') });
  expect(stdout).toContain('1 definition, 1 consumer,');
  expect(stdout).not.toContain('holds no consumer');
});

describe('input that can not be read ends in exit code 2 with one message', () => {
  test.each(BAD)('%s', async (_name, file, content, message) => {
    const cwd = temporaryFolder({ [file]: content });
    const { code, stdout, stderr } = await run(['lint', file], { cwd });
    expect(stderr).toContain(message);
    expect(stderr.split('\n').filter((line) => line.startsWith('tokenpact: '))).toHaveLength(1);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });

  test('a file that is not there', async () => {
    const { code, stderr } = await run(['lint', 'no-such.yaml'], { cwd: temporaryFolder() });
    expect(stderr).toContain('there is no file or folder "no-such.yaml"');
    expect(code).toBe(2);
  });

  test('a part of a definition', async () => {
    const cwd = temporaryFolder({ 'scopes/orders.yaml': 'scopes:\n  orders.read: {}\n' });
    const { code, stderr } = await run(['lint', 'scopes/orders.yaml'], { cwd });
    expect(stderr).toContain('  give the file that includes it, or start it with "tokenpact: mapper/v1"\n');
    expect(code).toBe(2);
  });

  test.each([
    ['resolve', '-', '--client', 'app'],
    ['check', '-', '--against', 'mapper.yaml'],
    ['diff', '-', 'mapper.yaml'],
  ])('standard input where files are compared: %s', async (...args) => {
    const cwd = temporaryFolder({ 'mapper.yaml': mapper('plan') });
    const { code, stderr } = await run(args, { cwd, stdin: mapper('plan') });
    expect(stderr).toBe(
      'tokenpact: this is not read from standard input\n  give the path of a file instead of -\n',
    );
    expect(code).toBe(2);
  });

  test('a folder without definitions', async () => {
    const cwd = temporaryFolder({ 'docs/readme.yaml': 'title: nothing of ours\n' });
    const { code, stderr } = await run(['lint', 'docs'], { cwd });
    expect(stderr).toContain('"docs" holds no definition');
    expect(code).toBe(2);
  });

  test('a path of the configuration that holds nothing is told where it is written', async () => {
    const config = 'tokenpact: config/v1\nmappers:\n  - identity/*.yaml\nconsumers: [teams/*.yaml]\n';
    const cwd = temporaryFolder({ 'tokenpact.yaml': config });
    const { code, stderr } = await run(['lint'], { cwd });
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('tokenpact.yaml:3:5: "identity/*.yaml" holds no definition'),
    ]);
    const found = temporaryFolder({ 'tokenpact.yaml': config, 'identity/mapper.yaml': mapper('plan') });
    expect((await run(['lint', '--no-ci', '-f', 'github'], { cwd: found })).stdout).toContain(
      'file=tokenpact.yaml,line=4,endLine=4,col=13,',
    );
  });

  test('a folder where a file can not be read stops the check, too', async () => {
    const cwd = temporaryFolder({ 'a/mapper.yaml': mapper('plan'), 'b/mapper.yaml': '' });
    expect((await run(['check', 'a', '--against', 'b'], { cwd })).code).toBe(2);
  });
});

test('a BOM and Windows line ends are accepted', async () => {
  const cwd = temporaryFolder({ 'mapper.yaml': `\uFEFF${mapper('plan').replaceAll('\n', '\r\n')}` });
  const { code, output } = await run(['lint', 'mapper.yaml'], { cwd });
  expect(output).toContain('no errors');
  expect(code).toBe(0);
});

test('a definition that parses but is invalid is findings, not an error', async () => {
  const cwd = temporaryFolder({ 'mapper.yaml': mapper('plan').replace('owner:', 'onwer:') });
  const { code, stdout } = await run(['lint', 'mapper.yaml'], { cwd });
  expect(stdout).toContain('did you mean "owner"?');
  expect(code).toBe(1);
});

test('and where a sound definition is needed, it ends in 2', async () => {
  const cwd = temporaryFolder({ 'mapper.yaml': mapper('plan').replace('owner:', 'onwer:') });
  const { code, stderr } = await run(['resolve', 'mapper.yaml', '--client', 'app'], { cwd });
  expect(stderr).toContain('did you mean "owner"?');
  expect(code).toBe(2);
});

test('no contract is written of a schema that no validator can use', async () => {
  const schema = 'schema: { type: string, pattern: "(" }';
  const text = mapper('plan').replace(/schema: \{[^}]*\}/, schema);
  const cwd = temporaryFolder({ 'mapper.yaml': text });
  const { code, stderr } = await run(['compile', 'mapper.yaml', '--out', 'contracts'], { cwd });
  expect(stderr).toMatch(/^tokenpact: mapper\.yaml:\d+:\d+: expected a regular expression, found "\("/);
  expect(code).toBe(2);
  expect(existsSync(join(cwd, 'contracts'))).toBe(false);
});
