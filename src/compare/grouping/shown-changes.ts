import { presenceUnder } from '../../contract/index.ts';
import { CHANGES, type Change, type EffectiveClaim, type EffectiveContract } from '../../model/index.ts';
import { claimsNamed } from '../facts/claim-pairs.ts';
import type { ComparedPair } from '../grants.ts';
import type { Pairing } from '../pairing.ts';
import { scopeBefore, type Versions } from '../versions.ts';
import { answeredWitness } from '../witness/answered-witness.ts';
import {
  type Answers,
  answersTo,
  clientOf,
  type Holding,
  type Holdings,
  holdingsOf,
  type Issue,
} from '../witness/answers.ts';
import { scopeOf } from './explained-scopes.ts';

/**
 * Gives each change that neither a schema nor a fact showed the smallest request that does: one that only one
 * version answers, or one that gets the same token twice, with what differs in words. A change that is about
 * no token of anybody keeps none.
 */
export function withShown(
  changes: readonly Change[],
  versions: Versions,
  pairing: Pairing,
  pairs: readonly ComparedPair[],
): readonly Change[] {
  if (changes.every(({ witness }) => witness)) return changes;
  const holdings = holdingsOf(versions, pairing, pairs);
  return changes.map((change) => {
    const answers = change.witness === undefined ? smallestAnswers(change, versions, holdings) : undefined;
    const witness = answers && answeredWitness(change, versions, answers);
    return witness === undefined ? change : { ...change, witness };
  });
}

type Side = 'before' | 'after';

/** What one version gives and the other does not, so that a token of that version is what there is to see. */
const ONE_SIDED: ReadonlySet<string> = new Set([
  'existence',
  'grant type',
  'token type',
  'resource',
  'scope',
]);

function onlySide({ kind }: Change): Side | undefined {
  const { aspect, direction } = CHANGES[kind];
  if (!ONE_SIDED.has(aspect)) return undefined;
  if (direction === 'added' || direction === 'loosened') return 'after';
  return direction === 'removed' || direction === 'tightened' ? 'before' : undefined;
}

/** Of the first client that shows the change as it is; or else what comes nearest to it. */
function smallestAnswers(change: Change, versions: Versions, holdings: Holdings): Answers | undefined {
  const side = onlySide(change);
  const cost = (answers: Answers): number => costOf(answers, side);
  let best: Answers | undefined;
  for (const group of groupsFor(change, holdings)) {
    const found = group
      .filter((holding) => concerns(change, holding))
      .flatMap((holding) => answersAbout(change, versions, holding))
      .map((answers) => withoutOtherMeans(change, answers, side));
    for (const answers of found) if (best === undefined || cost(answers) < cost(best)) best = answers;
    if (best !== undefined && cost(best) < UNLIKE) return best;
  }
  return best;
}

/** Each client by itself; changes that name none show in the contracts of any. */
function groupsFor({ coordinates, clients }: Change, { byClient, distinct }: Holdings) {
  const names = coordinates.client === undefined ? clients : [coordinates.client];
  return names.length === 0 ? [distinct] : names.map((name) => byClient.get(name) ?? []);
}

const UNLIKE = 10_000;

/** The fewer scopes the better; tokens that nobody reads, and a token on a side that should have none, cost more. */
function costOf(answers: Answers, side: Side | undefined): number {
  const issues = [answers.before, answers.after].flatMap((issue) => issue ?? []);
  const isAsWanted = side === undefined ? issues.length === 2 : issues.length === 1 && answers[side];
  const isReadable = issues.some(({ contract }) => contract.format !== 'opaque');
  const scopes = Math.max(...issues.map((issue) => issue.scopes.size));
  return scopes + (isAsWanted ? 0 : 2 * UNLIKE) + (isReadable ? 0 : UNLIKE);
}

/** By one grant type or exchange nothing is issued, whatever a client may get by another. */
function withoutOtherMeans({ kind }: Change, answers: Answers, side: Side | undefined): Answers {
  const { subject, aspect } = CHANGES[kind];
  const own = side && answers[side];
  return own && (subject === 'exchange' || aspect === 'grant type') ? { [side]: own } : answers;
}

function concerns(change: Change, { before, after }: Holding): boolean {
  const keys = [before, after].flatMap((contract) => contract?.key ?? []);
  const { coordinates, resources, tokenTypes } = change;
  const subject = subjectOf(change);
  const { resource } = coordinates;
  return keys.some(
    (key) =>
      (tokenTypes.length === 0 || tokenTypes.includes(key.tokenType)) &&
      (resource === undefined || key.resource === resource) &&
      (resources.length === 0 || resources.includes(key.resource ?? '')) &&
      (subject === undefined || key.subject === subject),
  );
}

/** Whom tokens of a grant type or an exchange are about. */
function subjectOf({ kind, before, after }: Change): 'machine' | 'user' | undefined {
  const { subject, aspect } = CHANGES[kind];
  if (aspect === 'grant type') {
    return [before, after].includes('client_credentials') ? 'machine' : 'user';
  }
  return subject === 'exchange' ? 'user' : undefined;
}

function answersAbout(change: Change, versions: Versions, holding: Holding): readonly Answers[] {
  const { claim } = change.coordinates;
  if (claim !== undefined) return answersWithClaim(claim, versions, holding);
  const answers = answersTo(versions, holding, requestedScopes(change, versions));
  // A resource that a scope guards now is lost to those who asked for it without one.
  const isHit = change.clients.includes(clientOf(holding));
  return answers.length > 0 || !isHit ? answers : answersTo(versions, holding, []);
}

function answersWithClaim(name: string, versions: Versions, holding: Holding): readonly Answers[] {
  const named = (contract: EffectiveContract | undefined): readonly EffectiveClaim[] =>
    contract === undefined ? [] : claimsNamed(contract, name);
  const has = (issue: Issue | undefined): boolean =>
    named(issue?.contract).some((claim) => issue && presenceUnder(claim, issue.scopes) !== 'never');
  const releases = [holding.before, holding.after].flatMap(named).flatMap((claim) => claim.releases);
  const scopes = new Set(releases.flatMap((release) => scopeOf(release) ?? []));
  return [[], ...[...scopes].map((scope) => [scopeBefore(versions, scope)])]
    .flatMap((requested) => answersTo(versions, holding, requested))
    .filter(({ before, after }) => has(before) || has(after));
}

/** The scopes (names before) without which a request has nothing to do with the change. */
function requestedScopes(
  { kind, coordinates, before, after }: Change,
  versions: Versions,
): readonly string[] {
  const { subject, aspect } = CHANGES[kind];
  if (aspect === 'scope default') return [];
  const exchanged = subject === 'exchange' && aspect === 'scope' ? (before ?? after) : coordinates.scope;
  const names = Array.isArray(exchanged) ? exchanged : [exchanged];
  return names.flatMap((name) => (typeof name === 'string' ? scopeBefore(versions, name) : []));
}
