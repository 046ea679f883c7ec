import { expect, test } from 'vitest';
import { runRules } from '../../src/check/index.ts';
import { rules } from '../../src/generated/rules.ts';
import { DEFAULT_CONFIG, type DecodedToken, type JsonObject } from '../../src/model/index.ts';
import { withHashes } from '../../src/token/index.ts';
import { AT, NOW } from './shop.ts';

const idToken = (alg: string, payload: JsonObject): DecodedToken => ({
  form: 'jws',
  at: AT,
  size: 1,
  header: { alg },
  payload,
  duplicates: [],
  signature: { state: 'unchecked' },
  violations: [],
  now: NOW,
  tolerance: 60,
});

// The code and its hash are those of OpenID Connect Core 1.0, appendix A.4; both hashes are made alike.
const CODE = 'Qcb0Orv1zh30vL1MPRsbm-diHiMwcLyZvn1arpZv-Jxf_11jnpEX3Tgfvk';
const EXAMPLE = { at_hash: 'LDktKdoQak3Pk0cnXxCltA', c_hash: 'LDktKdoQak3Pk0cnXxCltA' };

test('hashes are those of what the ID token was issued with', () => {
  const { hashes } = withHashes(idToken('RS256', EXAMPLE), { accessToken: CODE, code: CODE });
  expect(hashes).toEqual([
    { claim: 'at_hash', matches: true },
    { claim: 'c_hash', matches: true },
  ]);
});

test('another token, or another algorithm, has another hash', () => {
  const matches = (alg: string, accessToken: string): boolean | undefined =>
    withHashes(idToken(alg, EXAMPLE), { accessToken }).hashes?.[0]?.matches;
  expect([matches('RS256', 'another'), matches('ES512', CODE), matches('EdDSA', CODE)]).toEqual([
    false,
    false,
    false,
  ]);
});

test('what is not there is not compared', () => {
  expect(withHashes(idToken('RS256', EXAMPLE), {}).hashes).toBeUndefined();
  expect(withHashes(idToken('RS256', {}), { accessToken: CODE }).hashes).toBeUndefined();
});

test('an ID token without the hash that somebody asked for is told, and passes', () => {
  const token = withHashes({ ...idToken('RS256', {}), kind: 'id_token' }, { accessToken: CODE });
  expect(token.hashes).toEqual([{ claim: 'at_hash' }]);
  const findings = runRules({ tokens: [token] }, DEFAULT_CONFIG, rules, { now: NOW });
  expect(findings.find(({ rule }) => rule === 'token/hash-mismatch')).toMatchObject({
    severity: 'info',
    message: 'nobody can say whether this ID token belongs to that access token: it has no "at_hash"',
  });
});
