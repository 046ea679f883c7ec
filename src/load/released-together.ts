import type { Client, MapperDefinition, Releases, TokenType } from '../model/index.ts';

/** Who releases one claim into one token type. */
interface Releasers {
  /** The token type itself, or the general one of its kind. */
  readonly unconditional: boolean;
  readonly clients: ReadonlySet<string>;
  readonly scopes: ReadonlySet<string>;
  readonly resources: ReadonlySet<string>;
}

function releasersOf(definition: MapperDefinition, tokenType: TokenType, claim: string): Releasers {
  const reaches = (releases: Releases): boolean =>
    [tokenType.name, tokenType.kind].some((name) =>
      releases.get(name)?.some((release) => release.claim === claim),
    );
  const among = (entries: ReadonlyMap<string, { readonly releases: Releases }>): ReadonlySet<string> =>
    new Set([...entries].filter(([, { releases }]) => reaches(releases)).map(([name]) => name));
  const itself = [...definition.tokenTypes.values()].filter(
    ({ name, kind, for: condition }) =>
      name === tokenType.name || (kind === tokenType.kind && condition === undefined),
  );
  return {
    unconditional: itself.some(({ releases }) => releases.some((release) => release.claim === claim)),
    clients: among(definition.clients),
    scopes: among(definition.scopes),
    resources: among(definition.resources),
  };
}

/** The resources for which tokens of a client have the claim: all, unless resources alone release it. */
function reachOf(releasers: Releasers, { name, defaultScopes, scopes }: Client): 'all' | ReadonlySet<string> {
  const isGranted = [...defaultScopes, ...scopes].some((scope) => releasers.scopes.has(scope));
  return releasers.unconditional || releasers.clients.has(name) || isGranted ? 'all' : releasers.resources;
}

/** Whether a filter lets a claim pass. */
function passes({ only }: TokenType, claim: string): boolean {
  return only === undefined || only.includes(claim);
}

function meets(one: 'all' | ReadonlySet<string>, other: 'all' | ReadonlySet<string>): boolean {
  if (one === 'all') return other === 'all' || other.size > 0;
  return other === 'all' ? one.size > 0 : [...one].some((name) => other.has(name));
}

/**
 * The name of a token type that can hold both claims in one token; undefined when no grant releases both.
 * Scopes of one client can be granted together; two clients never share a token.
 */
export function releasedTogether(
  definition: MapperDefinition,
  earlier: string,
  later: string,
): string | undefined {
  for (const tokenType of definition.tokenTypes.values()) {
    if (!passes(tokenType, earlier) || !passes(tokenType, later)) continue;
    const clients = tokenType.for?.clients && new Set(tokenType.for.clients);
    const one = releasersOf(definition, tokenType, earlier);
    const other = releasersOf(definition, tokenType, later);
    for (const client of definition.clients.values()) {
      if (clients !== undefined && !clients.has(client.name)) continue;
      if (meets(reachOf(one, client), reachOf(other, client))) return tokenType.name;
    }
  }
  return undefined;
}
