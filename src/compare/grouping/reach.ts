import type { EffectiveContract, MapperDefinition } from '../../model/index.ts';
import type { GrantPair } from '../grants.ts';
import type { ContractPair } from '../pairing.ts';
import { scopeAfter, scopeBefore, type Versions } from '../versions.ts';
import {
  type Direction,
  type Explanation,
  explainScope,
  explanation,
  openingChange,
} from './explained-scopes.ts';

/** What explains that a client's tokens can be for a resource in one version only. */
export function reachChange(
  direction: Direction,
  versions: Versions,
  pair: ContractPair,
  grant: GrantPair,
  resource: string,
): Explanation | undefined {
  const isLost = direction === 'lost';
  const [here, there] = isLost ? [versions.before, versions.after] : [versions.after, versions.before];
  if (!there.resources.has(resource)) {
    return explanation(isLost ? 'resource-removed' : 'resource-added', [resource]);
  }
  const [holding, otherHolding] = isLost ? [pair.before, pair.after] : [pair.after, pair.before];
  const otherName = isLost ? scopeAfter : scopeBefore;
  for (const scope of guardsOf(here, resource)) {
    const how = held(holding, scope);
    if (how === undefined) continue;
    const isHeldAlike = how === held(otherHolding, otherName(versions, scope));
    const found =
      openingChange(versions, scope, resource) ??
      (isHeldAlike ? undefined : explainScope(direction, versions, pair, grant, scope));
    if (found !== undefined) return found;
  }
  return guardChange(versions, resource);
}

function held({ defaultScopes, optionalScopes }: EffectiveContract, scope: string) {
  if (defaultScopes.includes(scope)) return 'default';
  return optionalScopes.includes(scope) ? 'optional' : undefined;
}

/**
 * The edit by which a resource is guarded by scopes now, or no longer. Where requests name the resource
 * (RFC 8707), everybody can ask for one that no scope opens.
 */
export function guardChange(versions: Versions, resource: string | undefined): Explanation | undefined {
  if (resource === undefined) return undefined;
  const [was] = guardsOf(versions.before, resource);
  const [is] = guardsOf(versions.after, resource);
  if (was === undefined && is !== undefined) {
    return openingChange(versions, is, resource) ?? explanation('scope-added', [is], is);
  }
  if (was === undefined || is !== undefined) return undefined;
  return openingChange(versions, was, resource) ?? explanation('scope-removed', [was], was);
}

function guardsOf({ scopes }: MapperDefinition, resource: string): readonly string[] {
  const guards = [...scopes.values()].filter(({ resources }) => resources.includes(resource));
  return guards.map(({ name }) => name).sort();
}
