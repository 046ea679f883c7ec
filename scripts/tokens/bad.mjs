/** Sample tokens with one mistake each. */
import { accessHeader, batchToken, mobileToken, NOW, ORDERS, partnerIdToken, webToken } from './good.mjs';

/** A bad token whose claims still keep the contract: the mistake is elsewhere. */
function outside(file, mistake, token, changes) {
  const { payload, ...rest } = { ...token, ...changes };
  const says = { says: mistake, valid: false, signature: 'verified', contract: 'kept' };
  // A jti of its own: two tokens with one jti would be a second mistake.
  const own = payload.jti === undefined ? payload : { ...payload, jti: `bad-${file}` };
  return { file: `bad/${file}.jwt`, ...says, ...rest, payload: own };
}

/** A bad token whose claims break the contract, and how. */
const broken = (file, mistake, breaks, token, claims) => ({
  ...outside(file, mistake, token, { payload: { ...token.payload, ...claims } }),
  contract: 'broken',
  breaks,
});

function without(payload, name) {
  return Object.fromEntries(Object.entries(payload).filter(([member]) => member !== name));
}

/** A good token's text, spoilt after it was signed. */
const spoilt = (file, mistake, signature, spoil) =>
  outside(file, mistake, mobileToken, { from: 'good/access-mobile-orders.jwt', spoil, signature });

function promoted(text) {
  const [header, payload, signature] = text.split('.');
  const claims = Buffer.from(payload, 'base64url').toString().replace('support', 'admin');
  return `${header}.${Buffer.from(claims).toString('base64url')}.${signature}`;
}

const header = (changes) => ({ header: { ...accessHeader, ...changes } });

export const badTokens = [
  outside('expired', 'expired ten minutes ago', mobileToken, {
    payload: { ...mobileToken.payload, iat: NOW - 900, exp: NOW - 600 },
  }),
  outside('from-the-future', 'issued an hour from now', mobileToken, {
    payload: { ...mobileToken.payload, iat: NOW + 3600, exp: NOW + 3900 },
  }),
  outside('lives-too-long', 'lives for a day where the definition says five minutes', mobileToken, {
    payload: { ...mobileToken.payload, exp: NOW - 120 + 86_400 },
  }),
  outside('alg-none', 'alg is "none" and nobody signed it', mobileToken, {
    header: { alg: 'none', typ: 'at+jwt' },
    signWith: 'nothing',
    signature: 'unsigned',
  }),
  outside('public-key-as-secret', "signed with the issuer's public key as an HMAC secret", mobileToken, {
    ...header({ alg: 'HS256' }),
    signWith: 'public-key-as-secret',
    signature: 'invalid',
  }),
  outside('stranger-key', "signed with a key that is not in the issuer's JWKS", mobileToken, {
    ...header({ kid: 'stranger-es256' }),
    signature: 'invalid',
  }),
  outside('embedded-key', 'brings the address of its own keys in the header', mobileToken, {
    ...header({ jku: 'https://evil.example/jwks.json' }),
  }),
  outside('wrong-typ', 'an access token whose typ is JWT, so that it passes for an ID token', mobileToken, {
    ...header({ typ: 'JWT' }),
  }),
  outside(
    'id-token-typ',
    'an ID token whose typ is at+jwt, so that it passes for an access token',
    partnerIdToken,
    {
      header: { ...partnerIdToken.header, typ: 'at+jwt' },
    },
  ),
  outside('duplicate-member', '"sub" occurs twice: readers disagree about whom it names', mobileToken, {
    payload: JSON.stringify({ ...mobileToken.payload, jti: 'bad-duplicate-member' }).replace(
      '"sub":',
      '"sub":"somebody-else","sub":',
    ),
  }),
  spoilt('tampered', 'support became admin after it was signed', 'invalid', promoted),
  spoilt('five-parts', 'four dots: five parts, but no JWE', 'malformed', (text) => `${text}.AAAA.BBBB`),
  spoilt('cut-off', 'lost its end in a log', 'malformed', (text) => text.slice(0, text.lastIndexOf('.') - 7)),
  {
    ...outside('missing-claim', 'has no tenant_id, which each of these tokens has', mobileToken, {
      payload: without(mobileToken.payload, 'tenant_id'),
    }),
    contract: 'broken',
    breaks: [{ kind: 'missing', path: ['tenant_id'] }],
  },
  broken(
    'not-released',
    'has sales_channel, which only orders.write releases, and was not granted it',
    [{ kind: 'not-released', path: ['sales_channel'] }],
    { ...webToken, scopes: ['openid', 'orders.read'] },
    { scope: 'openid orders.read', sales_channel: 'web', acr: undefined, auth_time: undefined },
  ),
  broken(
    'undeclared-claim',
    'has a claim that the definition does not know',
    [{ kind: 'undeclared', path: ['debug'] }],
    mobileToken,
    { debug: 'cart=42' },
  ),
  broken(
    'user-claim-in-machine-token',
    "a machine's token that says something about a person",
    [{ kind: 'undeclared', path: ['tenant_id'] }],
    batchToken,
    { tenant_id: '7f6d2c1e-0b5a-4c3d-9e8f-1a2b3c4d5e6f' },
  ),
  broken(
    'unknown-value',
    'account_status is "frozen", which is not in its list',
    [{ kind: 'mismatch', path: ['account_status'] }],
    mobileToken,
    { account_status: 'frozen' },
  ),
  broken(
    'null-claim',
    'groups is null where it should be left out',
    [{ kind: 'mismatch', path: ['groups'] }],
    mobileToken,
    { groups: null },
  ),
  broken(
    'scope-as-array',
    'scope is an array where it should be one string',
    [{ kind: 'mismatch', path: ['scope'] }],
    mobileToken,
    { scope: ['openid', 'orders.read'] },
  ),
  broken(
    'text-time',
    'exp is a string where it should be a number',
    [{ kind: 'mismatch', path: ['exp'] }],
    mobileToken,
    { exp: String(NOW + 180) },
  ),
  outside('milliseconds', 'exp and iat count milliseconds: it never expires', mobileToken, {
    payload: { ...mobileToken.payload, iat: (NOW - 120) * 1000, exp: (NOW + 180) * 1000 },
  }),
  broken(
    'unknown-audience',
    'is for an API that the definition does not know',
    [{ kind: 'mismatch', path: ['aud'] }],
    mobileToken,
    { aud: 'https://invoices.shop.example' },
  ),
  broken('two-audiences', 'is for two APIs at once', [{ kind: 'mismatch', path: ['aud'] }], mobileToken, {
    aud: [ORDERS, 'https://shipping.shop.example'],
  }),
  broken(
    'wrong-issuer',
    'comes from the staging issuer',
    [{ kind: 'mismatch', path: ['iss'] }],
    mobileToken,
    { iss: 'https://id.staging.shop.example' },
  ),
];
