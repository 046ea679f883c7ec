import type { EffectiveContract, MapperDefinition } from '../model/index.ts';
import { isSameValue } from '../model/index.ts';
import { scopeRenames } from './facts/scope-renames.ts';

/** The two definitions that are compared, and which scope of one stands for which of the other. */
export interface Versions {
  readonly before: MapperDefinition;
  readonly after: MapperDefinition;
  /** Only scopes that have another name after: name before → name after. */
  readonly renamedScopes: ReadonlyMap<string, string>;
  /** The same, name after → name before. */
  readonly formerScopes: ReadonlyMap<string, string>;
}

export function versionsOf(before: MapperDefinition, after: MapperDefinition): Versions {
  const renamedScopes = scopeRenames(before, after);
  const formerScopes = new Map([...renamedScopes].map(([was, is]) => [is, was]));
  return { before, after, renamedScopes, formerScopes };
}

/** The name after of a scope of before. */
export function scopeAfter({ renamedScopes }: Versions, scope: string): string {
  return renamedScopes.get(scope) ?? scope;
}

/** The name before of a scope of after. */
export function scopeBefore({ formerScopes }: Versions, scope: string): string {
  return formerScopes.get(scope) ?? scope;
}

/** Whether the same scopes may be granted, by the same names. */
export function hasSameScopes(
  { renamedScopes }: Versions,
  before: EffectiveContract,
  after: EffectiveContract,
): boolean {
  return (
    renamedScopes.size === 0 &&
    isSameValue(before.defaultScopes, after.defaultScopes) &&
    isSameValue(before.optionalScopes, after.optionalScopes)
  );
}
