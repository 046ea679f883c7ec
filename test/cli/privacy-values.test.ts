import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { run } from './run.ts';
import { temporaryFolder } from './temporary.ts';

// Random personal values, planted wherever a token has room for them, must be in nothing that tokenpact prints.
const SEED = 20261122;
const MAPPER = 'fixtures/shop/v3.0.0';
const REPORTS = ['text', 'json', 'sarif', 'junit', 'github', 'gitlab', 'markdown'];

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const word = fc.stringMatching(/^[a-z]{6,10}$/);
const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));

const email = fc.tuple(word, word, word).map(([one, two, host]) => `${one}.${two}@${host}.example`);
const phone = digits(7).map((number) => `+4670${number}`);
const fullName = fc
  .tuple(word, word)
  .map((names) => names.map((name) => `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}`).join(' '));
/** Text that can't be anything else, wherever it stands. */
const unmistakable = fc.oneof(email, phone);

/** A personal value, and a claim that holds it. */
const planted = fc.oneof(
  fc.tuple(
    unmistakable,
    fc.constantFrom('email', 'ref', 'note', 'x', 'client_id', 'sub', 'azp', 'iss', 'aud'),
  ),
  fc.tuple(fullName, fc.constantFrom('name', 'given_name', 'nickname', 'kundenname')),
  fc.tuple(digits(9), fc.constantFrom('passport_number', 'national_id', 'phone_number')),
);

/** How a value is wrapped before it goes into a claim. */
const WRAPPED: readonly ((value: string) => unknown)[] = [
  (value) => value,
  (value) => [value, 'other'],
  (value) => ({ value, type: 'home' }),
  (value) => [{ deeper: { value } }],
  (value) => JSON.stringify({ value }),
  (value) => `Bearer of ${value}`,
  (value) => `https://shop.example/?for=${value}`,
];

interface Planted {
  readonly value: string;
  readonly token: string;
}

const plantedToken: fc.Arbitrary<Planted> = fc
  .tuple(planted, fc.constantFrom(...WRAPPED), fc.constantFrom('claim', 'name', 'header', 'scope', 'twice'))
  .map(([[value, claim], wrap, where]) => {
    const isText = /[@+]/.test(value);
    const payload: Record<string, unknown> = {
      iss: 'https://id.shop.example',
      sub: 'u1',
      aud: 'https://orders.shop.example',
      client_id: 'web',
      scope: 'openid orders.read',
      iat: 1795348800,
      exp: 1795349100,
      jti: 'j1',
    };
    const header: Record<string, unknown> = { alg: 'ES256', typ: 'at+jwt', kid: 'k1' };
    if (where === 'name' && isText) payload.permissions = { [value]: { read: true } };
    else if (where === 'header' && isText) header.kid = value;
    else if (where === 'scope' && isText) payload.scope = `openid user:${value}`;
    else payload[claim] = isText || wrap === WRAPPED[0] ? wrap(value) : value;
    const twice =
      where === 'twice'
        ? `${JSON.stringify(payload).slice(0, -1)},${JSON.stringify(claim)}:${JSON.stringify(value)}}`
        : JSON.stringify(payload);
    const signature = createHash('sha512').update(twice).digest('base64url');
    return { value, token: `${part(header)}.${Buffer.from(twice).toString('base64url')}.${signature}` };
  });

/** A value as JSON, XML, URIs and workflow commands may write it. */
function spellings(value: string): readonly string[] {
  return [value, encodeURIComponent(value), value.replaceAll('@', '&#64;'), value.replaceAll('+', '\\+')];
}

/** What every command and format prints about the same tokens, by command line. */
async function outputsOf(tokens: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const cwd = temporaryFolder({ 'tokens.txt': tokens.map((token) => `${token}\n`).join('') });
  const file = `${cwd}/tokens.txt`;
  const lines: readonly (readonly string[])[] = [
    ['decode', file],
    ['decode', file, '--json'],
    ['decode', file, '--mapper', MAPPER, '--json'],
    ...REPORTS.map((format) => ['validate', file, '--mapper', MAPPER, '-f', format]),
    ...REPORTS.map((format) => ['audit', file, '--mapper', MAPPER, '--workers', '0', '-f', format]),
    ['audit', file, '--usage', `${cwd}/usage.json`, '--partial', `${cwd}/partial.json`, '--workers', '0'],
  ];
  const outputs = new Map<string, string>();
  for (const line of lines) {
    const { output, code } = await run(line);
    expect(code, output).toBeLessThan(3);
    outputs.set(line.filter((word) => word !== file).join(' '), output);
  }
  for (const name of ['usage.json', 'partial.json']) {
    outputs.set(name, readFileSync(join(cwd, name), 'utf8'));
  }
  return outputs;
}

test('personal values are in no output of decode, validate and audit', { timeout: 120_000 }, async () => {
  const several = fc.array(plantedToken, { minLength: 10, maxLength: 10 });
  const property = fc.asyncProperty(several, async (planted) => {
    // The second half of a token that was cut off is no token: what is said about it is no value either.
    const cutOff = planted.map(({ token }) => token.slice(0, -100));
    const outputs = await outputsOf([...planted.map(({ token }) => token), ...cutOff]);
    const shown = [...outputs].flatMap(([line, text]) =>
      planted.flatMap(({ value }) =>
        spellings(value)
          .filter((spelling) => text.includes(spelling))
          .map(
            (spelling) => `${line}: ${text.slice(Math.max(0, text.indexOf(spelling) - 80)).slice(0, 140)}`,
          ),
      ),
    );
    expect(shown).toEqual([]);
  });
  await fc.assert(property, { seed: SEED, numRuns: 6 });
});

test('what was asked for is shown, by decode and classify alone', async () => {
  const { token, value } = fc.sample(
    plantedToken.filter((one) => /@/.test(one.value)),
    { seed: SEED, numRuns: 1 },
  )[0] ?? { token: '', value: '' };
  for (const json of [[], ['--json']]) {
    expect((await run(['decode', token, '--show-values', ...json])).stdout).toContain(value);
  }
  const asked = JSON.stringify({ claim: 'x', value });
  expect((await run(['privacy', 'classify', '--show-values', asked])).stdout).toContain(value);
  expect((await run(['privacy', 'classify', asked])).stdout).not.toContain(value);
});

test.each([
  ['lint', MAPPER],
  ['check', MAPPER, '--against', MAPPER],
  ['privacy', MAPPER],
  ['validate', 'a.b.c'],
  ['audit', MAPPER],
])('a report can not be asked for values: %s', async (...line) => {
  const { code, stdout, stderr } = await run([...line, '--show-values', '-f', 'json']);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain('--show-values');
});
