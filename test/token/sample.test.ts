import { generateKeyPairSync, type JsonWebKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { tokenJudge } from '../../src/check/index.ts';
import { rules } from '../../src/generated/rules.ts';
import { loadAll, memoryTree } from '../../src/load/index.ts';
import { DEFAULT_CONFIG, type EffectiveContract } from '../../src/model/index.ts';
import { createHolder } from '../../src/token/hold.ts';
import { decodeToken, isMalformed, readKeys, verifySignature } from '../../src/token/index.ts';
import { CURVES, signEcdsa } from '../../src/token/sample/ecdsa.ts';
import { givenKeys, makeSamples, SAMPLE_ALGORITHMS, type Sample } from '../../src/token/sample/index.ts';
import { seededKeys } from '../../src/token/sample/keys.ts';
import { seededBy } from '../../src/token/sample/seeded.ts';
import { VERIFIED_ALGORITHMS } from '../../src/token/signature.ts';
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
      // Nothing in an opaque token can be checked.
      expect(rulesBrokenBy(sample)).toEqual(sample.file.endsWith('opaque.txt') ? ['token/unreadable'] : []);
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

/** Definitions that issue other tokens than the shop does. */
const OTHERS = [
  'cases/authorization-details.yaml',
  'cases/claims-parameter.yaml',
  'cases/curity-wrapper.yaml',
  'cases/duende-exchange.yaml',
  'cases/entra-v1-v2.yaml',
  'cases/keycloak-client-roles.yaml',
  'cases/machine-and-user.yaml',
  'cases/workload-assertions/github-actions.yaml',
  'cases/workload-assertions/kubernetes.yaml',
  'keycloak/after-realm.json',
];

describe('samples of other definitions, of which nothing is said but what is in them', async () => {
  test.each(OTHERS)('%s', async (path) => {
    const file = path.split('/').at(-1) ?? '';
    const text = readFileSync(new URL(`../../fixtures/${path}`, import.meta.url), 'utf8');
    const { definitions } = await loadAll(memoryTree({ [file]: text }), [file]);
    const [mapper] = definitions;
    if (mapper === undefined) throw new Error(`${path} can not be read`);
    // Keycloak issues access tokens for nobody in particular, which is a finding about every one of them.
    const wanted = ({ kind, format, audience }: EffectiveContract): boolean =>
      format !== 'opaque' && (kind !== 'access_token' || audience.values.length > 0);
    const made = makeSamples({ ...REQUEST, definition: mapper, wanted });
    expect(made.left).toEqual([]);
    const known = readKeys(JSON.stringify(made.jwks));
    const hold = createHolder({ definitions: [mapper], given: {}, now: NOW, tolerance: 60 });
    const wrong = made.samples.flatMap(({ file: name, text: raw, breaks }) => {
      const token = decodeToken(raw, AT);
      if (isMalformed(token)) return [`${name}: ${token.reason}`];
      const held = hold({ ...token, signature: verifySignature(token, known) });
      const told = [...new Set(judge([held], []).map(({ rule }) => rule))].join(' ');
      return told === (breaks ?? '') ? [] : [`${name}: ${told}`];
    });
    expect(wrong).toEqual([]);
  });
});

test('signed introspection responses are made and read as RFC 9701 says, and logout tokens by their audience', async () => {
  const text = `tokenpact: mapper/v1
name: x
issuer: https://id.example
tokens:
  access_token: { format: jwt, profile: rfc9068, audience: { from: scope, many: array, shape: string } }
  introspection: { format: jwt, profile: rfc7662, of: access_token }
  logout_token: { format: jwt, profile: openid, lifetime: 2m }
resources: { api: { audience: "https://api.example", party: first } }
scopes: { read: { description: Read, resources: [api] } }
clients: { web: { party: first, grants: [authorization_code], defaultScopes: [read] } }
`;
  const { definitions } = await loadAll(memoryTree({ 'm.yaml': text }), ['m.yaml']);
  const [mapper] = definitions;
  if (mapper === undefined) throw new Error('it can not be read');
  const wanted = ({ kind }: EffectiveContract): boolean => kind !== 'access_token';
  const made = makeSamples({ ...REQUEST, definition: mapper, wanted });
  const [minimal] = made.samples;
  expect(JSON.parse(Buffer.from(minimal?.text.split('.')[1] ?? '', 'base64url').toString())).toMatchObject({
    iss: 'https://id.example',
    aud: 'https://api.example',
    iat: NOW / 1000,
    token_introspection: { active: true, client_id: 'web', iss: 'https://id.example' },
  });
  const known = readKeys(JSON.stringify(made.jwks));
  const hold = createHolder({ definitions: [mapper], given: {}, now: NOW, tolerance: 60 });
  const told = made.samples.map(({ text: raw }) => {
    const token = decodeToken(raw, AT);
    if (isMalformed(token)) throw new Error(token.reason);
    const held = hold({ ...token, signature: verifySignature(token, known) });
    return [...new Set(judge([held], []).map(({ rule }) => rule))];
  });
  expect(told).toEqual(made.samples.map(({ breaks }) => (breaks === undefined ? [] : [breaks])));
});

test('given keys sign what they can, and each of them is told', () => {
  const jwkOf = ({ privateKey }: { privateKey: KeyObject }, alg: string): JsonWebKey => ({
    ...privateKey.export({ format: 'jwk' }),
    kid: 'one',
    alg,
  });
  const ec = jwkOf(generateKeyPairSync('ec', { namedCurve: 'P-256' }), 'ES256');
  const rsa = jwkOf(generateKeyPairSync('rsa', { modulusLength: 2048 }), 'RS256');
  expect(
    givenKeys([
      { ...ec, alg: 'RS256' },
      { ...ec, alg: 'ES384' },
    ]),
  ).toEqual([]);
  const made = makeSamples({ ...REQUEST, keys: givenKeys([ec, rsa]) });
  expect(made.jwks.keys.map(({ kid, alg }) => [kid, alg])).toEqual([
    ['one', 'ES256'],
    ['one', 'RS256'],
  ]);
});

test('each sample has a file of its own, below the folder of all', async () => {
  const client = '{ party: first, grants: [authorization_code] }';
  const text = `tokenpact: mapper/v1
name: x
issuer: https://id.example
tokens:
  ..: { kind: access_token, format: jwt, profile: rfc9068, for: { clients: [..] } }
  access_token: { format: jwt, profile: rfc9068, releases: [tier] }
claims:
  tier: { about: user, schema: { enum: [金, 銀] }, source: crm.tier }
clients: { ..: ${client}, a b: ${client}, a-b: ${client}, A/B: ${client} }
`;
  const { definitions } = await loadAll(memoryTree({ 'm.yaml': text }), ['m.yaml']);
  const [mapper] = definitions;
  if (mapper === undefined) throw new Error('it can not be read');
  const files = makeSamples({ ...REQUEST, definition: mapper }).samples.map(({ file }) => file.toLowerCase());
  expect(new Set(files).size).toBe(files.length);
  expect(files.filter((file) => file.split('/').includes('..'))).toEqual([]);
  expect(files).toContain('access_token/a-b/minimal~3.jwt');
});

test('a definition that lists no algorithms is signed with what everybody knows', async () => {
  const text =
    'tokenpact: mapper/v1\nname: x\nissuer: https://id.example\nclients: { web: { party: first, grants: [client_credentials] } }\ntokens: { access_token: { format: jwt, profile: rfc9068 } }\n';
  const { definitions } = await loadAll(memoryTree({ 'm.yaml': text }), ['m.yaml']);
  const [mapper] = definitions;
  if (mapper === undefined) throw new Error('it can not be read');
  const made = makeSamples({ ...REQUEST, definition: mapper });
  expect([made.left, made.jwks.keys.map(({ alg }) => alg)]).toEqual([[], ['RS256']]);
});

/** RFC 6979, appendices A.2.5 and A.2.7: the message "sample". */
test.each([
  [
    'ES256',
    0xc9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721n,
    'efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8',
  ],
  [
    'ES512',
    0x00fad06daa62ba3b25d2fb40133da757205de67f5bb0018fee8c86e1b68c7e75caa896eb32f1f47c70855836a6d16fcc1466f6d8fbec67db89ec0c08b0e996b83538n,
    '00c328fafcbd79dd77850370c46325d987cb525569fb63c5d3bc53950e6d4c5f174e25a1ee9017b5d450606add152b534931d7d4e8455cc91f9b15bf05ec36e377fa00617cce7cf5064806c467f678d3b4080d6f1cc50af26ca209417308281b68af282623eaa63e5b5c0723d8b8c37ff0777b1a20f8ccb1dccc43997f1ee0e44da4a67a',
  ],
])('%s signs as RFC 6979 does', (alg, secret, signature) => {
  const curve = CURVES.get(alg);
  expect(curve && signEcdsa(curve, secret, 'sample').toString('hex')).toBe(signature);
});

describe('a sample is signed with each algorithm that is verified', () => {
  const made = seededKeys(seededBy('7'), 'sample');

  test.each(SAMPLE_ALGORITHMS)('%s', (alg) => {
    const { publicJwk, keyId, sign } = made(alg);
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const input = `${part({ alg, kid: keyId })}.${part({ sub: 'u1' })}`;
    const token = decodeToken(`${input}.${sign(input).toString('base64url')}`, AT);
    if (isMalformed(token)) throw new Error(token.reason);
    const state = { state: 'verified', algorithm: alg, keyId };
    expect(verifySignature(token, readKeys(JSON.stringify(publicJwk)))).toEqual(state);
    expect(sign(input)).toEqual(sign(input));
  });

  test('there is none that only one of the two knows', () => {
    expect([...SAMPLE_ALGORITHMS].sort()).toEqual([...VERIFIED_ALGORITHMS].sort());
  });
});
