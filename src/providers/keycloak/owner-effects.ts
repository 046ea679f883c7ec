import type { Claim, Problem, Release, Releases, Unresolved } from '../../model/index.ts';
import { effectsOf, type MapperEffect, type MapperOwner } from './mapped.ts';

import type { Mapper } from './mapper.ts';
import type { Sink } from './sinks.ts';
import { TOKEN_OF } from './token-names.ts';
import type { KeycloakVersion } from './version.ts';

type ClaimEffect = Extract<MapperEffect, { effect: 'claim' }>;

export type { MapperOwner };

/** What all mappers of one client or client scope do together. */
export interface OwnerEffects {
  readonly claims: readonly Claim[];
  /** Ids of the claims that lightweight access tokens keep. */
  readonly lightweight: readonly string[];
  readonly releases: Releases;
  /** Audiences of access tokens and introspection, each once. */
  readonly audiences: readonly AddedAudience[];
  /** Whether every client for which the user has a role becomes an audience. */
  readonly resolvesAudience: boolean;
  readonly pairwise: boolean;
  readonly unresolved: readonly Unresolved[];
  readonly problems: readonly Problem[];
}

/** An audience, and whether lightweight access tokens have it too. */
export interface AddedAudience {
  readonly audience: string;
  readonly lightweight: boolean;
  readonly mapper: Mapper;
}

/**
 * Reads the mappers of one owner.
 *
 * @param lightweightTypes names of the token types that are lightweight access tokens
 */
export function readOwner(
  owner: MapperOwner & { readonly mappers: readonly Mapper[] },
  version: KeycloakVersion,
  lightweightTypes: readonly string[],
): OwnerEffects {
  const nextId = idMaker(owner);
  const byMapper = owner.mappers.map((mapper) => ({
    mapper,
    effects: effectsOf(mapper, owner, nextId(mapper.name), version),
  }));
  const effects = byMapper.flatMap((each) => each.effects);
  const claims = effects.filter((effect) => effect.effect === 'claim');
  return {
    claims: claims.map(({ claim }) => claim),
    lightweight: claims.filter(({ sinks }) => sinks.has('lightweight')).map(({ claim }) => claim.id),
    releases: releasesOf(claims, lightweightTypes),
    audiences: byMapper.flatMap(({ mapper, effects: own }) =>
      own.flatMap((effect) =>
        effect.effect === 'audience' && toApis(effect.sinks)
          ? [{ audience: effect.audience, lightweight: effect.sinks.has('lightweight'), mapper }]
          : [],
      ),
    ),
    resolvesAudience: effects.some((effect) => effect.effect === 'audience-resolve' && toApis(effect.sinks)),
    pairwise: owner.mappers.some(({ protocolMapper }) => protocolMapper.endsWith('-pairwise-sub-mapper')),
    unresolved: effects.flatMap((effect) => (effect.effect === 'unresolved' ? [effect.unresolved] : [])),
    problems: effects.flatMap((effect) => (effect.effect === 'problem' ? [effect.problem] : [])),
  };
}

/** Whether an API sees what goes there. */
function toApis(sinks: ReadonlySet<Sink>): boolean {
  return sinks.has('access') || sinks.has('lightweight') || sinks.has('introspection');
}

/** Ids stay unique where a hand-written realm uses a mapper's name twice. */
function idMaker(owner: MapperOwner): (name: string) => string {
  const used = new Map<string, number>();
  return (name) => {
    const count = (used.get(name) ?? 0) + 1;
    used.set(name, count);
    const id = `${owner.kind} ${owner.name} / ${name}`;
    return count === 1 ? id : `${id} (${count})`;
  };
}

function releasesOf(claims: readonly ClaimEffect[], lightweightTypes: readonly string[]): Releases {
  const releases = new Map<string, Release[]>();
  const add = (tokenType: string, claim: Claim): void => {
    const list = releases.get(tokenType) ?? [];
    releases.set(tokenType, [...list, { claim: claim.id, at: claim.at }]);
  };
  for (const { claim, sinks } of claims) {
    for (const sink of sinks) {
      if (sink !== 'lightweight') add(TOKEN_OF[sink], claim);
      // A release to access tokens reaches the lightweight ones, which keep what their filter names.
      else if (!sinks.has('access')) for (const name of lightweightTypes) add(name, claim);
    }
  }
  return releases;
}
