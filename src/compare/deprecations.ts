import type { ChangeKind, Claim, Coordinates, Deprecation, JsonValue, Located } from '../model/index.ts';
import { pathKey, placeOf, showPath } from '../model/index.ts';
import { editName, type Fact, NO_EFFECT } from './fact.ts';
import { scopeAfter, type Versions } from './versions.ts';

type Subject = 'claim' | 'scope' | 'client' | 'resource' | 'token-type';

/** Announced ends: set, changed, or lifted. */
export function* deprecationFacts(versions: Versions): Iterable<Fact> {
  const { before, after } = versions;
  const afterByPath = new Map([...after.claims.values()].map((claim) => [pathKey(claim.path), claim]));
  for (const claim of before.claims.values()) {
    const same = sameClaim(claim, afterByPath, versions);
    if (same) yield* compareEnds('claim', { claim: showPath(claim.path) }, claim, same);
  }
  for (const scope of before.scopes.values()) {
    const same = after.scopes.get(scopeAfter(versions, scope.name));
    if (same) yield* compareEnds('scope', { scope: scope.name }, scope, same);
  }
  for (const client of before.clients.values()) {
    const same = after.clients.get(client.name);
    if (same) yield* compareEnds('client', { client: client.name }, client, same);
  }
  for (const resource of before.resources.values()) {
    const same = after.resources.get(resource.name);
    if (same) yield* compareEnds('resource', { resource: resource.name }, resource, same);
  }
  for (const tokenType of before.tokenTypes.values()) {
    const same = after.tokenTypes.get(tokenType.name);
    if (same) yield* compareEnds('token-type', { tokenType: tokenType.name }, tokenType, same);
  }
}

/** The entry with the same id and path, or whichever entry fills the same path: ids are internal names. */
function sameClaim(claim: Claim, byPath: ReadonlyMap<string, Claim>, { after }: Versions): Claim | undefined {
  const key = pathKey(claim.path);
  const sameId = after.claims.get(claim.id);
  return sameId && pathKey(sameId.path) === key ? sameId : byPath.get(key);
}

type Deprecable = Located & { readonly deprecated?: Deprecation };

function* compareEnds(
  subject: Subject,
  coordinates: Coordinates,
  before: Deprecable,
  after: Deprecable,
): Iterable<Fact> {
  const was = before.deprecated;
  const is = after.deprecated;
  const kind = kindOf(subject, was, is);
  if (kind === undefined) return;
  const values = { ...(was && { before: endOf(was) }), ...(is && { after: endOf(is) }) };
  const { client, resource, tokenType } = coordinates;
  yield {
    kind,
    edit: editName(kind, { ...coordinates }, values.before, values.after),
    coordinates,
    at: is?.at ?? placeOf(after, 'deprecated'),
    beforeAt: was?.at ?? before.at,
    ...values,
    ...(is?.sunset !== undefined && { sunset: is.sunset }),
    seenIn: { ...(client && { client }), ...(resource && { resource }), ...(tokenType && { tokenType }) },
    effect: NO_EFFECT,
  };
}

function kindOf(
  subject: Subject,
  was: Deprecation | undefined,
  is: Deprecation | undefined,
): ChangeKind | undefined {
  if (was === undefined) return is && `${subject}-deprecated`;
  if (is === undefined) return `${subject}-undeprecated`;
  return was.sunset === is.sunset && was.replacedBy === is.replacedBy
    ? undefined
    : `${subject}-deprecation-changed`;
}

function endOf({ since, sunset, replacedBy }: Deprecation): JsonValue {
  return { since: since ?? null, sunset: sunset ?? null, replacedBy: replacedBy ?? null };
}
