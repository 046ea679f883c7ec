import { CHANGES, type Change, type EffectiveClaim, type EffectiveContract } from '../../model/index.ts';
import type { ComparedPair } from '../grants.ts';
import type { Judge } from '../judge.ts';
import type { ContractPair } from '../pairing.ts';
import type { Versions } from '../versions.ts';
import { makeWitness, plainTokenOf } from '../witness/witness.ts';
import { type ClaimContext, contextOf } from './claim-context.ts';
import { detailFacts } from './claim-details.ts';
import { claimsNamed } from './claim-pairs.ts';
import { schemaFacts } from './claim-schemas.ts';
import { breaks, type Effect, editName, type Fact, NO_EFFECT, undecidedForReaders } from './fact.ts';
import { presenceOf } from './presence.ts';
import { placesOf } from './presence-facts.ts';

/**
 * What else was edited of a claim that moved to other tokens, as whoever reads it there now meets it: no token of
 * one type has it on both sides. What is told already, since further tokens had the claim and have it, is left out.
 */
export function* movedFacts(
  versions: Versions,
  changes: readonly Change[],
  pairs: readonly ComparedPair[],
  judge: Judge,
): Iterable<Fact> {
  for (const move of changes.filter(({ kind }) => kind === 'claim-moved')) {
    const { claim: name = '' } = move.coordinates;
    const told = changes.filter(({ coordinates }) => coordinates.claim === name);
    const left = new Map<string, EffectiveClaim>();
    for (const { before } of pairs.map(({ pair }) => pair)) {
      const claim = claimIn(move.before, before, name);
      if (claim) left.set(holderOf(before), unconditional(claim));
    }
    for (const { pair, grants } of pairs) {
      const was = left.get(holderOf(pair.before));
      const is = claimIn(move.after, pair.after, name);
      if (was === undefined || is === undefined) continue;
      const before = { ...pair.before, claims: new Map([...pair.before.claims, [was.key, was]]) };
      const claims = { before: was, after: is };
      const moved = { before, after: pair.after };
      const context = contextOf({ versions, pair: moved, judge, claims, name }, grants);
      const facts = [schemaFacts, detailFacts, certaintyFacts].flatMap((of) => [...of(context, was, is)]);
      for (const fact of facts) {
        if (told.some(({ kind }) => CHANGES[kind].aspect === CHANGES[fact.kind].aspect)) continue;
        yield { ...fact, effect: effectOf(fact, name, pair, judge) };
      }
    }
  }
}

function holderOf({ key: { client, subject } }: EffectiveContract): string {
  return `${subject} ${client}`;
}

function claimIn(
  tokenTypes: Change['before'],
  contract: EffectiveContract,
  name: string,
): EffectiveClaim | undefined {
  if (!Array.isArray(tokenTypes) || !tokenTypes.includes(contract.key.tokenType)) return undefined;
  return claimsNamed(contract, name)[0];
}

/** A claim as if no scope had to be asked for. */
function unconditional(claim: EffectiveClaim): EffectiveClaim {
  return { ...claim, releases: claim.releases.map(({ scope: _, ...release }) => release) };
}

/** Whether the claim is certain, as far as a request can make it so. */
function* certaintyFacts(
  context: ClaimContext,
  before: EffectiveClaim,
  after: EffectiveClaim,
): Iterable<Fact> {
  const { widest, name, pair } = context;
  const [was, is] = [presenceOf(before, widest.before), presenceOf(after, widest.after)];
  if (was === is || is === 'never') return;
  const kind = is === 'always' ? 'presence-tightened' : 'presence-loosened';
  yield {
    kind,
    edit: editName(kind, name),
    coordinates: { claim: name },
    ...placesOf(context, kind, after.releases[0]),
    before: was,
    after: is,
    seenIn: pair.after.key,
    effect: is === 'always' ? NO_EFFECT : breaks(`whoever moves on with "${name}" may not find it there`),
  };
}

/** What the claim may say in its new place, shown beside a token that the same request got before, without it. */
function effectOf({ effect }: Fact, name: string, { before }: ContractPair, judge: Judge): Effect {
  if (effect.effect !== 'asked') return effect;
  const { question } = effect;
  const { tolerant } = judge.answer(question);
  switch (tolerant.verdict) {
    case 'included':
      return NO_EFFECT;
    case 'undecided':
      return undecidedForReaders(tolerant.reason);
    case 'not-included':
      return breaks(`whoever moves on with "${name}" can find a value there that it did not have`, () => {
        const made = makeWitness(question, tolerant.witness, 'tolerant');
        const token = plainTokenOf(before, question.grant.before);
        return made && { ...made, ...(token && { before: token }) };
      });
  }
}
