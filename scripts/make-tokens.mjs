/**
 * Makes the sample tokens of fixtures/shop/tokens: good ones of each token type and grant, bad ones with one
 * mistake each, and index.json, which says what each file is and what is wrong with it.
 *
 *     node scripts/make-tokens.mjs
 *
 * Claims and times are fixed (2026-11-22T12:00:00Z is "now"). Keys are made when they are missing, and a token
 * whose header and claims have not changed keeps its signature, so that a second run changes nothing.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { CompactSign, exportJWK, exportSPKI, generateKeyPair, importJWK } from 'jose';
import { badTokens } from './tokens/bad.mjs';
import { goodTokens, responses } from './tokens/good.mjs';

const FOLDER = new URL('../fixtures/shop/tokens/', import.meta.url);
const PRIVATE_KEYS = 'private-keys.fixture.json';

const read = (name) => readFile(new URL(name, FOLDER), 'utf8').catch(() => undefined);
const write = (name, text) => writeFile(new URL(name, FOLDER), text);
const writeJson = (name, value) => write(name, `${JSON.stringify(value, null, 2)}\n`);

async function makeKey(kid, alg) {
  const { privateKey } = await generateKeyPair(alg, { extractable: true });
  return { ...(await exportJWK(privateKey)), kid, alg, use: 'sig' };
}

/** The private keys as JWKs, made once: two of the issuer, and one of a stranger that the JWKS lacks. */
async function privateKeys() {
  const found = await read(PRIVATE_KEYS);
  if (found !== undefined) return JSON.parse(found).keys;
  const keys = [
    await makeKey('shop-es256', 'ES256'),
    await makeKey('shop-rs256', 'RS256'),
    await makeKey('stranger-es256', 'ES256'),
  ];
  const comment =
    'Made in public for the fixtures of this repository: they sign nothing else, they protect nothing.';
  await writeJson(PRIVATE_KEYS, { $comment: comment, keys });
  return keys;
}

/** What a JWKS says of a key. */
function publicKey({ d, p, q, dp, dq, qi, ...rest }) {
  return rest;
}

/**
 * What signs, by the name that a token gives: a key id, or `public-key-as-secret` for the attack that takes
 * the issuer's public key for an HMAC secret (RFC 8725 section 2.1).
 */
async function signingKeys(keys) {
  const byName = new Map();
  for (const key of keys) byName.set(key.kid, await importJWK(key));
  const shown = await importJWK(publicKey(keys[0]), keys[0].alg, { extractable: true });
  return byName.set('public-key-as-secret', new TextEncoder().encode(await exportSPKI(shown)));
}

const base64url = (text) => Buffer.from(text).toString('base64url');

/** One token's text: the one on disk while it says the same, or a newly signed one. */
async function signed({ file, header, payload, signWith }, keys) {
  const text = typeof payload === 'string' ? payload : JSON.stringify(payload);
  const unsigned = `${base64url(JSON.stringify(header))}.${base64url(text)}`;
  if (signWith === 'nothing') return `${unsigned}.`;
  const present = (await read(file))?.trim();
  if (present?.startsWith(`${unsigned}.`)) return present;
  const signer = new CompactSign(new TextEncoder().encode(text)).setProtectedHeader(header);
  return signer.sign(keys.get(signWith ?? header.kid));
}

/** Writes a file for each token and `all.txt` with one token per line. */
async function writeTokens(folder, tokens, textOf) {
  await mkdir(new URL(`${folder}/`, FOLDER), { recursive: true });
  const texts = [];
  for (const token of tokens) texts.push(await textOf(token));
  for (const [index, { file }] of tokens.entries()) await write(file, `${texts[index]}\n`);
  await write(`${folder}/all.txt`, texts.map((text) => `${text}\n`).join(''));
  return new Map(tokens.map(({ file }, index) => [file, texts[index]]));
}

const indexEntry = ({ header, payload, signWith, from, spoil, text, ...entry }) => entry;

await mkdir(FOLDER, { recursive: true });
const keys = await privateKeys();
await writeJson('jwks.json', { keys: keys.filter(({ kid }) => kid.startsWith('shop')).map(publicKey) });
const signers = await signingKeys(keys);
const good = await writeTokens('good', goodTokens, (token) => signed(token, signers));
await writeTokens('bad', badTokens, (token) =>
  token.spoil === undefined ? signed(token, signers) : token.spoil(good.get(token.from)),
);
for (const { file, text } of responses) await write(file, text);
await writeJson('index.json', {
  at: '2026-11-22T12:00:00Z',
  definition: '../v3.0.0/mapper.yaml',
  tokens: [...goodTokens, ...responses, ...badTokens].map(indexEntry),
});
