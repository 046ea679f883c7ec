import { claimSchema, effectiveContracts } from '../../contract/index.ts';
import type { DeclaredPrivacy, EffectiveContract, MapperDefinition } from '../../model/index.ts';
import { enumeratedClaims } from './enumerated.ts';

/** What a definition says of one claim in the tokens of one type, for whichever client. */
interface DeclaredClaim {
  readonly claim: string;
  readonly path: readonly string[];
  /** Listed values as JSON text, sorted; absent where it leaves them open. */
  readonly values?: readonly string[];
  readonly privacy?: Pick<DeclaredPrivacy, 'level' | 'category'>;
  /** Present where it says that the claim goes. */
  readonly deprecated?: true;
}

/** What a definition says of the tokens of one type: the other side of the coverage. */
export interface DeclaredTokens {
  readonly mapper: string;
  readonly tokenType: string;
  /** Sorted. */
  readonly claims: readonly DeclaredClaim[];
}

interface Draft {
  readonly path: readonly string[];
  readonly values: Set<string>;
  privacy?: DeclaredPrivacy;
  deprecated?: true;
}

function collect(drafts: Map<string, Draft>, contract: EffectiveContract): void {
  const enumerated = new Map(enumeratedClaims(contract).map(({ key, values }) => [key, values]));
  for (const claim of contract.claims.values()) {
    // A claim that can have no value is not promised to anybody.
    if (claimSchema(claim) === false) continue;
    const draft = drafts.get(claim.key) ?? { path: claim.path, values: new Set<string>() };
    for (const value of enumerated.get(claim.key) ?? []) draft.values.add(value);
    const declared = claim.releases.find(({ claim: one }) => one?.privacy !== undefined)?.claim?.privacy;
    if (declared !== undefined) draft.privacy ??= declared;
    if (claim.releases.some(({ claim: one }) => one?.deprecated !== undefined)) draft.deprecated = true;
    drafts.set(claim.key, draft);
  }
}

function declaredClaim([claim, { path, values, privacy, deprecated }]: readonly [
  string,
  Draft,
]): DeclaredClaim {
  const { level, category } = privacy ?? {};
  return {
    claim,
    path,
    ...(values.size === 0 ? {} : { values: [...values].sort() }),
    ...(level === undefined ? {} : { privacy: { level, ...(category === undefined ? {} : { category }) } }),
    ...(deprecated === undefined ? {} : { deprecated }),
  };
}

/** What the definitions say of their tokens, type by type, sorted. */
export function declaredTokens(definitions: readonly MapperDefinition[]): readonly DeclaredTokens[] {
  return definitions.flatMap((definition) => {
    const byType = new Map<string, Map<string, Draft>>();
    for (const contract of effectiveContracts(definition)) {
      const { tokenType } = contract.key;
      const drafts = byType.get(tokenType) ?? new Map<string, Draft>();
      collect(drafts, contract);
      byType.set(tokenType, drafts);
    }
    return [...byType].map(([tokenType, drafts]) => ({
      mapper: definition.name,
      tokenType,
      claims: [...drafts].sort(([one], [other]) => (one < other ? -1 : 1)).map(declaredClaim),
    }));
  });
}
