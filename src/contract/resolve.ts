import type {
  ClaimRelease,
  EffectiveClaim,
  EffectiveContract,
  Grant,
  MapperDefinition,
  Releaser,
} from '../model/index.ts';
import { claimSchema } from './claim-schema.ts';
import { describeSchema } from './describe-schema.ts';
import { grantContract, grantedScopes } from './grant.ts';
import { isActive, strongest } from './presence.ts';

/** A claim of a token under one grant, and why it is there. */
export interface ResolvedClaim {
  readonly path: readonly string[];
  /** `pathKey(path)`. */
  readonly key: string;
  readonly presence: 'always' | 'sometimes';
  /** The values in words: `string (uuid)`. */
  readonly schema: string;
  /** What releases it under this grant, without repetition. */
  readonly releasedBy: readonly Releaser[];
  /** Ids of the declared claims that fill it. */
  readonly claims: readonly string[];
}

/** A token that a grant yields. */
export interface ResolvedToken {
  readonly contract: EffectiveContract;
  /** Scopes that are granted and take part in this token, sorted. */
  readonly scopes: readonly string[];
  /** Sorted by key. */
  readonly claims: readonly ResolvedClaim[];
  /** Reasons why the token may hold more than this. */
  readonly unresolved: readonly string[];
}

/**
 * Explains the tokens of a grant: which claims each holds, always or sometimes, and what releases them.
 *
 * @example resolveGrant(definition, { client: 'web', scopes: ['openid', 'email'], subject: 'user' })
 */
export function resolveGrant(definition: MapperDefinition, grant: Grant): readonly ResolvedToken[] {
  const scopes = grantedScopes(definition, grant) ?? new Set();
  return grantContract(definition, grant).map((contract) => ({
    contract,
    scopes: [...contract.defaultScopes, ...contract.optionalScopes].filter((name) => scopes.has(name)).sort(),
    claims: [...contract.claims.values()].flatMap((claim) => resolveClaim(claim, scopes)),
    unresolved: contract.unresolved.filter((one) => isActive(one, scopes)).map(({ reason }) => reason),
  }));
}

function resolveClaim(claim: EffectiveClaim, scopes: ReadonlySet<string>): readonly ResolvedClaim[] {
  const active = claim.releases.filter((release) => isActive(release, scopes));
  const presence = strongest(active);
  if (presence === 'never') return [];
  const ids = active.map(({ claim: entry }) => entry?.id).filter((id) => id !== undefined);
  return [
    {
      path: claim.path,
      key: claim.key,
      presence,
      schema: describeSchema(claimSchema(claim, scopes)),
      releasedBy: releasersOf(active),
      claims: [...new Set(ids)].sort(),
    },
  ];
}

function releasersOf(releases: readonly ClaimRelease[]): readonly Releaser[] {
  return [...new Map(releases.map(({ by }) => [JSON.stringify([by.kind, by.name]), by])).values()];
}
