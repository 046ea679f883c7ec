import type { ProfileName, TokenKind, TokenType } from '../../model/index.ts';
import { accessToken } from './access-token.ts';
import { none, wrapper } from './bare.ts';
import { introspection } from './introspection.ts';
import { idToken, logoutToken, userinfo } from './openid.ts';
import type { TokenProfile } from './profile.ts';

export type { TokenProfile } from './profile.ts';

type ByKind = Readonly<Partial<Record<TokenKind, TokenProfile>>>;

const OPENID: ByKind = { userinfo, logout_token: logoutToken };

/** Kinds that are what they are by some claims: without them a reader could not tell them from noise. */
const BY_KIND: ByKind = { wrapper_token: wrapper, logout_token: logoutToken };

const PROFILES: Readonly<Record<ProfileName, (kind: TokenKind) => TokenProfile>> = {
  rfc9068: () => accessToken,
  openid: (kind) => OPENID[kind] ?? idToken,
  rfc7662: () => introspection,
  none: (kind) => BY_KIND[kind] ?? none,
};

/**
 * The specification that a token type follows.
 *
 * @example profileOf(type).typ // 'at+jwt' for the profile rfc9068
 */
export function profileOf({ profile, kind }: TokenType): TokenProfile {
  return PROFILES[profile](kind);
}
