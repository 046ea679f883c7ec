import { expect, it } from 'vitest';
import { loadDefinition, memoryTree } from '../../src/load/index.ts';
import type { DetectedData, JsonObject } from '../../src/model/index.ts';
import { holdToContract } from '../../src/token/hold.ts';
import { decodeToken, isMalformed, withDetected } from '../../src/token/index.ts';

const at = { file: 'token', line: 1, column: 1, endLine: 1, endColumn: 1 };
const { value: mapper } = await loadDefinition(
  memoryTree({
    'mapper.yaml': `tokenpact: mapper/v1
name: shop
issuer: https://id.shop.example
tokens: { id_token: { format: jwt, profile: openid, releases: [ref] } }
claims: { ref: { about: user, schema: { type: string }, privacy: { level: technical, reason: a mailbox of ours } } }
scopes: { openid: { description: Sign you in } }
clients: { web: { party: first, grants: [authorization_code], scopes: [openid] } }
`,
  }),
  'mapper.yaml',
);

function detected(claims: JsonObject, declared = false): readonly DetectedData[] | undefined {
  const payload = {
    iss: 'https://id.shop.example',
    aud: 'web',
    sub: 'x',
    iat: 1,
    exp: 2,
    nonce: 'n',
    ...claims,
  };
  const encode = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url');
  const parsed = decodeToken(`${encode({ alg: 'ES256' })}.${encode(payload)}.${'x'.repeat(86)}`, at);
  if (isMalformed(parsed)) throw new Error(parsed.reason);
  const definitions = declared && mapper !== undefined ? [mapper] : [];
  const held = holdToContract(parsed, { definitions, given: {}, now: 1_500, tolerance: 0 });
  return withDetected(held).detected;
}

const EMAIL = 'user.contact.email';

it('finds personal data under names that do not say so', () => {
  expect(detected({ ref: 'alice@example.com', deep: { list: ['a', 'bob@example.com'] } })).toEqual([
    { path: ['ref'], category: EMAIL },
    { path: ['deep', 'list'], category: EMAIL },
  ]);
});

it('is silent where a name says it, where nothing is certain, and where a definition has decided', () => {
  expect(detected({ email: 'alice@example.com', address: { note: 'bob@example.com' } })).toBeUndefined();
  expect(detected({ ref: 'order 4711', number: '4111111111111111' })).toBeUndefined();
  expect(detected({ ref: 'alice@example.com' }, true)).toBeUndefined();
});

it('looks at nothing where there is nothing to see', () => {
  const opaque = decodeToken('2YotnFZFEjr1zCsicMWpAA', at);
  if (isMalformed(opaque)) throw new Error(opaque.reason);
  const held = holdToContract(opaque, { definitions: [], given: {}, now: 0, tolerance: 0 });
  expect(withDetected(held)).toBe(held);
});
