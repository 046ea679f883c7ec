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

/**
 * The claims of several contracts as those of one, sorted by key: what any of their tokens may hold is
 * allowed, what all of them have in common is required.
 */
export function poolClaims(contracts: readonly EffectiveContract[]): readonly PooledClaim[] {
  const keys = new Set(contracts.flatMap(({ claims }) => [...claims.keys()]));
  return [...keys].sort(compareText).map((key) => poolClaim(contracts, key));
}

function poolClaim(contracts: readonly EffectiveContract[], key: string): PooledClaim {
  const claims = contracts.map((contract) => contract.claims.get(key));
  const first = claims.find((claim) => claim !== undefined);
  const releases = claims.flatMap((claim) => claim?.releases ?? []);
  const pooled = new Map<string, ClaimRelease>();
  for (const release of releases) {
    const isCommon = claims.every(
      (claim) => claim?.releases.some((other) => isSameSource(release, other)) === true,
    );
    const presence = isUnconditional(release) && !isCommon ? 'sometimes' : release.presence;
    const schema = key === 'aud' && isKnownOnly(release) ? anyAudience(contracts) : release.schema;
    pooled.set(canonical([release.claim?.id ?? null, release.scope ?? null, presence, schema]), {
      ...release,
      presence,
      schema,
    });
  }
  const sorted = [...pooled].sort(([one], [other]) => compareText(one, other)).map(([, release]) => release);
  const scopes = new Set(releases.map(({ scope }) => scope).filter((scope) => scope !== undefined));
  return {
    claim: { path: first?.path ?? [], key, about: first?.about ?? 'token', releases: sorted },
    isRequired: claims.every((claim) => claim?.releases.some(isUnconditional) === true),
    requiredUnder: [...scopes].filter((scope) => isAlwaysUnder(contracts, key, scope)).sort(),
  };
}

/** Whether both are in every token and fill the member alike. */
function isSameSource(release: ClaimRelease, other: ClaimRelease): boolean {
  if (!isUnconditional(other) || release.claim?.id !== other.claim?.id) return false;
  return release.schema === other.schema || canonical(release.schema) === canonical(other.schema);
}

function isAlwaysUnder(contracts: readonly EffectiveContract[], key: string, scope: string): boolean {
  return contracts
    .filter((one) => one.optionalScopes.includes(scope) || one.defaultScopes.includes(scope))
    .every(({ claims }) => claims.get(key)?.releases.some((release) => isBrought(release, scope)) === true);
}

function isBrought(release: ClaimRelease, scope: string): boolean {
  return release.presence === 'always' && (release.scope === undefined || release.scope === scope);
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
