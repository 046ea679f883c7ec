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
  | { readonly effect: 'audience'; readonly audience: string; readonly sinks: ReadonlySet<Sink> }
  | {
      readonly effect: 'claim' | 'audience-resolve';
      readonly claim: Claim;
      readonly sinks: ReadonlySet<Sink>;
    }
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
      const { config } = mapper;
      const audience = config.get('included.client.audience') || config.get('included.custom.audience');
      return audience
        ? [{ effect: 'audience', audience, sinks }]
        : [withoutEffect(mapper, owner, 'it names no audience')];
    }
    case 'requested-claims':
      return REQUESTABLE.map((name) => ({ effect: 'claim', claim: requested(mapper, id, name), sinks }));
    case 'roles':
      return [
        unresolvedBy(mapper, owner, sinks, `"${mapper.name}" changes what roles are called or granted`),
      ];
    case 'script': {
      const claim = claimOf(mapper, info, id, version);
      const unresolved = `the values come from "${mapper.protocolMapper}", which is code outside the export`;
      if (claim === undefined) return [unresolvedBy(mapper, owner, sinks, unresolved)];
      return [{ effect: 'claim', claim: { ...claim, unresolved }, sinks }];
    }
    case 'claim':
    case 'audience-resolve': {
      const claim = claimOf(mapper, info, id, version);
      if (claim === undefined) return [withoutEffect(mapper, owner, 'it has no claim name')];
      const refused = (info.named ? refusal(claim.path) : undefined) ?? withoutValue(mapper);
      return refused === undefined
        ? [{ effect: info.effect, claim, sinks }]
        : [withoutEffect(mapper, owner, refused)];
    }
  }
}

/** Why a hardcoded claim has no value. */
function withoutValue({ protocolMapper, config }: Mapper): string | undefined {
  if (protocolMapper !== 'oidc-hardcoded-claim-mapper' || constant(config) !== undefined) return undefined;
  return `"${config.get('claim.value') ?? ''}" is not of type ${config.get('jsonType.label') ?? 'String'}`;
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

function withoutEffect(mapper: Mapper, owner: MapperOwner, why: string): MapperEffect {
  return {
    effect: 'problem',
    problem: {
      kind: 'conflict',
      at: mapper.at,
      message: `the mapper "${mapper.name}" of ${owner.kind} "${owner.name}" writes no claim: ${why}`,
      help: 'complete its configuration, or delete it',
    },
  };
}
