import type { TokenProfile } from './profile.ts';

/**
 * The response about an active token (RFC 7662 section 2.2). All but `active` is optional there; what the
 * token itself always has is always there too, through the token type that the response stands for. `username`
 * names a person, so a release brings it.
 */
export const introspection: TokenProfile = {
  name: 'rfc7662',
  // RFC 9701 section 5, where it is signed.
  typ: 'token-introspection+jwt',
  claims: () => ({
    active: 'always',
    aud: 'sometimes',
    client_id: 'sometimes',
    exp: 'sometimes',
    iat: 'sometimes',
    iss: 'sometimes',
    jti: 'sometimes',
    nbf: 'sometimes',
    scope: 'sometimes',
    sub: 'sometimes',
    token_type: 'sometimes',
  }),
};
