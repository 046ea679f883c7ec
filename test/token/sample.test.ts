import { describe, expect, test } from 'vitest';
import { tokenJudge } from '../../src/check/index.ts';
import { rules } from '../../src/generated/rules.ts';
import { DEFAULT_CONFIG } from '../../src/model/index.ts';
import { createHolder } from '../../src/token/hold.ts';
import { decodeToken, isMalformed, readKeys, verifySignature } from '../../src/token/index.ts';
import { CURVES, signEcdsa } from '../../src/token/sample/ecdsa.ts';
import { makeSamples, type Sample } from '../../src/token/sample/index.ts';
import { AT, NOW, shopDefinition } from './shop.ts';

const definition = await shopDefinition();
const REQUEST = { definition, seed: '7', issued: NOW / 1000 };
const { samples, jwks, left } = makeSamples(REQUEST);
const keys = readKeys(JSON.stringify(jwks));
const judge = tokenJudge(rules, DEFAULT_CONFIG, NOW);

/** Rules that a sample breaks, held against what its index says of it. */
function rulesBrokenBy({ text, tokenType, client, scopes, valid }: Sample): readonly string[] {
  const given = valid ? { tokenType, client, scopes } : { tokenType, client };
  const hold = createHolder({ definitions: [definition], given, now: NOW, tolerance: 60 });
  const token = decodeToken(text, AT);
  if (isMalformed(token)) throw new Error(token.reason);
  const held = hold({ ...token, signature: verifySignature(token, keys) });
  return judge([held], []).map(({ rule }) => rule);
}

describe('samples of the shop', () => {
  test('there are some of every contract', () => {
    expect(left).toEqual([]);
    expect([...new Set(samples.map(({ tokenType }) => tokenType))].sort()).toEqual(
      [...definition.tokenTypes.keys()].sort(),
    );
  });

  test.each(samples.filter(({ valid }) => valid).map((sample) => [sample.file, sample] as const))(
    '%s is sound',
    (_, sample) => {
      expect(rulesBrokenBy(sample)).toEqual([]);
    },
  );

  test.each(samples.filter(({ valid }) => !valid).map((sample) => [sample.file, sample] as const))(
    '%s breaks the rule that it names, and no other',
    (_, sample) => {
      expect([...new Set(rulesBrokenBy(sample))]).toEqual([sample.breaks]);
    },
  );

  test('the same seed gives the same bytes, another one other keys', () => {
    expect(makeSamples(REQUEST)).toEqual({ samples, jwks, left });
    expect(makeSamples({ ...REQUEST, seed: '8' }).jwks).not.toEqual(jwks);
  });
});

test('ECDSA is that of RFC 6979, appendix A.2.5', () => {
  const secret = 0xc9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721n;
  const { ES256 } = CURVES;
  if (ES256 === undefined) throw new Error('there is no ES256');
  expect(signEcdsa(ES256, secret, 'sample').toString('hex')).toBe(
    'efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8',
  );
});
