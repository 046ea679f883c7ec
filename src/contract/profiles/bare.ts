import type { TokenProfile } from './profile.ts';

/** A token of one's own: nothing but what is released. */
export const none: TokenProfile = { name: 'none', claims: () => ({}) };

/** A JWT around a reference token, which is its `jti`: enough for a gateway to know what to exchange. */
export const wrapper: TokenProfile = {
  name: 'wrapper_token',
  claims: () => ({ iss: 'always', exp: 'always', iat: 'always', jti: 'always' }),
};
