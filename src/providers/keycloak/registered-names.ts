/**
 * Registered claims (IANA JSON Web Token Claims, OpenID Connect Core section 5.1, RFC 7662 section 2.2) that
 * Keycloak writes itself or by its built-in client scopes.
 */
const REGISTERED: ReadonlySet<string> = new Set(
  `iss sub aud exp nbf iat jti nonce auth_time at_hash c_hash acr amr azp sid scope client_id cnf may_act act
  active username token_type name given_name family_name middle_name nickname preferred_username profile picture
  website email email_verified gender birthdate zoneinfo locale phone_number phone_number_verified address
  updated_at groups roles`.split(/\s+/),
);

export function isRegistered(path: readonly string[]): boolean {
  return path.length === 1 && REGISTERED.has(path[0] ?? '');
}
