import type { TokenProfile } from './profile.ts';

/**
 * The ID token (OpenID Connect Core section 2). `nonce` depends on the request, `at_hash` on the flow, `azp`
 * on the audience.
 */
export const idToken: TokenProfile = {
  name: 'openid',
  claims: () => ({
    iss: 'always',
    sub: 'always',
    aud: 'always',
    exp: 'always',
    iat: 'always',
    nonce: 'sometimes',
    at_hash: 'sometimes',
    azp: 'sometimes',
  }),
};

/** The UserInfo response (OpenID Connect Core section 5.3.2); a signed one should name issuer and audience. */
export const userinfo: TokenProfile = {
  name: 'openid',
  claims: ({ format }) =>
    format === 'jwt' ? { sub: 'always', iss: 'sometimes', aud: 'sometimes' } : { sub: 'always' },
};

/** The logout token (OpenID Connect Back-Channel Logout section 2.4): one of `sub` and `sid`, never a `nonce`. */
export const logoutToken: TokenProfile = {
  name: 'openid',
  typ: 'logout+jwt',
  facts: {
    anyOf: [
      { type: 'object', properties: { sub: true }, required: ['sub'] },
      { type: 'object', properties: { sid: true }, required: ['sid'] },
    ],
  },
  claims: () => ({
    iss: 'always',
    aud: 'always',
    iat: 'always',
    exp: 'always',
    jti: 'always',
    events: 'always',
    sub: 'sometimes',
    sid: 'sometimes',
  }),
};
