import { expect, test } from 'vitest';
import { decodeToken, isMalformed, recogniseKind } from '../../src/token/index.ts';
import { AT } from './shop.ts';

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const EVENT = 'https://schemas.openid.net/secevent/caep/event-type/session-revoked';
const ACCESS = { scope: 'openid', client_id: 'web' };

test.each([
  ['an access token that is bound to a key, of Keycloak', {}, { ...ACCESS, typ: 'DPoP' }, 'access_token'],
  [
    'an offline token of Keycloak, which must end like an access token',
    {},
    { ...ACCESS, typ: 'Offline' },
    'access_token',
  ],
  ['a request object', { typ: 'oauth-authz-req+jwt' }, ACCESS, undefined],
  ['a proof of possession', { typ: 'dpop+jwt' }, { nonce: 'n' }, undefined],
  ['a security event', { typ: 'application/secevent+jwt' }, { events: { [EVENT]: {} } }, undefined],
  ['a logout token', {}, { events: {} }, 'logout_token'],
  ['a signed introspection response', { typ: 'token-introspection+jwt' }, ACCESS, 'introspection'],
])('%s', (_, header, payload, kind) => {
  const token = decodeToken(`${part({ alg: 'ES256', ...header })}.${part(payload)}.c2ln`, AT);
  if (isMalformed(token)) throw new Error(token.reason);
  expect(recogniseKind(token)).toBe(kind);
});
