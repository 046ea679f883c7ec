import type { ClaimRelease, EffectiveClaim, JsonSchema, JsonValue } from '../model/index.ts';
import { pathKey } from '../model/index.ts';
import { CLIENT } from './standard-claims.ts';

function bindName(name: string, client: string): string {
  return name.replaceAll(CLIENT, () => client);
}

function bindValue(value: JsonValue, client: string): JsonValue {
  if (typeof value === 'string') return bindName(value, client);
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item) => bindValue(item, client));
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, bindValue(item, client)]));
}

/** Only what is known from the surroundings holds the placeholder: a declared schema is taken by its word. */
function holdsClient({ claim, schema }: ClaimRelease): boolean {
  return (claim === undefined || claim.implied) && JSON.stringify(schema).includes(CLIENT);
}

/** Whether `${client}` stands in a claim for the client's name. */
export function isBound(claim: EffectiveClaim): boolean {
  return claim.path.some((name) => name.includes(CLIENT)) || claim.releases.some(holdsClient);
}

function bindClaim(claim: EffectiveClaim, client: string): EffectiveClaim {
  const path = claim.path.map((name) => bindName(name, client));
  const releases = claim.releases.map((release) =>
    holdsClient(release) ? { ...release, schema: bindValue(release.schema, client) as JsonSchema } : release,
  );
  const isSame = claim.releases.every((release) => !holdsClient(release));
  return { ...claim, path, key: pathKey(path), releases: isSame ? claim.releases : releases };
}

/** Claims by path key, sorted; two that fill the same member become one. */
function sortClaims(claims: readonly EffectiveClaim[]): ReadonlyMap<string, EffectiveClaim> {
  const byKey = new Map<string, EffectiveClaim>();
  for (const claim of [...claims].sort((one, other) => compareText(one.key, other.key))) {
    const same = byKey.get(claim.key);
    byKey.set(
      claim.key,
      same === undefined ? claim : { ...same, releases: [...same.releases, ...claim.releases] },
    );
  }
  return byKey;
}

/** By code units, so that every machine sorts alike. */
export function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** The claims of a contract before it belongs to a client. */
export interface TemplateClaims {
  readonly claims: ReadonlyMap<string, EffectiveClaim>;
  /** Those in which `${client}` stands for the client's name. */
  readonly bound: readonly EffectiveClaim[];
}

/**
 * Puts a client's name where `${client}` stands. Claims that do not depend on the client stay the same
 * objects, and where none does, so does the map.
 */
export function bindClient(
  { claims, bound }: TemplateClaims,
  client: string,
): ReadonlyMap<string, EffectiveClaim> {
  if (bound.length === 0) return claims;
  const named = bound.map((claim) => bindClaim(claim, client));
  if (named.every(({ key }, index) => key === bound[index]?.key)) {
    const copy = new Map(claims);
    for (const claim of named) copy.set(claim.key, claim);
    return copy;
  }
  const free = [...claims.values()].filter((claim) => !bound.includes(claim));
  return sortClaims([...free, ...named]);
}
