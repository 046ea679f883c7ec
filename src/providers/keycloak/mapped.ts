import type { Claim, Problem, Unresolved } from '../../model/index.ts';
import { mapperInfo } from './catalogue.ts';
import { refusal } from './claim-path.ts';
import { constant, STRING } from './claim-values.ts';
import { claimOf } from './mapped-claim.ts';
import { describeConfig, type Mapper } from './mapper.ts';
import { isRegistered } from './registered-names.ts';
import { FLAG_KEYS, type Sink, sinksOf } from './sinks.ts';
import { tokenTypesOf } from './token-names.ts';
import type { KeycloakVersion } from './version.ts';

/** The client or client scope that a mapper belongs to. */
export interface MapperOwner {
  readonly kind: 'client' | 'scope';
  readonly name: string;
}

/** One thing that a mapper does. */
export type MapperEffect =
  | { readonly effect: 'claim'; readonly claim: Claim; readonly sinks: ReadonlySet<Sink> }
  | { readonly effect: 'audience'; readonly audience: string; readonly sinks: ReadonlySet<Sink> }
  | { readonly effect: 'audience-resolve'; readonly claim: Claim; readonly sinks: ReadonlySet<Sink> }
  | { readonly effect: 'unresolved'; readonly unresolved: Unresolved }
  | { readonly effect: 'problem'; readonly problem: Problem };

/** Claims that the `claims` parameter may ask of `oidc-claims-param-token-mapper`. */
const REQUESTABLE = ['name', 'given_name', 'family_name', 'preferred_username', 'email'] as const;

/**
 * What a mapper does to tokens. Nothing is dropped: a mapper that can't be understood is unresolved, one that
 * has no effect though it looks as if it had one is a problem.
 */
export function effectsOf(
  mapper: Mapper,
  owner: MapperOwner,
  id: string,
  version: KeycloakVersion,
): readonly MapperEffect[] {
  const info = mapperInfo(mapper.protocolMapper);
  const silent = info.effect === 'script' && ![...FLAG_KEYS].some((key) => mapper.config.has(key));
  const sinks = sinksOf(mapper, info.writes, silent ? 'none' : info.flags);
  switch (info.effect) {
    case 'audience': {
      const audience =
        mapper.config.get('included.client.audience') || mapper.config.get('included.custom.audience');
      return audience ? [{ effect: 'audience', audience, sinks }] : [];
    }
    case 'audience-resolve':
      return resolvedAudience(claimOf(mapper, info, id, version), sinks);
    case 'requested-claims':
      return REQUESTABLE.map((name) => ({ effect: 'claim', claim: requested(mapper, id, name), sinks }));
    case 'roles':
      return [
        unresolvedBy(
          mapper,
          owner,
          sinks,
          `the mapper "${mapper.name}" changes what roles are called or granted`,
        ),
      ];
    case 'script':
    case 'claim': {
      const claim = claimOf(mapper, info, id, version);
      const reason = `the values come from "${mapper.protocolMapper}", which is code outside the export`;
      if (claim === undefined)
        return info.effect === 'script' ? [unresolvedBy(mapper, owner, sinks, reason)] : [];
      const refused = (info.named ? refusal(claim.path) : undefined) ?? withoutValue(mapper);
      if (refused !== undefined) return [noEffect(mapper, owner, refused)];
      return [
        {
          effect: 'claim',
          claim: info.effect === 'script' ? { ...claim, unresolved: reason } : claim,
          sinks,
        },
      ];
    }
  }
}

function resolvedAudience(claim: Claim | undefined, sinks: ReadonlySet<Sink>): readonly MapperEffect[] {
  return claim === undefined ? [] : [{ effect: 'audience-resolve', claim, sinks }];
}

function withoutValue(mapper: Mapper): string | undefined {
  if (mapper.protocolMapper !== 'oidc-hardcoded-claim-mapper' || constant(mapper) !== undefined)
    return undefined;
  return `"${mapper.config.get('claim.value') ?? ''}" is not of type ${mapper.config.get('jsonType.label') ?? 'String'}`;
}

function requested(mapper: Mapper, id: string, name: string): Claim {
  return {
    id: `${id} / ${name}`,
    path: [name],
    about: 'user',
    presence: 'sometimes',
    schema: STRING,
    growth: 'open',
    planned: [],
    source: `${mapper.protocolMapper} ${name}`,
    registered: isRegistered([name]),
    implied: false,
    at: mapper.at,
  };
}

function unresolvedBy(
  mapper: Mapper,
  owner: MapperOwner,
  sinks: ReadonlySet<Sink>,
  reason: string,
): MapperEffect {
  const unresolved: Unresolved = {
    reason,
    content: describeConfig(mapper, mapper.config.keys()),
    at: mapper.at,
    tokenTypes: tokenTypesOf(sinks),
    [owner.kind]: owner.name,
  };
  return { effect: 'unresolved', unresolved };
}

function noEffect(mapper: Mapper, owner: MapperOwner, why: string): MapperEffect {
  return {
    effect: 'problem',
    problem: {
      kind: 'conflict',
      at: mapper.at,
      message: `the mapper "${mapper.name}" of ${owner.kind} "${owner.name}" writes no claim: ${why}`,
      help: 'give it a value and a claim name that Keycloak accepts, or delete it',
    },
  };
}
