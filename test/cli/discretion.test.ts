import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { FORMATS } from '../../src/cli/write-report.ts';
import { run } from './run.ts';
import { commit, git, mapper, temporaryFolder, writeFiles } from './temporary.ts';

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** What a token says of a person, none of which anybody else may read. */
const PERSON = {
  email: 'zora.quill@mail.example',
  name: 'Zora Quill',
  phone_number: '+4915550001234',
  birthdate: '1987-05-04',
  address: { street_address: '12 Lantern Row' },
};
const TOKEN = [part({ alg: 'none', typ: 'at+jwt' }), part({ sub: 7, exp: 'soon', ...PERSON }), 'c2ln'].join(
  '.',
);

test('every format keeps tokens to itself, and what they say of people', async () => {
  const cwd = temporaryFolder({ 'mapper.yaml': mapper('plan'), 'tokens.txt': `${TOKEN}\n` });
  const formats = FORMATS.flatMap((format) => ['-f', `${format}=out/${format}`]);
  const { code, output } = await run(['validate', 'tokens.txt', '--mapper', 'mapper.yaml', ...formats], {
    cwd,
  });
  expect(code).toBe(1);
  const written = FORMATS.map((format) => readFileSync(join(cwd, 'out', format), 'utf8'));
  expect(written.every((text) => text.includes('tokens.txt'))).toBe(true);
  for (const secret of [...TOKEN.split('.'), 'zora', 'Quill', '15550001234', '1987-05-04', 'Lantern']) {
    expect(`${output}${written.join('')}`).not.toContain(secret);
  }
});

test('the waivers that a check prints are what accepts its findings', async () => {
  const cwd = temporaryFolder({ 'mapper.yaml': mapper('plan') });
  git(cwd, 'init', '-q', '-b', 'main');
  commit(cwd, 'before');
  const approvers = 'approvers: { compatibility: [api-board] }';
  writeFiles(cwd, { 'mapper.yaml': mapper(''), 'tokenpact.yaml': `tokenpact: config/v1\n${approvers}\n` });
  const args = ['check', 'mapper.yaml', '--against', 'main'];
  const refused = await run(args, { cwd });
  expect(refused.code).toBe(1);
  const [printed = ''] = /^ {2}waivers:\n(?: {4}.*\n)+/m.exec(refused.stdout) ?? [];
  const { waivers } = parse(printed);
  expect(waivers.length).toBeGreaterThan(1);
  const signed = waivers.map((waiver: object) => ({
    ...waiver,
    owner: 'team-identity',
    ...('approvedBy' in waiver && { approvedBy: 'api-board' }),
    reason: 'announced',
    until: '2027-03-31',
  }));
  const config = { tokenpact: 'config/v1', ...parse(approvers), waivers: signed };
  writeFiles(cwd, { 'tokenpact.yaml': JSON.stringify(config) });
  const accepted = await run(args, { cwd });
  expect(accepted.stdout).toContain(`✔ passed: no errors, no warnings, 1 info, ${waivers.length} suppressed`);
  expect(accepted.code).toBe(0);
});
