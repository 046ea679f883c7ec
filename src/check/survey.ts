import { exposures as exposuresOf } from '../compare/index.ts';
import { effectiveContracts } from '../contract/index.ts';
import type { EffectiveContract, ExposedTo, Exposure, MapperDefinition } from '../model/index.ts';

/** Personal data in a token, with everyone who reads it there. */
export interface SharedExposure {
  readonly exposure: Exposure;
  readonly readers: readonly ExposedTo[];
}

/** What follows from a definition, worked out when the first rule asks for it. */
export interface Survey {
  readonly mapper: MapperDefinition;
  contracts(): readonly EffectiveContract[];
  exposures(): readonly SharedExposure[];
  /** Names of the token types that may hold a claim, by the claim's id. */
  tokenTypesOf(): ReadonlyMap<string, readonly string[]>;
}

export function survey(mapper: MapperDefinition): Survey {
  const contracts = once(() => effectiveContracts(mapper));
  return {
    mapper,
    contracts,
    exposures: once(() => shared(exposuresOf(mapper))),
    tokenTypesOf: once(() => tokenTypesByClaim(contracts())),
  };
}

function once<T>(work: () => T): () => T {
  let done: { readonly value: T } | undefined;
  return () => {
    done ??= { value: work() };
    return done.value;
  };
}

function shared(exposures: readonly Exposure[]): readonly SharedExposure[] {
  const groups = new Map<string, { exposure: Exposure; readers: ExposedTo[] }>();
  for (const exposure of exposures) {
    const key = JSON.stringify([exposure.tokenType, exposure.claim]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { exposure, readers: [exposure.to] });
    else group.readers.push(exposure.to);
  }
  return [...groups.values()];
}

function tokenTypesByClaim(contracts: readonly EffectiveContract[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const { key, claims } of contracts) {
    for (const { releases } of claims.values()) {
      for (const { claim } of releases) {
        if (claim === undefined) continue;
        const names = found.get(claim.id) ?? new Set<string>();
        found.set(claim.id, names.add(key.tokenType));
      }
    }
  }
  return new Map([...found].map(([id, names]) => [id, [...names].sort()]));
}
