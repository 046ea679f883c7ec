/** Stands for a client's id in the claim name of a role mapper. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: it is Keycloak's placeholder, not ours
export const CLIENT_ID = '${client_id}';

/** Where the built-in mapper puts client roles. */
export const CLIENT_ROLES = `resource_access.${CLIENT_ID}.roles`;

/**
 * The member that a `claim.name` means: dots separate names, and a backslash takes the next character
 * literally (`ocis\.user\.uuid` is one name).
 *
 * @example splitClaimName('realm_access.roles')  // ['realm_access', 'roles']
 * @example splitClaimName('shop\\.example/tier') // ['shop.example/tier']
 */
export function splitClaimName(claimName: string): readonly string[] {
  const path: string[] = [];
  let name = '';
  for (let index = 0; index < claimName.length; index += 1) {
    const character = claimName.charAt(index);
    if (character === '\\' && index + 1 < claimName.length) {
      index += 1;
      name += claimName.charAt(index);
    } else if (character === '.' && name !== '') {
      path.push(name);
      name = '';
    } else {
      name += character;
    }
  }
  if (name !== '') path.push(name);
  return path;
}

const REFUSED: ReadonlySet<string> = new Set([
  'jti',
  'typ',
  'iat',
  'exp',
  'iss',
  'scope',
  'nonce',
  'session_state',
]);
const NEVER_NESTED: ReadonlySet<string> = new Set(['sub', 'azp', 'acr', 'auth_time', 'aud']);

/** Why Keycloak doesn't let a mapper write a member, if it doesn't. */
export function refusal(path: readonly string[]): string | undefined {
  const root = path[0] ?? '';
  if (REFUSED.has(root)) return `"${root}" is written by Keycloak alone`;
  if (NEVER_NESTED.has(root) && path.length > 1) return `"${root}" can't have members`;
  return undefined;
}
