import {
  type Claim,
  type MapperDefinition,
  mapped,
  type Release,
  type Releases,
  showPath,
  type TokenKind,
  type TokenType,
} from '../../model/index.ts';

/** What becomes of the releases into one token type or kind; keys are names of types or kinds. */
type EditReleases = (releases: Releases) => Releases;

/** The definition with the releases of its scopes, clients and resources edited. */
function withReleases(definition: MapperDefinition, edit: EditReleases): MapperDefinition {
  const edited = <Thing extends { readonly releases: Releases }>(thing: Thing): Thing => ({
    ...thing,
    releases: edit(thing.releases),
  });
  return {
    ...definition,
    scopes: mapped(definition.scopes, (scope) => edited(scope)),
    clients: mapped(definition.clients, (client) => edited(client)),
    resources: mapped(definition.resources, (resource) => edited(resource)),
  };
}

/** The ids of the entries that fill the named members. */
function entriesNamed({ claims }: MapperDefinition, names: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...claims.values()].filter(({ path }) => names.has(showPath(path))).map(({ id }) => id));
}

/** Releases without repetitions of a claim; the first stays. */
function onceEach(releases: readonly Release[]): readonly Release[] {
  const seen = new Set<string>();
  return releases.filter(({ claim }) => !seen.has(claim) && seen.add(claim));
}

/**
 * The definition with claims released into userinfo instead of tokens of one kind, by the same scopes. What an
 * API releases is only taken away: userinfo is not its own.
 *
 * @param names the claims as tokens name them
 */
export function movedToUserinfo(
  definition: MapperDefinition,
  kind: TokenKind,
  names: ReadonlySet<string>,
): MapperDefinition {
  const ids = entriesNamed(definition, names);
  const isOfKind = (name: string): boolean => (definition.tokenTypes.get(name)?.kind ?? name) === kind;
  const leaves = ({ claim }: Release): boolean => ids.has(claim);
  const edit: EditReleases = (releases) => {
    const moved = [...releases].flatMap(([name, list]) => (isOfKind(name) ? list.filter(leaves) : []));
    const rest = [...releases].map(([name, list]): [string, readonly Release[]] => [
      name,
      isOfKind(name) ? list.filter((release) => !leaves(release)) : list,
    ]);
    const kept = new Map(rest);
    return moved.length === 0
      ? releases
      : kept.set('userinfo', onceEach([...(kept.get('userinfo') ?? []), ...moved]));
  };
  const own = [...definition.tokenTypes.values()]
    .filter((tokenType) => tokenType.kind === kind)
    .flatMap(({ releases }) => releases.filter(leaves));
  const ofType = (tokenType: TokenType): TokenType => {
    if (tokenType.kind === 'userinfo') {
      return { ...tokenType, releases: onceEach([...tokenType.releases, ...own]) };
    }
    if (tokenType.kind !== kind) return tokenType;
    return { ...tokenType, releases: tokenType.releases.filter((release) => !leaves(release)) };
  };
  return { ...withReleases(definition, edit), tokenTypes: mapped(definition.tokenTypes, ofType) };
}

/** The definition with opaque tokens for some clients instead of an access token that they can read. */
export function withReferenceTokens(
  definition: MapperDefinition,
  tokenType: string,
  clients: readonly string[],
): MapperDefinition {
  const of = definition.tokenTypes.get(tokenType);
  if (of === undefined) return definition;
  const name = `reference to ${tokenType}`;
  const reference: TokenType = {
    name,
    kind: 'reference_token',
    format: 'opaque',
    profile: 'none',
    of: tokenType,
    for: { clients, at: of.at },
    releases: [],
    requestable: [],
    at: of.at,
    ...(of.lifetime !== undefined && { lifetime: of.lifetime }),
  };
  return { ...definition, tokenTypes: new Map([...definition.tokenTypes, [name, reference]]) };
}

/** The definition with `age_over_18` wherever it had dates of birth. */
export function withAgeOver18(definition: MapperDefinition, names: ReadonlySet<string>): MapperDefinition {
  const births = entriesNamed(definition, names);
  const [first] = [...definition.claims.values()].filter(({ id }) => births.has(id));
  if (first === undefined) return definition;
  const age: Claim = definition.claims.get('age_over_18') ?? ageOver18(first);
  const swap = (releases: readonly Release[]): readonly Release[] =>
    onceEach(
      releases.map((release) => (births.has(release.claim) ? { ...release, claim: age.id } : release)),
    );
  const swapNames = (ids: readonly string[]): readonly string[] => [
    ...new Set(ids.map((id) => (births.has(id) ? age.id : id))),
  ];
  const edited = withReleases(definition, (releases) => mapped(releases, swap));
  return {
    ...edited,
    claims: new Map([...definition.claims].filter(([id]) => !births.has(id))).set(age.id, age),
    tokenTypes: mapped(definition.tokenTypes, (tokenType) => ({
      ...tokenType,
      releases: swap(tokenType.releases),
      requestable: swapNames(tokenType.requestable),
      ...(tokenType.only && { only: swapNames(tokenType.only) }),
    })),
    exchanges: definition.exchanges.map((exchange) => ({
      ...exchange,
      carries: swapNames(exchange.carries),
    })),
  };
}

function ageOver18({ presence, at }: Claim): Claim {
  return {
    id: 'age_over_18',
    path: ['age_over_18'],
    about: 'user',
    presence,
    schema: { type: 'boolean' },
    growth: 'closed',
    planned: [],
    privacy: { level: 'quasi-identifier', category: 'user.demographic.age_range' },
    registered: false,
    implied: false,
    at,
  };
}

/** The definition with subjects that mean nothing outside of each of some clients. */
export function withPairwise(definition: MapperDefinition, clients: readonly string[]): MapperDefinition {
  return {
    ...definition,
    clients: mapped(definition.clients, (client) =>
      clients.includes(client.name) ? { ...client, subject: 'pairwise' } : client,
    ),
  };
}
