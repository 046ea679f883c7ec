import { isGranted, isTemplate, kept } from '../../contract/index.ts';
import type { DecodedToken, Grant, MapperDefinition } from '../../model/index.ts';
import { statedGrant } from '../grant.ts';

const templatesOf = kept(({ scopes }: MapperDefinition) => [...scopes.keys()].filter(isTemplate));

/**
 * Scopes as a definition names them: one with parameters by its template, since it is the scope that people ask
 * about, and what stands for a parameter may say whose token it is.
 *
 * @example declaredScopes(['openid', 'payment:4711'], definition) // ['openid', 'payment:{id}']
 */
export function declaredScopes(
  scopes: readonly string[],
  definition: MapperDefinition | undefined,
): readonly string[] {
  if (definition === undefined || templatesOf(definition).length === 0) return scopes;
  const declared = (scope: string): string => {
    if (definition.scopes.has(scope)) return scope;
    const asked = new Set([scope]);
    return templatesOf(definition).find((template) => isGranted(template, asked)) ?? scope;
  };
  return [...new Set(scopes.map(declared))];
}

/** Tokens of one grant share theirs. */
const statedByGrant = new WeakMap<Grant, readonly string[]>();

/** The scopes that a token carries. Those that its client gets by default may not be all that were granted. */
export function statedScopes({ grant, payload, kind, mapper }: DecodedToken): readonly string[] | undefined {
  if (payload === undefined || (payload.scope ?? payload.scp) === undefined) return undefined;
  const known = grant && statedByGrant.get(grant);
  if (known !== undefined) return known;
  const stated = grant?.scopes ?? [...(statedGrant(payload, kind).scopes ?? [])].sort();
  const scopes = declaredScopes(stated, mapper);
  if (grant !== undefined) statedByGrant.set(grant, scopes);
  return scopes;
}
