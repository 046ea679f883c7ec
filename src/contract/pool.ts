import type { ClaimRelease, EffectiveClaim, EffectiveContract, JsonSchema } from '../model/index.ts';
import { audienceSchema } from './audience.ts';
import { compareText } from './bind-client.ts';
import { canonical } from './canonical.ts';
import { isUnconditional } from './presence.ts';

/** A claim of several contracts taken together. */
export interface PooledClaim {
  readonly claim: EffectiveClaim;
  /** It is in every token of every contract. */
  readonly isRequired: boolean;
  /** Scopes under which it is in every token of those contracts that have the scope, sorted. */
  readonly requiredUnder: readonly string[];
}

/** Claims that fill one member, each with the contracts that it is in: thousands may have the same object. */
type Found = ReadonlyMap<EffectiveClaim, readonly EffectiveContract[]>;

/**
 * The claims of several contracts as those of one, sorted by key: what any of their tokens may hold is
 * allowed, what all of them have in common is required.
 */
export function poolClaims(contracts: readonly EffectiveContract[]): readonly PooledClaim[] {
  const scopes = new Map<string, Set<EffectiveContract>>();
  const byKey = new Map<string, Map<EffectiveClaim, EffectiveContract[]>>();
  for (const contract of contracts) {
    for (const scope of [...contract.defaultScopes, ...contract.optionalScopes]) {
      scopes.set(scope, (scopes.get(scope) ?? new Set()).add(contract));
    }
    for (const claim of contract.claims.values()) {
      const found = byKey.get(claim.key) ?? new Map<EffectiveClaim, EffectiveContract[]>();
      byKey.set(claim.key, found);
      const holders = found.get(claim);
      if (holders === undefined) found.set(claim, [contract]);
      else holders.push(contract);
    }
  }
  const audience = anyAudience(contracts);
  return [...byKey]
    .sort(([one], [other]) => compareText(one, other))
    .map(([key, found]) => ({
      claim: poolClaim(key, found, contracts.length, audience),
      isRequired: countWhere(found, ({ releases }) => releases.some(isUnconditional)) === contracts.length,
      requiredUnder: bringingScopes(found, scopes),
    }));
}

/** In how many contracts the claim is such a one. */
function countWhere(found: Found, holds: (claim: EffectiveClaim) => boolean): number {
  let count = 0;
  for (const [claim, holders] of found) if (holds(claim)) count += holders.length;
  return count;
}

function poolClaim(key: string, found: Found, contracts: number, audience: JsonSchema): EffectiveClaim {
  const sources = new Map<string, number>();
  for (const [claim, holders] of found) {
    for (const source of new Set(claim.releases.filter(isUnconditional).map(sourceOf))) {
      sources.set(source, (sources.get(source) ?? 0) + holders.length);
    }
  }
  const pooled = new Map<string, ClaimRelease>();
  for (const release of [...found.keys()].flatMap(({ releases }) => releases)) {
    const isCommon = !isUnconditional(release) || sources.get(sourceOf(release)) === contracts;
    const presence = isCommon ? release.presence : 'sometimes';
    const schema = key === 'aud' && isKnownOnly(release) ? audience : release.schema;
    const one = { ...release, presence, schema } as const;
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
function sourceOf({ claim, schema }: ClaimRelease): string {
  return `${JSON.stringify(claim?.id ?? null)} ${canonical(schema)}`;
}

/** Scopes that always bring a claim in each contract that has them. */
function bringingScopes(
  found: Found,
  contractsOf: ReadonlyMap<string, ReadonlySet<EffectiveContract>>,
): readonly string[] {
  const claims = [...found];
  const scopes = new Set(claims.flatMap(([{ releases }]) => releases.map(({ scope }) => scope)));
  return [...scopes]
    .filter((scope) => scope !== undefined)
    .filter((scope) => {
      const having = contractsOf.get(scope);
      const brought = claims
        .filter(([claim]) => brings(claim, scope))
        .flatMap(([, holders]) => holders.filter((contract) => having?.has(contract)));
      return brought.length === having?.size;
    })
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
