import { describe, expect, test } from 'vitest';
import { decodeToken, isMalformed, type ParsedToken } from '../../src/token/decode.ts';
import { LONGEST_TOKEN } from '../../src/token/jose-part.ts';

const AT = { file: 'token.jwt', line: 1, column: 1, endLine: 1, endColumn: 2 };
const part = (text: string): string => Buffer.from(text).toString('base64url');
const jwt = (header: string, payload: string, signature = 'c2ln'): string =>
  `${part(header)}.${part(payload)}.${signature}`;

function decoded(text: string): ParsedToken {
  const token = decodeToken(text, AT);
  if (isMalformed(token)) throw new Error(token.reason);
  return token;
}

function reason(text: string): string {
  const token = decodeToken(text, AT);
  return isMalformed(token) ? token.reason : 'not malformed';
}

const TOKEN = jwt('{"alg":"ES256"}', '{"sub":"u1"}');

describe('decodeToken', () => {
  test('takes a JWT apart without verifying it', () => {
    expect(decoded(TOKEN)).toMatchObject({
      form: 'jws',
      header: { alg: 'ES256' },
      payload: { sub: 'u1' },
      size: TOKEN.length,
      signature: { state: 'unchecked' },
      duplicates: [],
    });
  });

  test.each([
    ['an Authorization header', `Authorization: Bearer ${TOKEN}`],
    ['a DPoP scheme', `DPoP ${TOKEN}`],
    ['quotes', `"${TOKEN}"`],
    ['a member of a JSON file', `"${TOKEN}",`],
    ['a redirect with a fragment', `https://app.example/cb#access_token=${TOKEN}&token_type=Bearer`],
    ['white space', `\n  ${TOKEN} \r\n`],
  ])('strips %s', (_, text) => {
    expect(decoded(text).raw).toBe(TOKEN);
  });

  test('an empty signature and alg none are unsigned, in any letter case', () => {
    expect(decoded(jwt('{"alg":"ES256"}', '{}', '')).signature).toEqual({ state: 'unsigned' });
    expect(decoded(jwt('{"alg":"nOnE"}', '{}')).signature).toEqual({ state: 'unsigned' });
  });

  test('duplicate members are named, also when their escapes differ', () => {
    const text = String.raw`{"alg":"ES256","\u0061lg":"none"}`;
    expect(decoded(jwt(text, '{"a":{"x":1,"x":2},"b":{"x":1}}')).duplicates).toEqual([
      'header.alg',
      'payload.x',
    ]);
  });

  test('a member called __proto__ is only a member', () => {
    const { payload } = decoded(jwt('{"alg":"ES256"}', '{"__proto__":{"admin":true}}'));
    expect(Object.keys(payload ?? {})).toEqual(['__proto__']);
    expect(payload?.admin).toBeUndefined();
  });

  test('five parts with enc are an encrypted token', () => {
    expect(decoded(`${part('{"alg":"RSA-OAEP","enc":"A256GCM"}')}.a.b.c.d`)).toMatchObject({ form: 'jwe' });
  });

  test('JSON responses and opaque tokens are accepted', () => {
    expect(decoded('{"active":true}')).toMatchObject({ form: 'json', payload: { active: true } });
    expect(decoded('_0XBPWQQ_58ddb2fc')).toMatchObject({ form: 'opaque' });
  });

  test.each([
    ['', 'there is no token here'],
    [`${TOKEN}.x.y`, 'it has 5 parts separated by dots; a signed token (JWS) has 3 (RFC 7515 section 7.1)'],
    [
      `${part('{"alg":"dir","enc":"A256GCM"}')}.a.b`,
      'it has 3 parts separated by dots; an encrypted token (JWE) has 5 (RFC 7515 section 7.1)',
    ],
    ['eyJhbGci!.e30.', 'its header is not base64url (RFC 7515 section 2)'],
    [jwt('{"alg":', '{}'), 'its header is not JSON'],
    [jwt('{"alg":"ES256"}', '[1]'), 'its payload is JSON, but not an object'],
    [`${part('{"alg":"ES256"}')}._____w.x`, 'its payload is not UTF-8'],
    [jwt('{"alg":"ES256"}', '{}', 'a b'), 'its signature is not base64url (RFC 7515 section 2)'],
    ['{"sub":', 'it looks like JSON, but is not JSON'],
    ['hello world', 'it is neither a JWT, nor JSON, nor a bearer token (RFC 6750 section 2.1)'],
    [
      'a'.repeat(LONGEST_TOKEN + 1),
      `it is ${LONGEST_TOKEN + 1} characters long; no token is longer than ${LONGEST_TOKEN}`,
    ],
    [
      jwt('{"alg":"ES256"}', `{"a":${'['.repeat(70)}${']'.repeat(70)}}`),
      'its payload is nested deeper than 64 levels',
    ],
  ])('says why it can not be read, case %#', (text, expected) => {
    expect(reason(text)).toBe(expected);
  });
});
