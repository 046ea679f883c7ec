import type { Client, SubjectKind } from '../model/index.ts';
import { kept } from './kept.ts';

const PREFIX = 'urn:ietf:params:oauth:grant-type:';

/** Grant types that never start with a person, or start with a token that was already issued. */
const WITHOUT_USER = new Set(['client_credentials', 'refresh_token', 'token_exchange']);

function shortName(grantType: string): string {
  const name = grantType.startsWith(PREFIX) ? grantType.slice(PREFIX.length) : grantType;
  return name.replaceAll('-', '_');
}

/**
 * Whether a client may use a grant type, written short (`token_exchange`) or as its URN (RFC 6755).
 *
 * @example hasGrant(client, 'token_exchange')
 */
export function hasGrant(client: Client, grantType: string): boolean {
  return client.grants.some((name) => shortName(name) === grantType);
}

/** Whether a client gets tokens about a person by asking that person, and not by exchange alone. */
export function asksUsers(client: Client): boolean {
  return client.grants.some((name) => !WITHOUT_USER.has(shortName(name)));
}

/**
 * Whom the tokens that a client asks for itself are about. Tokens that it gets by exchange (RFC 8693) are
 * about users too, but only for the targets of its exchanges.
 */
export const directSubjects = kept((client: Client): readonly SubjectKind[] => [
  ...(hasGrant(client, 'client_credentials') ? (['machine'] as const) : []),
  ...(asksUsers(client) ? (['user'] as const) : []),
]);
