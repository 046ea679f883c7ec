import type { Claim, Problem, Release, Releases, Unresolved } from '../../model/index.ts';
import { effectsOf, type MapperEffect, type MapperOwner } from './mapped.ts';
import type { Mapper } from './mapper.ts';
import type { Sink } from './sinks.ts';
import { AUDIENCE } from './system-claims.ts';
import { TOKEN_OF } from './token-names.ts';
import type { KeycloakVersion } from './version.ts';

/** A release as a mapper's flags say it. */
interface Released {
  readonly release: Release;
  readonly sinks: ReadonlySet<Sink>;
}

/** What all mappers of one client or client scope do together. */
export interface OwnerEffects {
  readonly claims: readonly Claim[];
  /** Ids of the claims that lightweight access tokens keep. */
  readonly lightweight: readonly string[];
  readonly releases: Releases;
  readonly audiences: readonly AddedAudience[];
  /** Whether every client for which the user has a role becomes an audience. */
  readonly resolvesAudience: boolean;
  readonly pairwise: boolean;
  readonly unresolved: readonly Unresolved[];
  readonly problems: readonly Problem[];
}

/** One audience, and the tokens that get it. */
interface AddedAudience {
  readonly audience: string;
  readonly sinks: ReadonlySet<Sink>;
  readonly mapper: Mapper;
}

/** What is the same for all mappers of a realm. */
export interface RealmContext {
  readonly version: KeycloakVersion;
  /** Names of the token types that are lightweight access tokens. */
  readonly lightweightTypes: readonly string[];
  /** The id of a claim entry, made unique. */
  readonly idOf: (owner: MapperOwner, mapper: Mapper) => string;
}

/** Reads the mappers of one owner. */
export function readOwner(
  owner: MapperOwner & { readonly mappers: readonly Mapper[] },
  { version, lightweightTypes, idOf }: RealmContext,
): OwnerEffects {
  const effects = owner.mappers.flatMap((mapper) =>
    effectsOf(mapper, owner, idOf(owner, mapper), version).map((effect) => ({ ...effect, mapper })),
  );
  const released = effects.flatMap((effect) => releaseOf(effect, effect.mapper));
  const lightweight = released.filter(({ sinks }) => sinks.has('lightweight'));
  return {
    claims: effects.flatMap((effect) => ('claim' in effect ? [effect.claim] : [])),
    lightweight: lightweight.map(({ release }) => release.claim),
    releases: releasesOf(released, lightweightTypes),
    audiences: effects.filter((effect) => effect.effect === 'audience'),
    resolvesAudience: effects.some(({ effect }) => effect === 'audience-resolve'),
    pairwise: owner.mappers.some(({ protocolMapper }) => protocolMapper.endsWith('-pairwise-sub-mapper')),
    unresolved: effects.flatMap((effect) => (effect.effect === 'unresolved' ? [effect.unresolved] : [])),
    problems: effects.flatMap((effect) => (effect.effect === 'problem' ? [effect.problem] : [])),
  };
}

/** Named audiences are one claim that several mappers release; those of roles can be any. */
function releaseOf(effect: MapperEffect, { at }: Mapper): readonly Released[] {
  switch (effect.effect) {
    case 'claim':
    case 'audience-resolve':
      return [{ release: { claim: effect.claim.id, at }, sinks: effect.sinks }];
    case 'audience':
      return [{ release: { claim: AUDIENCE, at }, sinks: withoutId(effect.sinks) }];
    default:
      return [];
  }
}

/** An ID token's audience is part of the token type: it always has the client itself. */
function withoutId(sinks: ReadonlySet<Sink>): ReadonlySet<Sink> {
  return new Set([...sinks].filter((sink) => sink !== 'id'));
}

/** Names claim entries; ids stay unique where a hand-written realm uses a mapper's name twice. */
export function idMaker(): RealmContext['idOf'] {
  const used = new Map<string, number>();
  return (owner, mapper) => {
    const id = `${owner.kind} ${owner.name} / ${mapper.name}`;
    const count = (used.get(id) ?? 0) + 1;
    used.set(id, count);
    return count === 1 ? id : `${id} (${count})`;
  };
}

function releasesOf(released: readonly Released[], lightweightTypes: readonly string[]): Releases {
  const releases = new Map<string, Release[]>();
  const add = (tokenType: string, release: Release): void => {
    releases.set(tokenType, [...(releases.get(tokenType) ?? []), release]);
  };
  for (const { release, sinks } of released) {
    for (const sink of sinks) {
      if (sink !== 'lightweight') add(TOKEN_OF[sink], release);
      // A release to access tokens reaches the lightweight ones, which keep what their filter names.
      else if (!sinks.has('access')) for (const name of lightweightTypes) add(name, release);
    }
  }
  return releases;
}
