import type { Sink } from './sinks.ts';

/** The general token type of each sink; a release to it reaches its variants. */
export const TOKEN_OF = {
  access: 'access_token',
  lightweight: 'access_token',
  id: 'id_token',
  userinfo: 'userinfo',
  introspection: 'introspection',
} as const satisfies Record<Sink, string>;

/** The kinds of tokens that some sinks stand for, sorted. */
export function tokenTypesOf(sinks: Iterable<Sink>): readonly string[] {
  return [...new Set([...sinks].map((sink) => TOKEN_OF[sink]))].sort();
}
