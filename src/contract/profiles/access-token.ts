import type { TokenProfile } from './profile.ts';

/**
 * The JWT profile for access tokens (RFC 9068 section 2). `auth_time`, `acr` and `amr` are the issuer's
 * choice, so releases bring them.
 */
export const accessToken: TokenProfile = {
  name: 'rfc9068',
  typ: 'at+jwt',
  claims: () => ({
    iss: 'always',
    exp: 'always',
    aud: 'always',
    sub: 'always',
    client_id: 'always',
    iat: 'always',
    jti: 'always',
    scope: 'always',
  }),
};
