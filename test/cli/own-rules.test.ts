import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { run } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'tokenpact-own-'));
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);

const OWN = `ownRules:
  - id: shop/owner
    every: scope
    must: { required: [owner] }
    message: nobody answers for "{name}"
    examples: { passes: [{ owner: team }], fails: [{ name: orders }] }
  - { id: shop/lax, every: claim, must: true, message: no, examples: { fails: [{ name: tenant_id }] } }
  - { id: shop/new, every: claim, must: true, message: no }
`;

beforeAll(() => {
  write('tokenpact.yaml', OWN);
  write('empty.yaml', 'profile: standard\n');
  write('typo.yaml', `rules: { scope/overlapp: off }\n${OWN}`);
  write(
    'mapper.yaml',
    'tokenpact: mapper/v1\nname: shop\nissuer: https://id.shop.example\nscopes: { openid: { description: Sign you in } }\n',
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

it('tests the rules of an organisation by their examples', async () => {
  const { code, stdout } = await run(['rules', 'test', '--config', join(folder, 'tokenpact.yaml')]);
  expect([code, stdout]).toEqual([
    1,
    `ok  shop/owner  2 examples
not ok  shop/lax  1 example, without one of each kind
  it accepts, and should refuse {"name":"tenant_id"}
untested  shop/new  no examples, without one of each kind
`,
  ]);
});

it('says why there is nothing to test', async () => {
  const { code, stderr } = await run(['rules', 'test', '--config', 'empty.yaml'], { cwd: folder });
  expect([code, stderr]).toEqual([
    2,
    'tokenpact: "empty.yaml" has no rules of your own\n  write them under ownRules: in tokenpact.yaml\n',
  ]);
  const typo = await run(['rules', 'test', '--config', 'typo.yaml'], { cwd: folder });
  expect([typo.code, typo.stderr]).toEqual([
    2,
    'tokenpact: typo.yaml:1:10: there is no rule "scope/overlapp"\n  did you mean "scope/overlap"?\n',
  ]);
});

it('runs them beside ours', async () => {
  const { stdout } = await run(['lint', join(folder, 'mapper.yaml'), '-f', 'json']);
  const report = JSON.parse(stdout);
  const own = report.findings.filter(({ rule }: { rule: string }) => rule === 'shop/owner');
  expect(own.map(({ message, at }: { message: string; at: { line: number } }) => [message, at.line])).toEqual(
    [['nobody answers for "openid"', 4]],
  );
});

it('knows no rule of the command line that does not exist', async () => {
  const { code, stderr } = await run(['lint', join(folder, 'mapper.yaml'), '--rule', 'scope/overlapp=off']);
  expect([code, stderr]).toEqual([
    2,
    'tokenpact: there is no rule "scope/overlapp"\n  did you mean "scope/overlap"?\n',
  ]);
});
