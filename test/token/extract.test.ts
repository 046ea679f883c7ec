import { describe, expect, test } from 'vitest';
import { tokensIn } from '../../src/token/index.ts';
import { shopLines } from './shop.ts';

const [ONE = '', TWO = ''] = shopLines('tokens/good/all.txt');
const found = (content: string): readonly string[] => tokensIn('tokens.txt', content).map(({ text }) => text);

describe('tokens are found', () => {
  test.each([
    ['in a file of variables', `TOKEN=${ONE}\nexport OTHER="${TWO}"\n`],
    ['separated by commas', `${ONE},${TWO}\n`],
    ['in a record', JSON.stringify({ data: { first: ONE, second: [TWO] } })],
    ['in records, one per line', `${JSON.stringify({ token: ONE })}\n${JSON.stringify({ token: TWO })}`],
    ['in a list over several lines', JSON.stringify([ONE, TWO], null, 2)],
    ['in lines with the ends of other systems', `\uFEFF${ONE}\r\n${TWO}\r\n`],
  ])('%s', (_, content) => {
    expect(found(content)).toEqual([ONE, TWO]);
  });

  test('in what was broken into lines, also where only the signature was', () => {
    const at = ONE.length - 40;
    expect(found(`${ONE.slice(0, at)}\n  ${ONE.slice(at)}\n`)).toEqual([ONE]);
    expect(found(`${ONE.slice(0, 70)}\n${ONE.slice(70, at)}\n${ONE.slice(at)}\n`)).toEqual([ONE]);
  });

  test('whole, where another one follows in the next line', () => {
    const opaque = '9Yc3Rk0Vt7Hq2Ls5Wd8Zf1Xg4Mb6Np_Ja';
    expect(found(`${ONE}\n${opaque}`)).toEqual([ONE, opaque]);
    const unsigned = ONE.slice(0, ONE.lastIndexOf('.') + 1);
    expect(found(`${unsigned}\n${unsigned}`)).toEqual([unsigned, unsigned]);
    expect(found(`${unsigned}c2ln\n${unsigned}c2ln`)).toEqual([`${unsigned}c2ln`, `${unsigned}c2ln`]);
  });

  test('nowhere in a response that is looked at itself', () => {
    const response = JSON.stringify({ sub: 'u1', _claim_sources: { a: { JWT: ONE } } });
    expect(found(response)).toEqual([response]);
  });
});
