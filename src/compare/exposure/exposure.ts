import {
  contractShape,
  effectiveContracts,
  kept,
  type Part,
  partsOf,
  unboundLayersOf,
} from '../../contract/index.ts';
import type {
  Consumer,
  EffectiveClaim,
  EffectiveContract,
  Exposure,
  MapperDefinition,
  PrivacyLevel,
  Releaser,
} from '../../model/index.ts';
import { showPath } from '../../model/index.ts';
import { declaredName } from '../facts/claim-pairs.ts';
import { memberPrivacy, privacyOf } from './claim-privacy.ts';
import { whoReads } from './who-reads.ts';

/** Levels that tell nothing about a person; what a secret or an internal address tells is worth showing. */
const IMPERSONAL: ReadonlySet<PrivacyLevel> = new Set([
  'public',
  'technical',
  'organisational',
  'authorization',
]);

/** Whether data of this level is followed to who can read it. */
export function tellsSomething(level: PrivacyLevel): boolean {
  return !IMPERSONAL.has(level);
}

/**
 * Which personal data whoever can read in which tokens. A JWT shows all of its claims to everyone who holds
 * it, so also to the client; a reference token shows nothing to anyone.
 *
 * @param consumers tell which gateways read which tokens
 * @param tells which claims are followed; without it, those that tell something about a person or a machine
 * @returns one entry per token type, claim and reader, sorted
 */
export function exposures(
  definition: MapperDefinition,
  consumers: readonly Consumer[] = [],
  tells: Tells = ({ level }) => tellsSomething(level),
): readonly Exposure[] {
  const found = new Map<string, Exposure>();
  const shown = new Map<object, readonly ShownClaim[]>();
  const looked: Looked = { shown: new Map(), keys: new Map() };
  for (const contract of effectiveContracts(definition)) {
    const readers = whoReads(contract, definition, consumers);
    if (readers.length === 0) continue;
    const shape = contractShape(contract);
    const claims = shown.get(shape) ?? toldBy(contract, tells, looked);
    shown.set(shape, claims);
    for (const to of readers) {
      for (const claim of claims) {
        const { lifetime, key } = contract;
        const exposure = {
          tokenType: key.tokenType,
          to,
          ...claim,
          ...(lifetime !== undefined && { lifetime }),
        };
        const name = exposureName(exposure);
        const earlier = found.get(name);
        found.set(name, earlier === undefined ? exposure : alsoReleasedBy(earlier, claim.releasers));
      }
    }
  }
  return [...found].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, exposure]) => exposure);
}

/** The same for the same claim, reader and token type, whatever releases it. */
export function exposureName({ tokenType, claim, to }: Exposure): string {
  return JSON.stringify([tokenType, claim, to.kind, to.name]);
}

/** The same claim may come by another way where the client asks for another resource. */
function alsoReleasedBy(exposure: Exposure, releasers: readonly Releaser[]): Exposure {
  const known = exposure.releasers;
  const isKnown = ({ kind, name }: Releaser): boolean =>
    known.some((releaser) => releaser.kind === kind && releaser.name === name);
  if (releasers === known || releasers.every(isKnown)) return exposure;
  return { ...exposure, releasers: sortedReleasers([...known, ...releasers]) };
}

const showReleaser = ({ kind, name }: Releaser): string => `${kind.replace('-', ' ')} "${name}"`;

function sortedReleasers(releasers: readonly Releaser[]): readonly Releaser[] {
  const byName = new Map(releasers.map((releaser) => [showReleaser(releaser), releaser]));
  return [...byName].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, releaser]) => releaser);
}

/** An exposure without its reader: clients that differ by their names only share them. */
type ShownClaim = Omit<Exposure, 'tokenType' | 'to'>;

type Claims = EffectiveContract['claims'];

/** Whether a claim is followed, by its name and how much it tells. */
type Tells = (claim: Pick<ShownClaim, 'claim' | 'level'>) => boolean;

/** What was found of what contracts share, to look at it once. */
interface Looked {
  readonly shown: Map<Claims, ReadonlyMap<string, readonly ShownClaim[]>>;
  readonly keys: Map<Part, readonly string[]>;
}

/** What a contract shows; what it shares with others is looked through once. */
function toldBy(contract: EffectiveContract, tells: Tells, looked: Looked): readonly ShownClaim[] {
  const { shared, own } = unboundLayersOf(contract.claims);
  const known = looked.shown.get(shared) ?? shownClaims(shared, tellingKeys(shared, tells, looked), tells);
  looked.shown.set(shared, known);
  const found = [...known].filter(([key]) => !own.has(key)).flatMap(([, claims]) => claims);
  return [...found, ...[...shownClaims(own, own.keys(), tells).values()].flat()];
}

/** Keys of which one release or another tells something; what else is told of a claim, its releases tell together. */
function tellingKeys(claims: Claims, tells: Tells, { keys }: Looked): Iterable<string> {
  const found = new Set<string>();
  for (const part of partsOf(claims)) {
    let telling = keys.get(part);
    if (telling === undefined) {
      telling = part.claims.filter((claim) => told(claim).some(tells)).map(({ key }) => key);
      keys.set(part, telling);
    }
    for (const key of telling) found.add(key);
  }
  return [...found].sort();
}

/** By key: the claim, and the members of its value that tell more than it says of itself. */
function shownClaims(
  claims: Claims,
  keys: Iterable<string>,
  tells: Tells,
): ReadonlyMap<string, readonly ShownClaim[]> {
  const found = new Map<string, readonly ShownClaim[]>();
  for (const key of keys) {
    const claim = claims.get(key);
    if (claim !== undefined && told(claim).some(tells)) found.set(key, shownClaim(claim).filter(tells));
  }
  return found;
}

type ToldClaim = Pick<ShownClaim, 'claim' | 'level' | 'category'>;

const known = new WeakMap<object, readonly ToldClaim[]>();

/** What an entry tells is the same in all its releases, but where a client's name stands in its path. */
function told(claim: EffectiveClaim): readonly ToldClaim[] {
  const entry = claim.releases[0]?.claim;
  const holder = entry?.path === claim.path ? entry : claim;
  const answer = known.get(holder) ?? [
    { claim: declaredName(claim), ...privacyOf(claim, entry === undefined ? {} : { claim: entry }) },
    ...(entry === undefined ? [] : memberPrivacy(entry)).map(({ path, ...privacy }) => ({
      claim: showPath(path),
      ...privacy,
    })),
  ];
  known.set(holder, answer);
  return answer;
}

/** Many contracts have the same object where a claim is released in one way. */
const shownClaim = kept((claim: EffectiveClaim): readonly ShownClaim[] => {
  const [release] = claim.releases;
  if (release === undefined) return [];
  // The subject of a token that a client got for itself is the client (RFC 9068 section 2.2).
  if (release.claim === undefined && claim.about === 'client') return [];
  const releasedBy = showReleaser(release.by);
  const releasers = sortedReleasers(claim.releases.map(({ by }) => by));
  return told(claim).map((one) => ({ ...one, releasedBy, releasers, at: release.at }));
});
