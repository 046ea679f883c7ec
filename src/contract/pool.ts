import type { ClaimRelease, EffectiveClaim, EffectiveContract } from '../model/index.ts';
import { audienceSchema } from './audience.ts';
import { compareText } from './bind-client.ts';
import { canonical } from './canonical.ts';
import { isUnconditional } from './presence.ts';

/**
 * Several contracts as one: what their tokens have in common is required, what any of them may hold is
 * allowed. A claim is always there under a scope when it is so in each contract that has the scope.
 */
export function poolClaims(contracts: readonly EffectiveContract[]): ReadonlyMap<string, EffectiveClaim> {
  const keys = new Set(contracts.flatMap(({ claims }) => [...claims.keys()]));
  return new Map([...keys].sort(compareText).map((key) => [key, poolClaim(contracts, key)]));
}

function poolClaim(contracts: readonly EffectiveContract[], key: string): EffectiveClaim {
  const claims = contracts.map(({ claims: all }) => all.get(key));
  const isEverywhere = claims.every((claim) => claim?.releases.some(isUnconditional) === true);
  const pooled = new Map<string, ClaimRelease>();
  for (const release of claims.flatMap((claim) => claim?.releases ?? [])) {
    const { scope } = release;
    const isAlways = scope === undefined ? isEverywhere : isAlwaysUnder(contracts, key, scope);
    const presence = release.presence === 'always' && isAlways ? 'always' : 'sometimes';
    const schema = key === 'aud' && isKnownOnly(release) ? anyAudience(contracts) : release.schema;
    const id = canonical([release.claim?.id ?? null, scope ?? null, presence, schema]);
    if (!pooled.has(id)) pooled.set(id, { ...release, presence, schema });
  }
  const first = claims.find((claim) => claim !== undefined);
  const releases = [...pooled]
    .sort(([one], [other]) => compareText(one, other))
    .map(([, release]) => release);
  return { path: first?.path ?? [], key, about: first?.about ?? 'token', releases };
}

function isAlwaysUnder(contracts: readonly EffectiveContract[], key: string, scope: string): boolean {
  return contracts
    .filter((one) => one.optionalScopes.includes(scope) || one.defaultScopes.includes(scope))
    .every(({ claims }) =>
      claims
        .get(key)
        ?.releases.some(
          (release) =>
            release.presence === 'always' && (release.scope === undefined || release.scope === scope),
        ),
    );
}

/** Whether its values are known from the surroundings alone: no entry of the definition declares them. */
function isKnownOnly({ claim }: ClaimRelease): boolean {
  return claim === undefined || claim.implied;
}

function anyAudience(contracts: readonly EffectiveContract[]) {
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
