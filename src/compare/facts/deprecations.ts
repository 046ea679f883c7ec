import type { ChangeKind, Claim, Coordinates, Deprecation, JsonValue, Located } from '../../model/index.ts';
import { canonical, isSameValue, listedValues, pathKey, placeOf, showPath } from '../../model/index.ts';
import { scopeAfter, type Versions } from '../versions.ts';
import { editName, type Fact, NO_EFFECT } from './fact.ts';

type Subject = 'claim' | 'value' | 'scope' | 'client' | 'resource' | 'token-type';

/** Announced ends: set, changed, or lifted. */
export function* deprecationFacts(versions: Versions): Iterable<Fact> {
  const { before, after } = versions;
  const afterByPath = new Map([...after.claims.values()].map((claim) => [pathKey(claim.path), claim]));
  for (const claim of before.claims.values()) {
    const same = sameClaim(claim, afterByPath, versions);
    if (same === undefined) continue;
    yield* compareEnds('claim', { claim: showPath(claim.path) }, claim, same);
    yield* compareValueEnds({ claim: showPath(claim.path) }, claim, same);
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
  const { client, resource, tokenType } = coordinates;
  yield* endFact(subject, coordinates, was && endOf(was), is && endOf(is), {
    at: is?.at ?? placeOf(after, 'deprecated'),
    beforeAt: was?.at ?? before.at,
    ...(is?.sunset !== undefined && { sunset: is.sunset }),
    seenIn: { ...(client && { client }), ...(resource && { resource }), ...(tokenType && { tokenType }) },
  });
}

function endOf({ since, sunset, replacedBy }: Deprecation): JsonValue {
  return { since: since ?? null, sunset: sunset ?? null, replacedBy: replacedBy ?? null };
}

/** Values that both versions list: of one that left the list, the end has come. */
function* compareValueEnds(coordinates: Coordinates, before: Claim, after: Claim): Iterable<Fact> {
  const [was, is] = [valueEnds(before, after), valueEnds(after, before)];
  for (const value of new Set([...was.keys(), ...is.keys()])) {
    yield* endFact('value', coordinates, was.get(value), is.get(value), {
      at: placeOf(after, 'values'),
      beforeAt: placeOf(before, 'values'),
      seenIn: {},
    });
  }
}

function valueEnds(claim: Claim, other: Claim): ReadonlyMap<string, JsonValue> {
  const isListed = ({ schema }: Claim, value: JsonValue): boolean =>
    listedValues(schema)?.some((one) => isSameValue(one, value)) ?? true;
  const both = claim.planned.filter(({ value }) => isListed(claim, value) && isListed(other, value));
  return new Map(
    both.map(({ value, sunset, replacedBy }) => [
      canonical(value),
      { value, sunset: sunset ?? null, replacedBy: replacedBy ?? null },
    ]),
  );
}

function* endFact(
  subject: Subject,
  coordinates: Coordinates,
  before: JsonValue | undefined,
  after: JsonValue | undefined,
  more: Pick<Fact, 'at' | 'beforeAt' | 'sunset' | 'seenIn'>,
): Iterable<Fact> {
  const kind = kindOf(subject, before, after);
  if (kind === undefined) return;
  yield {
    kind,
    edit: editName(kind, { ...coordinates }, before, after),
    coordinates,
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
    ...more,
    effect: NO_EFFECT,
  };
}

function kindOf(
  subject: Subject,
  before: JsonValue | undefined,
  after: JsonValue | undefined,
): ChangeKind | undefined {
  if (before === undefined) return after === undefined ? undefined : `${subject}-deprecated`;
  if (after === undefined) return `${subject}-undeprecated`;
  return isSameValue(before, after) ? undefined : `${subject}-deprecation-changed`;
}
