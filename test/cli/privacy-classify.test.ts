import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { ClaimAnswer } from '../../src/privacy/index.ts';
import { run } from './run.ts';
import { temporaryFolder } from './temporary.ts';

type Line = ClaimAnswer & { readonly line?: number; readonly file?: string };

const answers = (stdout: string): readonly Line[] =>
  stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

async function classified(stdin: string | Uint8Array, ...args: readonly string[]) {
  const { code, stdout, stderr } = await run(['privacy', 'classify', ...args], { stdin });
  return { code, answers: answers(stdout), stderr };
}

describe('privacy classify', () => {
  test('answers names that are arguments', async () => {
    const { code, stdout } = await run(['privacy', 'classify', 'geburtsdatum', 'email_verified']);
    expect(code).toBe(0);
    expect(answers(stdout)).toEqual([
      {
        claim: 'geburtsdatum',
        personal: true,
        level: 'personal',
        category: 'user.demographic.date_of_birth',
        confidence: 0.95,
        evidence: ['"geburtsdatum" means birth date (German)'],
      },
      {
        claim: 'email_verified',
        personal: false,
        level: 'technical',
        category: expect.anything(),
        confidence: 0.98,
        evidence: [expect.stringContaining('registered claim "email_verified"')],
      },
    ]);
  });

  test('answers names and JSON lines of standard input, with their line numbers', async () => {
    const lines = ['email', '', '{"claim":"ref","value":"alice@example.com"}', '{"value":"+46701234567"}\r'];
    const { code, answers } = await classified(lines.join('\n'));
    expect(code).toBe(0);
    expect(answers.map(({ line, claim, category }) => [line, claim, category])).toEqual([
      [1, 'email', 'user.contact.email'],
      [3, 'ref', 'user.contact.email'],
      [4, undefined, 'user.contact.phone_number'],
    ]);
  });

  test('reads files, and says in which file a line stands', async () => {
    const cwd = temporaryFolder({ 'names.txt': '\uFEFFgivenName\n', 'more.txt': 'jti' });
    const { stdout } = await run(['privacy', 'classify', 'names.txt', 'more.txt'], { cwd });
    expect(answers(stdout).map(({ file, line, claim, personal }) => [file, line, claim, personal])).toEqual([
      ['names.txt', 1, 'givenName', true],
      ['more.txt', 1, 'jti', false],
    ]);
  });

  test.each([
    ['a dotted path', 'address.street_address'],
    ['a JSON Pointer', '/address/street_address'],
    ['a JSON Pointer with a slash in a name', '/https:~1~1shop.example~1address/street_address'],
    ['a URI', 'https://shop.example/claims/street_address'],
    ['a list of member names', ['address', 'street_address']],
  ])('understands %s', async (_what, claim) => {
    const { answers } = await classified(JSON.stringify({ claim }));
    expect(answers[0]?.category).toBe('user.contact.address.street');
  });

  test.each([
    ['null', { claim: 'address', value: null }, false],
    ['a small number', { claim: 'failed_logins', value: 3 }, false],
    ['a yes', { claim: 'email', value: true }, false],
    ['a number that the name tells', { claim: 'phone', value: 46701234567 }, true],
    ['a list', { claim: 'contacts', value: ['x', 'alice@example.com'] }, true],
    ['an empty list', { claim: 'emails', value: [] }, false],
    ['an object', { claim: 'location', value: { lat: 60.1699, lng: 24.9384 } }, true],
    ['an object that says nothing', { claim: 'permissions', value: { orders: ['read'] } }, false],
    [
      'a member called __proto__',
      JSON.parse('{"claim":"x","value":{"__proto__":{"email":"a@b.example"}}}'),
      true,
    ],
  ])('takes %s for a value', async (_what, question, personal) => {
    const { answers } = await classified(JSON.stringify(question));
    expect(answers.map((answer) => answer.personal)).toEqual([personal]);
  });

  test('repeats no value, also in evidence and in names that are data', async () => {
    const lines = ['{"claim":"x","value":"alice@example.com"}', 'permissions.alice@example.com'];
    const hidden = await run(['privacy', 'classify'], { stdin: lines.join('\n') });
    expect(hidden.stdout).not.toContain('alice');
    expect(answers(hidden.stdout).map(({ claim }) => claim)).toEqual(['x', 'p…@e….com']);
    const shown = await run(['privacy', 'classify', '--show-values'], { stdin: lines.join('\n') });
    expect(answers(shown.stdout).map(({ claim, value }) => [claim, value])).toEqual([
      ['x', 'alice@example.com'],
      ['permissions.alice@example.com', undefined],
    ]);
  });

  test('adds what other vocabularies say', async () => {
    const { answers } = await classified('email\ngentest\njti', '--mappings');
    expect(answers.map(({ fideslang, dpv, presidio, google }) => [fideslang, dpv, presidio, google])).toEqual(
      [
        ['user.contact.email', ['pd:EmailAddress'], ['EMAIL_ADDRESS'], ['EMAIL_ADDRESS']],
        ['user.health.genetic', ['pd:Genetic', 'pd:DNACode'], [], []],
        ['system.operations', [], [], []],
      ],
    );
  });

  test('tells lines that it can not read with their numbers, and answers the others', async () => {
    const bytes = Buffer.concat([
      Buffer.from('email\n{"claim": "alice@example.com\n{"claim": 7}\n{"name": "x"}\n{"claim": ["a", 1]}\n'),
      Buffer.from([0xff, 0xfe, 10]),
      Buffer.from(`${'x'.repeat(1024 * 1024 + 1)}\nphone`),
    ]);
    const { code, answers, stderr } = await classified(bytes);
    expect(code).toBe(2);
    expect(answers.map(({ line, claim }) => [line, claim])).toEqual([
      [1, 'email'],
      [8, 'phone'],
    ]);
    expect(stderr.split('\n')).toEqual([
      '<stdin>:2: not a claim: it starts like JSON and is not; expected a claim name, or JSON such as {"claim": "email", "value": "…"}',
      '<stdin>:3: not a claim: "claim" is neither a name nor a list of member names',
      '<stdin>:4: not a claim: it has neither "claim" nor "value"; expected a claim name, or JSON such as {"claim": "email", "value": "…"}',
      '<stdin>:5: not a claim: "claim" is neither a name nor a list of member names',
      '<stdin>:6: not a claim: it is not UTF-8 text',
      '<stdin>:7: not a claim: it is longer than 1 MiB',
      '',
    ]);
  });

  test('says so when there is nothing to classify', async () => {
    const empty = await classified('\n\n');
    expect([empty.code, empty.stderr]).toEqual([2, expect.stringContaining('there is no claim to classify')]);
    const terminal = await run(['privacy', 'classify'], { terminal: 80 });
    expect(terminal.code).toBe(2);
    expect(terminal.stderr).toContain('standard input is a terminal');
  });

  test('bytes that are no text are told, not guessed', async () => {
    const { code, answers } = await classified(gzipSync('email\nphone\n'));
    expect(code).toBe(2);
    expect(answers).toEqual([]);
  });
});
