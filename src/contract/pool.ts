import type { ClaimRelease, EffectiveClaim, EffectiveContract, JsonSchema } from '../model/index.ts';
import { canonical, groupedBy } from '../model/index.ts';
import { audienceSchema } from './audience.ts';
import { compareText, layersOf } from './bind-client.ts';
import { kept } from './kept.ts';
import { isUnconditional } from './presence.ts';

/** A claim of several contracts taken together. */
export interface PooledClaim {
  readonly claim: EffectiveClaim;
  /** It is in every token of every contract. */
  readonly isRequired: boolean;
  /** Scopes under which it is in every token of those contracts that have the scope, where it is not anyway; sorted. */
  readonly requiredUnder: readonly string[];
}

/** Contracts that have a claim, all of which have the same scopes. */
interface Holders {
  readonly scopes: ReadonlySet<string>;
  readonly count: number;
}

/** Claims that fill one member, each with the contracts that it is in: thousands may have the same object. */
type Found = ReadonlyMap<EffectiveClaim, readonly Holders[]>;

/**
 * The claims of several contracts as those of one, sorted by key: what any of their tokens may hold is
 * allowed, what all of them have in common is required.
 */
export function poolClaims(contracts: readonly EffectiveContract[]): readonly PooledClaim[] {
  const having = new Map<string, number>();
  const byKey = new Map<string, Map<EffectiveClaim, Holders[]>>();
  const add = (claim: EffectiveClaim, holders: Holders): void => {
    const found = byKey.get(claim.key) ?? new Map<EffectiveClaim, Holders[]>();
    byKey.set(claim.key, found);
    const known = found.get(claim);
    if (known === undefined) found.set(claim, [holders]);
    else known.push(holders);
  };
  // Contracts of one client for several resources have most claims, and their scopes, in common.
  for (const [shared, alike] of groupedBy(contracts, ({ claims }) => layersOf(claims).shared)) {
    const scopes = new Set([...alike[0].defaultScopes, ...alike[0].optionalScopes]);
    for (const scope of scopes) having.set(scope, (having.get(scope) ?? 0) + alike.length);
    const own = new Set(alike.flatMap(({ claims }) => [...layersOf(claims).own.keys()]));
    for (const claim of shared.values()) if (!own.has(claim.key)) add(claim, { scopes, count: alike.length });
    for (const { claims } of alike) {
      for (const claim of [...own].flatMap((key) => claims.get(key) ?? [])) add(claim, { scopes, count: 1 });
    }
  }
  const audience = anyAudience(contracts);
  return [...byKey]
    .sort(([one], [other]) => compareText(one, other))
    .map(([key, found]) => {
      const isRequired =
        countWhere(found, ({ releases }) => releases.some(isUnconditional)) === contracts.length;
      return {
        claim: poolClaim(key, found, contracts.length, audience),
        isRequired,
        // The list of scopes names them itself.
        requiredUnder: isRequired || key === 'scope' ? [] : bringingScopes(found, having),
      };
    });
}

/** In how many contracts the claim is such a one. */
function countWhere(found: Found, holds: (claim: EffectiveClaim, holders: Holders) => boolean): number {
  let count = 0;
  for (const [claim, all] of found) {
    for (const holders of all) if (holds(claim, holders)) count += holders.count;
  }
  return count;
}

function poolClaim(key: string, found: Found, contracts: number, audience: JsonSchema): EffectiveClaim {
  const counts = new Map<string, number>();
  for (const [claim, all] of found) {
    const count = all.reduce((sum, holders) => sum + holders.count, 0);
    for (const source of new Set(claim.releases.filter(isUnconditional).map(sourceOf))) {
      counts.set(source, (counts.get(source) ?? 0) + count);
    }
  }
  const pooled = new Map<string, ClaimRelease>();
  for (const release of new Set([...found.keys()].flatMap(({ releases }) => releases))) {
    const isCommon = !isUnconditional(release) || counts.get(sourceOf(release)) === contracts;
    const presence = isCommon ? release.presence : 'sometimes';
    const isAudience = key === 'aud' && isKnownOnly(release);
    const one: ClaimRelease =
      isCommon && !isAudience
        ? release
        : { ...release, presence, schema: isAudience ? audience : release.schema };
    pooled.set(`${presence} ${release.scope ?? ''} ${sourceOf(one)}`, one);
  }
  const [first] = found.keys();
  return {
    path: first?.path ?? [],
    key,
    about: first?.about ?? 'token',
    releases: [...pooled].sort(([one], [other]) => compareText(one, other)).map(([, release]) => release),
  };
}

/** Equal for releases that fill a member alike, whoever releases them. */
const sourceOf = kept(
  ({ claim, schema }: ClaimRelease): string => `${JSON.stringify(claim?.id ?? null)} ${canonical(schema)}`,
);

/** Scopes that always bring a claim in each contract that has them. */
function bringingScopes(found: Found, having: ReadonlyMap<string, number>): readonly string[] {
  const scopes = new Set([...found.keys()].flatMap(({ releases }) => releases.map(({ scope }) => scope)));
  return [...scopes]
    .filter((scope) => scope !== undefined)
    .filter(
      (scope) =>
        countWhere(found, (claim, holders) => holders.scopes.has(scope) && brings(claim, scope)) ===
        having.get(scope),
    )
    .sort();
}

function brings({ releases }: EffectiveClaim, scope: string): boolean {
  return releases.some(
    (release) => release.presence === 'always' && (release.scope === undefined || release.scope === scope),
  );
}

/** Whether its values are known from the surroundings alone: no entry of the definition declares them. */
function isKnownOnly({ claim }: ClaimRelease): boolean {
  return claim === undefined || claim.implied;
}

function anyAudience(contracts: readonly EffectiveContract[]): JsonSchema {
  const values = [...new Set(contracts.flatMap(({ audience }) => audience.values))].sort();
  const isUnknown = contracts.some(({ audience }) => audience.values.length === 0);
  const shapes = new Set(contracts.map(({ audience }) => audience.shape));
  const [shape = 'either'] = shapes;
  const many = contracts.some(({ audience }) => audience.many === 'array') ? 'array' : 'reject';
  return audienceSchema(
    { values: isUnknown ? [] : values, many, shape: shapes.size === 1 ? shape : 'either' },
    [],
  );
}
