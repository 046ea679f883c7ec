import { compactVerify, createLocalJWKSet, errors, type JSONWebKeySet } from 'jose';
import { expect, test } from 'vitest';
import { decodeToken, isMalformed, verifySignature } from '../../src/token/index.ts';
import { ATTACKS, JWKS, KEYS, SIGNING_ALGORITHMS, signed } from './attacks.ts';
import { mutated, randomBy } from './mutate.ts';
import { AT } from './shop.ts';

// `AGREEMENT=100000 npx vitest run test/token/agreement.test.ts` is the long form.
const TOKENS = Number(process.env.AGREEMENT ?? 1_500);
const SEED = Number(process.env.SEED ?? 1);

const keySet = createLocalJWKSet(JWKS as JSONWebKeySet);

/** What jose says of a token, trying each key where a token names none. */
async function byJose(text: string): Promise<boolean> {
  try {
    await compactVerify(text, keySet);
    return true;
  } catch (error) {
    if (!(error instanceof errors.JWKSMultipleMatchingKeys)) return false;
    for await (const key of error) {
      const verified = await compactVerify(text, key).then(
        () => true,
        () => false,
      );
      if (verified) return true;
    }
    return false;
  }
}

function byTokenpact(text: string): boolean {
  const token = decodeToken(text, AT);
  return !isMalformed(token) && verifySignature(token, KEYS).state === 'verified';
}

test(`agrees with jose on ${TOKENS} tokens and mutations, seed ${SEED}`, async () => {
  const random = randomBy(SEED);
  const honest = SIGNING_ALGORITHMS.flatMap((alg) => [
    signed(alg),
    signed(alg, { kid: undefined }),
    signed(alg, { typ: 'JWT' }, { sub: 'someone else' }),
  ]);
  const start = [...honest, ...ATTACKS.map(({ token }) => token).filter((token) => token.length < 5_000)];
  let valid = 0;
  for (let index = 0; index < TOKENS; index += 1) {
    const original = start[index % start.length] ?? '';
    const text = index < start.length ? original : mutated(original, random, start);
    const ours = byTokenpact(text);
    if (ours) valid += 1;
    if (ours === (await byJose(text))) continue;
    // Stricter than jose on purpose: an unencoded payload is no JWT, and white space is no base64url.
    expect(ours, text).toBe(false);
    expect(isStricter(text), text).toBe(true);
  }
  expect(valid).toBeGreaterThanOrEqual(honest.length);
});

/** Tokens that are no JWT though a JWS library takes them. */
function isStricter(text: string): boolean {
  const [header = '', payload = ''] = text.split('.');
  if (/\s/.test(text)) return true;
  const decoded = (part: string): string => Buffer.from(part, 'base64url').toString();
  const isObject = (part: string): boolean => {
    try {
      const value: unknown = JSON.parse(decoded(part));
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    } catch {
      return false;
    }
  };
  return !isObject(payload) || decoded(header).includes('"b64"');
}
