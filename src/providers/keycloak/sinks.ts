import type { Mapper } from './mapper.ts';

/** Where Keycloak can put a claim; a lightweight access token has a flag of its own. */
export const SINKS = ['access', 'lightweight', 'id', 'userinfo', 'introspection'] as const;
export type Sink = (typeof SINKS)[number];

/** How a mapper treats its flags. */
export type FlagRule =
  /** As written. */
  | 'written'
  /** As written, and on in access tokens and introspection when not. */
  | 'on-unless-written'
  /** It has none: it writes wherever it can. */
  | 'none';

const FLAGS = {
  access: 'access.token.claim',
  lightweight: 'lightweight.claim',
  id: 'id.token.claim',
  userinfo: 'userinfo.token.claim',
  introspection: 'introspection.token.claim',
} as const satisfies Record<Sink, string>;

/** Configuration that decides where a claim goes, and so not what it holds. */
export const FLAG_KEYS: ReadonlySet<string> = new Set([
  ...Object.values(FLAGS),
  'access.tokenResponse.claim',
]);

/**
 * Where a mapper's claim ends up. A flag for a token that the mapper's class can't write has no effect; an
 * absent userinfo flag follows the ID token's, an absent introspection flag the access token's.
 */
export function sinksOf(mapper: Mapper, writes: ReadonlySet<Sink>, rule: FlagRule): ReadonlySet<Sink> {
  if (rule === 'none') return writes;
  const read = (sink: Sink): boolean | undefined => {
    const written = mapper.config.get(FLAGS[sink]);
    return written === undefined ? undefined : written === 'true';
  };
  const absent = rule === 'on-unless-written';
  const access = read('access') ?? absent;
  const id = read('id') ?? false;
  const wanted: Record<Sink, boolean> = {
    access,
    lightweight: read('lightweight') ?? false,
    id,
    userinfo: read('userinfo') ?? id,
    introspection: read('introspection') ?? (absent || access),
  };
  return new Set(SINKS.filter((sink) => wanted[sink] && writes.has(sink)));
}
