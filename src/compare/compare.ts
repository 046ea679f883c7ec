import { contractShape, effectiveContracts } from '../contract/index.ts';
import type { Comparison, Consumer, MapperDefinition } from '../model/index.ts';
import { decisionEffects } from './authorization/decisions.ts';
import { requiredBump } from './bump.ts';
import { consumerEffects } from './consumers/consumers.ts';
import { exposureChanges } from './exposure/exposure-changes.ts';
import { audienceFacts } from './facts/audiences.ts';
import { type ClaimRenames, claimRenames } from './facts/claim-pairs.ts';
import { claimFacts } from './facts/claims.ts';
import { clientFacts } from './facts/clients.ts';
import { definitionFacts } from './facts/definition.ts';
import { deprecationFacts } from './facts/deprecations.ts';
import { exchangeFacts } from './facts/exchanges.ts';
import { type Fact, NO_EFFECT } from './facts/fact.ts';
import { movedFacts } from './facts/moved-claims.ts';
import { resourceFacts } from './facts/resources.ts';
import { scopeFacts } from './facts/scopes.ts';
import { existenceFacts } from './facts/token-types.ts';
import { isHidden, tokenFacts } from './facts/tokens.ts';
import { unresolvedFacts } from './facts/unresolved.ts';
import { netFacts, wholeSchemaFacts } from './facts/whole.ts';
import { type ComparedPair, type Grants, withGrants } from './grants.ts';
import { type GroupedChange, groupFacts, sortChanges } from './grouping/grouping.ts';
import { withMoves } from './grouping/moves.ts';
import { scopeEchoes } from './grouping/scope-echoes.ts';
import { withShown } from './grouping/shown-changes.ts';
import { partyEchoes } from './grouping/shown-parties.ts';
import { type InclusionListener, type Judge, makeJudge } from './judge.ts';
import { type ContractPair, contractName, type Pairing, pairContracts } from './pairing.ts';
import { type Versions, versionsOf } from './versions.ts';

/**
 * Everything that two versions of a definition mean for those who read its tokens: what changed, each edit
 * once; whether readers, the consumers' expectations and their decisions hold; and who can read what anew.
 * Effective contracts are compared, never the text, so a refactoring that changes no token is silent.
 *
 * @param onInclusion hears of every schema inclusion that a verdict rests on
 * @example compare(released, proposed, consumers).changes.filter(({ tolerant }) => tolerant.verdict === 'breaks')
 */
export function compare(
  before: MapperDefinition,
  after: MapperDefinition,
  consumers: readonly Consumer[] = [],
  onInclusion?: InclusionListener,
): Comparison {
  const versions = versionsOf(before, after);
  const contractsBefore = effectiveContracts(before);
  const contractsAfter = effectiveContracts(after);
  const pairing = pairContracts(contractsBefore, contractsAfter);
  const pairs = withGrants(versions, pairing.pairs);
  const judge = makeJudge(onInclusion);
  const changes = changesOf(versions, pairing, pairs, judge);
  const effects = {
    consumerEffects: consumerEffects(consumers, versions, pairing, pairs, judge, changes),
    decisionEffects: decisionEffects(consumers, versions, pairing, pairs, judge, changes),
  };
  return {
    before,
    after,
    changes,
    ...effects,
    exposureChanges: exposureChanges(before, after),
    requiredBump: requiredBump(changes, effects, before, after),
    contracts: new Set([...contractsBefore, ...contractsAfter].map(({ key }) => contractName(key))).size,
  };
}

function changesOf(versions: Versions, pairing: Pairing, pairs: readonly ComparedPair[], judge: Judge) {
  const grouped = groupFacts(allFacts(versions, pairing, pairs, judge), judge);
  const doubtful = pairs.filter(({ pair }) => isQuietlyChanged(grouped, pair));
  const net = groupFacts(netFacts(versions, doubtful, judge), judge);
  const changes = withMoves([...grouped, ...net].map(({ change }) => change));
  const moved = groupFacts(movedFacts(versions, changes, pairs, judge), judge).map(({ change }) => change);
  return withShown(sortChanges([...changes, ...moved]), versions, pairing, pairs);
}

/** True where something changed in a contract, and no change says that its readers break or nobody can tell. */
function isQuietlyChanged(grouped: readonly GroupedChange[], { after }: ContractPair): boolean {
  const name = contractName(after.key);
  const own = grouped.filter(({ contracts }) => contracts.has(name));
  return own.length > 0 && own.every(({ change }) => change.tolerant.verdict === 'safe');
}

function* allFacts(
  versions: Versions,
  pairing: Pairing,
  pairs: readonly ComparedPair[],
  judge: Judge,
): Iterable<Fact> {
  yield* definitionFacts(versions);
  yield* scopeFacts(versions, judge);
  yield* clientFacts(versions);
  yield* resourceFacts(versions);
  yield* exchangeFacts(versions);
  yield* deprecationFacts(versions);
  yield* existenceFacts(versions, pairing);
  yield* partyEchoes(versions, pairs);
  yield* pairFacts(versions, pairs, judge);
}

/** The facts of each pair of contracts; clients that differ by their names only share the work. */
function* pairFacts(versions: Versions, pairs: readonly ComparedPair[], judge: Judge): Iterable<Fact> {
  const renames = claimRenames(versions.before, versions.after);
  const known = new Map<object, Map<object, readonly Fact[]>>();
  for (const { pair, grants } of pairs) {
    const shape = contractShape(pair.before);
    const alike = known.get(shape) ?? new Map<object, readonly Fact[]>();
    known.set(shape, alike);
    const facts = alike.get(contractShape(pair.after));
    if (facts !== undefined) {
      for (const fact of facts) yield { ...fact, seenIn: pair.after.key, effect: NO_EFFECT };
      continue;
    }
    const made = [...contractFacts(versions, pair, grants, renames, judge)];
    alike.set(contractShape(pair.after), made);
    yield* made;
  }
}

function* contractFacts(
  versions: Versions,
  pair: ContractPair,
  grants: Grants,
  renames: ClaimRenames,
  judge: Judge,
): Iterable<Fact> {
  yield* tokenFacts(versions, pair, grants);
  if (isHidden(pair)) return;
  yield* audienceFacts(versions, pair, grants);
  yield* unresolvedFacts(pair);
  yield* scopeEchoes(versions, pair, grants);
  yield* claimFacts(versions, pair, grants, renames, judge);
  yield* wholeSchemaFacts(versions, pair, grants, judge);
}
