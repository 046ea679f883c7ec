import { effectiveContracts } from '../../contract/index.ts';
import {
  type Consumer,
  type Exposure,
  type LoweredClaim,
  type MapperDefinition,
  type PrivacyMatrix,
  type PrivacyRow,
  type ReleasePurpose,
  type Releaser,
  showPath,
} from '../../model/index.ts';
import { privacyRank } from '../../privacy/classification.ts';
import { alternatives } from './alternatives.ts';
import { guessedPrivacy, privacyOf } from './claim-privacy.ts';
import { exposures, tellsSomething } from './exposure.ts';

/**
 * Who can read which personal data in which tokens, what releases it and what for; and ways to show less.
 *
 * @param consumers tell which gateways read which tokens, and what an alternative breaks
 * @param options `alternatives: false` leaves out the comparisons that alternatives cost
 * @example privacyMatrix(definition, []).rows[0]?.readers // [{ kind: 'client', name: 'web', party: 'first' }]
 */
export function privacyMatrix(
  definition: MapperDefinition,
  consumers: readonly Consumer[],
  options: { readonly alternatives?: boolean } = {},
): PrivacyMatrix {
  const shown = exposures(definition, consumers);
  const { name, version } = definition;
  return {
    mapper: { name, ...(version !== undefined && { version }) },
    rows: [...rowsOf(definition, shown), ...unseenRows(definition, shown)].sort(bySensitivity),
    lowered: loweredClaims(definition),
    alternatives: options.alternatives === false ? [] : alternatives(definition, shown, consumers),
    consumers: consumers.length,
    contracts: effectiveContracts(definition).length,
  };
}

/** Readers of the same kind and party, by the same releases, share a row. */
function rowsOf(definition: MapperDefinition, shown: readonly Exposure[]): readonly PrivacyRow[] {
  const rows = new Map<string, PrivacyRow>();
  for (const exposure of shown) {
    const { claim, level, category, tokenType, to, releasers, lifetime, at } = exposure;
    const name = JSON.stringify([claim, level, category, tokenType, to.kind, to.party, releasers]);
    const row = rows.get(name);
    const kind = definition.tokenTypes.get(tokenType)?.kind;
    if (row !== undefined) rows.set(name, { ...row, readers: [...row.readers, to] });
    else if (kind !== undefined) {
      const token = { type: tokenType, kind, ...(lifetime !== undefined && { lifetime }) };
      const releases = releasers.map((by) => purposeOf(definition, by));
      rows.set(name, { claim, level, category, token, readers: [to], releases, at });
    }
  }
  return [...rows.values()];
}

function purposeOf({ scopes }: MapperDefinition, by: Releaser): ReleasePurpose {
  const purpose = by.kind === 'scope' ? scopes.get(by.name)?.description : undefined;
  return { by, ...(purpose !== undefined && { purpose }) };
}

/** Claims that were written down and that no readable token holds: only the issuer knows them. */
function unseenRows(definition: MapperDefinition, shown: readonly Exposure[]): readonly PrivacyRow[] {
  const seen = new Set(shown.map(({ claim }) => claim));
  const issuer = { kind: 'issuer', name: definition.name, party: 'first' } as const;
  return [...definition.claims.values()].flatMap((claim): readonly PrivacyRow[] => {
    const privacy = privacyOf(claim, { claim });
    const name = showPath(claim.path);
    if (claim.implied || seen.has(name) || !tellsSomething(privacy.level)) return [];
    return [{ claim: name, ...privacy, readers: [issuer], releases: [], at: claim.at }];
  });
}

function loweredClaims({ claims }: MapperDefinition): readonly LoweredClaim[] {
  return [...claims.values()]
    .flatMap((claim): readonly LoweredClaim[] => {
      const { level, reason } = claim.privacy ?? {};
      const named = guessedPrivacy(claim.path, claim).level;
      if (level === undefined || privacyRank(level) >= privacyRank(named) || !tellsSomething(named))
        return [];
      return [{ claim: showPath(claim.path), level, named, ...(reason && { reason }), at: claim.at }];
    })
    .sort((one, other) => (one.claim < other.claim ? -1 : 1));
}

function bySensitivity(one: PrivacyRow, other: PrivacyRow): number {
  return privacyRank(other.level) - privacyRank(one.level) || (nameOf(one) < nameOf(other) ? -1 : 1);
}

function nameOf({ claim, token, readers }: PrivacyRow): string {
  return JSON.stringify([claim, token?.type ?? '', readers]);
}
