import { exposures } from '../compare/exposure/exposure.ts';
import { effectiveContracts, once, type Part, partsOf, unboundLayersOf } from '../contract/index.ts';
import type { EffectiveContract, ExposedTo, Exposure, MapperDefinition } from '../model/index.ts';
import { groupedBy, mapped } from '../model/index.ts';

/** Personal data in a token, with everyone who reads it there. */
interface SharedExposure {
  readonly exposure: Exposure;
  readonly readers: readonly ExposedTo[];
  /** Names of the token types into which the same line releases it. */
  readonly tokenTypes: readonly string[];
}

/** What follows from a definition, worked out when the first rule asks for it. */
export interface Survey {
  readonly mapper: MapperDefinition;
  contracts(): readonly EffectiveContract[];
  exposures(): readonly Exposure[];
  sharedExposures(): readonly SharedExposure[];
  /** Names of the token types that may hold a claim, by the claim's id. */
  tokenTypesOf(): ReadonlyMap<string, readonly string[]>;
}

export function survey(mapper: MapperDefinition): Survey {
  const contracts = once(() => effectiveContracts(mapper));
  const findExposures = once(() => exposures(mapper));
  return {
    mapper,
    contracts,
    exposures: findExposures,
    sharedExposures: once(() => shared(findExposures())),
    tokenTypesOf: once(() => tokenTypesByClaim(contracts())),
  };
}

/** One line that releases one claim is one exposure, whoever reads it in however many token types. */
function shared(all: readonly Exposure[]): readonly SharedExposure[] {
  const groups = groupedBy(all, ({ claim, at }) => JSON.stringify([claim, at.file, at.line, at.column]));
  return [...groups.values()].map((group) => ({
    exposure: group[0],
    readers: group.map(({ to }) => to),
    tokenTypes: [...new Set(group.map(({ tokenType }) => tokenType))],
  }));
}

function tokenTypesByClaim(contracts: readonly EffectiveContract[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  // What brings most claims is the same object in thousands of contracts.
  const seen = new Map<string, Set<Part>>();
  for (const { key, claims } of contracts) {
    const known = seen.get(key.tokenType) ?? new Set();
    seen.set(key.tokenType, known);
    const layers = unboundLayersOf(claims);
    for (const part of [layers.shared, layers.own].flatMap(partsOf)) {
      if (known.has(part)) continue;
      known.add(part);
      for (const { claim } of part.claims.flatMap(({ releases }) => releases)) {
        if (claim === undefined) continue;
        const names = found.get(claim.id) ?? new Set<string>();
        found.set(claim.id, names.add(key.tokenType));
      }
    }
  }
  return mapped(found, (names) => [...names].sort());
}
