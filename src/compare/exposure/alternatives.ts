import {
  type Alternative,
  type Consumer,
  comparePlaces,
  type Exposure,
  type MapperDefinition,
  type TokenKind,
} from '../../model/index.ts';
import { isPersonal, privacyRank } from '../../privacy/classification.ts';
import { compare } from '../compare.ts';
import { effectsOf } from './alternative-effects.ts';
import { movedToUserinfo, withAgeOver18, withPairwise, withReferenceTokens } from './minimised.ts';

/** An edit that shows less, before anybody asked what it breaks. */
type Proposal = Pick<Alternative, 'kind' | 'claims' | 'tokenType' | 'clients' | 'at'> & {
  readonly after: MapperDefinition;
  /** What it would not show any more, or not as the same. */
  readonly lost: readonly Exposure[];
};

const MOVABLE: readonly TokenKind[] = ['id_token', 'access_token'];

const sorted = (names: Iterable<string>): readonly string[] => [...new Set(names)].sort();

/**
 * Ways to show less than a definition does, each with what it would break: the definition is compared with
 * itself edited so.
 *
 * @param shown what the definition shows
 */
export function alternatives(
  definition: MapperDefinition,
  shown: readonly Exposure[],
  consumers: readonly Consumer[],
): readonly Alternative[] {
  const proposals = [
    ...MOVABLE.flatMap((kind) => inUserinfo(definition, shown, kind)),
    ...asReferences(definition, shown),
    ...asAge(definition, shown),
    ...asPairwise(definition, shown),
  ];
  return proposals.map(({ after, lost, ...proposal }) => {
    const comparison = compare(definition, after, consumers);
    const effects = effectsOf(comparison, lost, consumers);
    return { ...proposal, effects, requiredBump: comparison.requiredBump };
  });
}

function proposed(
  kind: Alternative['kind'],
  shown: readonly Exposure[],
  after: MapperDefinition,
  about: { readonly tokenType?: string; readonly clients?: readonly string[] } = {},
): readonly Proposal[] {
  const [first] = [...shown].sort((one, other) => comparePlaces(one.at, other.at));
  if (first === undefined) return [];
  const claims = sorted(shown.map(({ claim }) => claim));
  return [{ kind, claims, clients: [], ...about, at: first.at, after, lost: shown }];
}

const kindOf = ({ tokenTypes }: MapperDefinition, { tokenType }: Exposure): TokenKind | undefined =>
  tokenTypes.get(tokenType)?.kind;

/** What a profile brings, a request asks for or an exchange copies has no line that could be moved. */
const isReleased = ({ releasers }: Exposure): boolean =>
  releasers.some(({ kind }) => kind === 'scope' || kind === 'token-type' || kind === 'client');

function inUserinfo(
  definition: MapperDefinition,
  shown: readonly Exposure[],
  kind: TokenKind,
): readonly Proposal[] {
  if (![...definition.tokenTypes.values()].some((tokenType) => tokenType.kind === 'userinfo')) return [];
  const movable = shown.filter(
    (exposure) => isPersonal(exposure.level) && kindOf(definition, exposure) === kind && isReleased(exposure),
  );
  const after = movedToUserinfo(definition, kind, new Set(movable.map(({ claim }) => claim)));
  return proposed('userinfo', movable, after, { tokenType: kind });
}

/** Third parties that hold an access token read all of it, though it is not for them. */
function asReferences(definition: MapperDefinition, shown: readonly Exposure[]): readonly Proposal[] {
  const held = shown.filter(
    (exposure) =>
      exposure.to.kind === 'client' &&
      exposure.to.party === 'third' &&
      privacyRank(exposure.level) > privacyRank('pseudonymous-identifier') &&
      kindOf(definition, exposure) === 'access_token',
  );
  return sorted(held.map(({ tokenType }) => tokenType)).flatMap((tokenType) => {
    const own = held.filter((exposure) => exposure.tokenType === tokenType);
    const clients = sorted(own.map(({ to }) => to.name));
    return proposed('reference-token', own, withReferenceTokens(definition, tokenType, clients), {
      tokenType,
      clients,
    });
  });
}

function asAge(definition: MapperDefinition, shown: readonly Exposure[]): readonly Proposal[] {
  const births = shown.filter(
    (exposure) => exposure.category === 'user.demographic.date_of_birth' && isReleased(exposure),
  );
  return proposed(
    'age-over-18',
    births,
    withAgeOver18(definition, new Set(births.map(({ claim }) => claim))),
  );
}

function asPairwise(definition: MapperDefinition, shown: readonly Exposure[]): readonly Proposal[] {
  const known = shown.filter(
    ({ claim, to }) =>
      claim === 'sub' &&
      to.kind === 'client' &&
      to.party === 'third' &&
      definition.clients.get(to.name)?.subject === 'public',
  );
  const clients = sorted(known.map(({ to }) => to.name));
  const at = definition.clients.get(clients[0] ?? '')?.at;
  return proposed('pairwise-subject', known, withPairwise(definition, clients), { clients }).map(
    (proposal) => ({ ...proposal, at: at ?? proposal.at }),
  );
}
