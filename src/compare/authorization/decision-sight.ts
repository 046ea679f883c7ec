import type { EffectiveClaim, EffectiveContract, JsonSchema } from '../../model/index.ts';
import { sliceOf } from '../question.ts';
import { mentionedClaims } from './decision-names.ts';

/** The scopes that release something which a predicate looks at; other scopes show it nothing new. */
export function scopesSeen(allows: JsonSchema, contracts: readonly EffectiveContract[]): readonly string[] {
  const scopes = contracts
    .flatMap((contract) => [...claimsSeen(allows, contract)])
    .flatMap(([, { releases }]) => releases.flatMap(({ scope }) => scope ?? []));
  return [...new Set(scopes)].sort();
}

/** As much of a contract as a predicate looks at. */
export function sliceSeen(allows: JsonSchema, contract: EffectiveContract): EffectiveContract {
  return sliceOf(
    contract,
    claimsSeen(allows, contract).map(([key]) => key),
  );
}

function claimsSeen(
  allows: JsonSchema,
  { claims }: EffectiveContract,
): readonly (readonly [string, EffectiveClaim])[] {
  const mentioned = mentionedClaims(allows);
  return [...claims].filter(([, { path }]) => mentioned === 'all' || mentioned.has(path[0] ?? ''));
}

/** The members that a predicate names and some contracts may have. */
export function namesHeld(allows: JsonSchema, contracts: readonly EffectiveContract[]): ReadonlySet<string> {
  if (mentionedClaims(allows) === 'all') return new Set();
  const seen = contracts.flatMap((contract) => claimsSeen(allows, contract));
  return new Set(seen.map(([, { path }]) => path[0] ?? ''));
}
