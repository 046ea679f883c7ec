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

/** A claim, and the contract that it is in. */
interface Found {
  readonly contract: EffectiveContract;
  readonly claim: EffectiveClaim;
}

/**
 * The claims of several contracts as those of one, sorted by key: what any of their tokens may hold is
 * allowed, what all of them have in common is required.
 */
export function poolClaims(contracts: readonly EffectiveContract[]): readonly PooledClaim[] {
  const scopes = new Map<string, Set<EffectiveContract>>();
  const byKey = new Map<string, Found[]>();
  for (const contract of contracts) {
    for (const scope of [...contract.defaultScopes, ...contract.optionalScopes]) {
      scopes.set(scope, (scopes.get(scope) ?? new Set()).add(contract));
    }
    for (const claim of contract.claims.values()) {
      const found = byKey.get(claim.key) ?? [];
      byKey.set(claim.key, found);
      found.push({ contract, claim });
    }
  }
  const audience = anyAudience(contracts);
  return [...byKey]
    .sort(([one], [other]) => compareText(one, other))
    .map(([key, found]) => ({
      claim: poolClaim(key, found, contracts.length, audience),
      isRequired:
        found.filter(({ claim }) => claim.releases.some(isUnconditional)).length === contracts.length,
      requiredUnder: bringingScopes(found, scopes),
    }));
}

function poolClaim(
  key: string,
  found: readonly Found[],
  contracts: number,
  audience: JsonSchema,
): EffectiveClaim {
  const sources = new Map<string, number>();
  for (const { claim } of found) {
    for (const source of new Set(claim.releases.filter(isUnconditional).map(sourceOf))) {
      sources.set(source, (sources.get(source) ?? 0) + 1);
    }
  }
  const pooled = new Map<string, ClaimRelease>();
  for (const release of found.flatMap(({ claim }) => claim.releases)) {
    const isCommon = !isUnconditional(release) || sources.get(sourceOf(release)) === contracts;
    const presence = isCommon ? release.presence : 'sometimes';
    const schema = key === 'aud' && isKnownOnly(release) ? audience : release.schema;
    const one = { ...release, presence, schema } as const;
    pooled.set(`${presence} ${release.scope ?? ''} ${sourceOf(one)}`, one);
  }
  const [first] = found;
  return {
    path: first?.claim.path ?? [],
    key,
    about: first?.claim.about ?? 'token',
    releases: [...pooled].sort(([one], [other]) => compareText(one, other)).map(([, release]) => release),
  };
}

/** Equal for releases that fill a member alike, whoever releases them. */
function sourceOf({ claim, schema }: ClaimRelease): string {
  return `${JSON.stringify(claim?.id ?? null)} ${canonical(schema)}`;
}

/** Scopes that always bring a claim in each contract that has them. */
function bringingScopes(
  found: readonly Found[],
  contractsOf: ReadonlyMap<string, ReadonlySet<EffectiveContract>>,
): readonly string[] {
  const scopes = new Set(found.flatMap(({ claim }) => claim.releases.map(({ scope }) => scope)));
  return [...scopes]
    .filter((scope) => scope !== undefined)
    .filter((scope) => {
      const having = contractsOf.get(scope);
      const brought = found.filter(({ contract, claim }) => having?.has(contract) && brings(claim, scope));
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
