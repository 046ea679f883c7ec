import { claimSchema } from '../../contract/index.ts';
import type { EffectiveContract, JsonValue } from '../../model/index.ts';
import { listedValues } from '../../model/index.ts';

/** A claim whose values are a list that somebody wrote down. */
export interface EnumeratedClaim {
  readonly key: string;
  readonly path: readonly string[];
  /** As JSON text. */
  readonly values: ReadonlySet<string>;
  /** Names under which scalar values are counted, made once each. */
  readonly names: Map<JsonValue, string>;
}

/** What all values that are not listed are counted as. No listed value is called so: those are JSON texts. */
export const UNLISTED = '(not listed)';

/** Protocol claims have one value each, which says nothing. */
const PROTOCOL = new Set(['iss', 'aud', 'client_id', 'azp', 'scope', 'active', 'token_type', 'events']);

/** The claims of a contract whose values are worth counting, since the definition lists them. */
export function enumeratedClaims(contract: EffectiveContract): readonly EnumeratedClaim[] {
  return [...contract.claims.values()].flatMap((claim): EnumeratedClaim[] => {
    if (PROTOCOL.has(claim.key)) return [];
    const values = listedValues(claimSchema(claim));
    if (values === undefined || values.length > 1_000) return [];
    const texts = new Set(values.map((value) => JSON.stringify(value)));
    return [{ key: claim.key, path: claim.path, values: texts, names: new Map() }];
  });
}
