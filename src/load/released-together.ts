import type { Client, MapperDefinition, Releases, TokenType } from '../model/index.ts';

/** Whether releases put a claim into a token type, by its name or its kind. */
function reaches(releases: Releases, tokenType: TokenType, claim: string): boolean {
  const lists = [releases.get(tokenType.name), releases.get(tokenType.kind)];
  return lists.some((list) => list?.some((release) => release.claim === claim));
}

/** Whether the token type itself, or the general one of its kind, releases a claim. */
function isUnconditional(definition: MapperDefinition, tokenType: TokenType, claim: string): boolean {
  const ofKind = [...definition.tokenTypes.values()].filter(({ name, kind, for: condition }) => {
    return name === tokenType.name || (kind === tokenType.kind && condition === undefined);
  });
  return ofKind.some(({ releases }) => releases.some((release) => release.claim === claim));
}

/** The resources whose tokens of a client get a claim: all of them, unless resources alone release it. */
function releasingResources(
  definition: MapperDefinition,
  tokenType: TokenType,
  client: Client,
  claim: string,
): 'all' | readonly string[] {
  if (isUnconditional(definition, tokenType, claim) || reaches(client.releases, tokenType, claim))
    return 'all';
  const granted = [...client.defaultScopes, ...client.scopes].flatMap(
    (name) => definition.scopes.get(name) ?? [],
  );
  if (granted.some(({ releases }) => reaches(releases, tokenType, claim))) return 'all';
  const resources = [...definition.resources.values()];
  return resources.filter(({ releases }) => reaches(releases, tokenType, claim)).map(({ name }) => name);
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
    const { clients } = tokenType.for ?? {};
    for (const client of definition.clients.values()) {
      if (clients !== undefined && !clients.includes(client.name)) continue;
      const one = releasingResources(definition, tokenType, client, earlier);
      const other = releasingResources(definition, tokenType, client, later);
      const both = one === 'all' ? other : other === 'all' ? one : one.filter((name) => other.includes(name));
      if (both.length > 0) return tokenType.name;
    }
  }
  return undefined;
}
