import type { ClaimRelease, EffectiveClaim, JsonSchema, JsonValue } from '../model/index.ts';
import { pathKey } from '../model/index.ts';
import { withClaims } from './shared-claims.ts';
import { CLIENT, RESOURCE } from './standard-claims.ts';

type Placeholder = typeof CLIENT | typeof RESOURCE;

function bindName(name: string, placeholder: Placeholder, to: string): string {
  return name.replaceAll(placeholder, () => to);
}

function bindValue(value: JsonValue, placeholder: Placeholder, to: string): JsonValue {
  if (typeof value === 'string') return bindName(value, placeholder, to);
  if (value === null || typeof value !== 'object') return value;
  const bind = (item: JsonValue): JsonValue => bindValue(item, placeholder, to);
  if (Array.isArray(value)) return value.map(bind);
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, bind(item)]));
}

const texts = new WeakMap<object, string>();

/** Only what is known from the surroundings holds placeholders: a declared schema is taken by its word. */
function holds({ claim, schema }: ClaimRelease, placeholder: Placeholder): boolean {
  if (typeof schema === 'boolean' || (claim !== undefined && !claim.implied)) return false;
  const text = texts.get(schema) ?? JSON.stringify(schema);
  texts.set(schema, text);
  return text.includes(placeholder);
}

function bindReleases(
  releases: readonly ClaimRelease[],
  placeholder: Placeholder,
  to: string,
): readonly ClaimRelease[] {
  if (!releases.some((release) => holds(release, placeholder))) return releases;
  return releases.map((release) =>
    holds(release, placeholder)
      ? { ...release, schema: bindValue(release.schema, placeholder, to) as JsonSchema }
      : release,
  );
}

/** Whether `${client}` stands in a claim for the client's name. */
export function isBound(claim: EffectiveClaim): boolean {
  return (
    claim.path.some((name) => name.includes(CLIENT)) ||
    claim.releases.some((release) => holds(release, CLIENT))
  );
}

function bindClaim(claim: EffectiveClaim, client: string): EffectiveClaim {
  const path = claim.path.map((name) => bindName(name, CLIENT, client));
  return { ...claim, path, key: pathKey(path), releases: bindReleases(claim.releases, CLIENT, client) };
}

/** Puts a resource's audience where the claim `aud` of any resource stands. */
export function bindAudience(aud: EffectiveClaim, audience: string): EffectiveClaim {
  return { ...aud, releases: bindReleases(aud.releases, RESOURCE, audience) };
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
 * objects, and the map is shared where it can be.
 */
export function bindClient(
  { claims, bound }: TemplateClaims,
  client: string,
): ReadonlyMap<string, EffectiveClaim> {
  if (bound.length === 0) return claims;
  const named = bound.map((claim) => bindClaim(claim, client));
  if (named.every(({ key }, index) => key === bound[index]?.key)) {
    return withClaims(claims, new Map(named.map((claim) => [claim.key, claim])));
  }
  const free = [...claims.values()].filter((claim) => !bound.includes(claim));
  return sortClaims([...free, ...named]);
}
