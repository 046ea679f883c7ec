import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { classifyName, classifyValue } from '../../src/privacy/index.ts';
import { fill, random } from './samples.ts';

/**
 * Values that are nobody's: fewer than one in a thousand may be taken for personal data, under names that say
 * nothing and under names that say what it is.
 */
const KINDS: readonly (readonly [kind: string, pattern: string])[] = [
  ['8 digits', '########'],
  ['9 digits', '#########'],
  ['10 digits', '##########'],
  ['11 digits', '###########'],
  ['12 digits', '############'],
  ['13 digits', '#############'],
  ['15 digits', '###############'],
  ['16 digits', '################'],
  ['18 digits', '##################'],
  ['epoch seconds', '1[67]########'],
  ['epoch milliseconds', '1[67]###########'],
  ['UUID', '[hex8]-[hex4]-4[hex3]-a[hex3]-[hex12]'],
  ['MD5', '[hex32]'],
  ['SHA-1', '[hex40]'],
  ['SHA-256', '[hex64]'],
  ['base64url of a hash', '[b64u43]'],
  ['version', '[123].##.#'],
  ['four-part version', '[123].[12].[0123].[45]'],
  ['order number', 'ORD-####-######'],
  ['key id', '20##-0[123456789]-[12]#-key-#'],
];
const NAMES = ['ref', 'order_id', 'iat', 'jti', 'custom_1', 'sub'];
const SAMPLES = 2000;

const ALPHABETS: Readonly<Record<string, string>> = {
  hex: '0123456789abcdef',
  b64u: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_',
};

function expand(pattern: string): string {
  return pattern.replace(/\[(hex|b64u)(\d+)\]/g, (_, alphabet: string, length: string) =>
    `[${ALPHABETS[alphabet] ?? ''}]`.repeat(Number(length)),
  );
}

describe.each(KINDS)('%s', (kind, pattern) => {
  test.each(NAMES)('in "%s" is nobody\'s', (name) => {
    const next = random(kind.length * 7919 + name.length);
    const values = Array.from({ length: SAMPLES }, () => fill(expand(pattern), next));
    const alarms = values.filter((value) => classifyValue([name], value).personal);
    expect(alarms.length, `alarms: ${alarms.slice(0, 3).join(' ')}`).toBeLessThanOrEqual(SAMPLES / 1000 - 1);
  });
});

test("numbers as JSON numbers are nobody's", () => {
  const next = random(7);
  const values = Array.from({ length: SAMPLES }, () => Math.floor(next() * 1e12));
  expect(values.filter((value) => classifyValue(['ref'], value).personal)).toEqual([]);
});

/** The words of Node.js's interfaces and of their documentation: nobody's health among them. */
test('fewer than one in a thousand names of programs is taken for a special category', () => {
  const folder = dirname(createRequire(import.meta.url).resolve('@types/node/package.json'));
  const text = readdirSync(folder)
    .filter((name) => name.endsWith('.d.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
  const names = [...new Set(text.match(/[A-Za-z_]\w{2,40}/g))];
  const alarms = names.filter((name) => /^special|^criminal/.test(classifyName([name]).level));
  expect(names.length).toBeGreaterThan(5000);
  expect(alarms.length, alarms.join(' ')).toBeLessThan(names.length / 1000);
});
