import type { Change, Consumer, Decision, DecisionEffect } from '../../model/index.ts';
import { CHANGES } from '../../model/index.ts';
import { causesOf } from '../consumers/causes.ts';
import { pairsReadBy } from '../consumers/readers.ts';
import type { ComparedPair } from '../grants.ts';
import type { Judge } from '../judge.ts';
import type { Pairing } from '../pairing.ts';
import type { Versions } from '../versions.ts';
import { affectedDecision } from './affected-decision.ts';
import { type Direction, type Found, judgeDecision } from './judge-decision.ts';
import { newcomersTo } from './newcomers.ts';

/**
 * What the versions mean for each decision: may somebody be allowed who was refused, or the other way round?
 * A decision is judged for one person at a time: what a claim can still say, it says again. And who gets
 * tokens that it allows, and got none before? Each edit is told once per decision.
 */
export function decisionEffects(
  consumers: readonly Consumer[],
  versions: Versions,
  pairing: Pairing,
  pairs: readonly ComparedPair[],
  judge: Judge,
  changes: readonly Change[],
): readonly DecisionEffect[] {
  return consumers.flatMap((consumer) => {
    const read = pairsReadBy(consumer, pairs);
    return consumer.decisions.flatMap((decision) => [
      ...(['opens', 'closes'] as const).flatMap((direction) => {
        const seen = new Set<string>();
        const found = read.flatMap((pair) => judgeDecision(decision, direction, pair, judge, seen));
        return surestPerCause(found.map((one) => effectOf(consumer, decision, direction, one, changes)));
      }),
      ...newcomersTo(consumer, decision, versions, pairing, pairs, changes),
    ]);
  });
}

const SURENESS = { certain: 2, may: 1, undecided: 0 } as const;

function surestPerCause(effects: readonly DecisionEffect[]): readonly DecisionEffect[] {
  const surest = new Map<Change | string | undefined, DecisionEffect>();
  for (const effect of effects) {
    const cause = effect.because[0] ?? effect.coordinates.claim;
    const known = surest.get(cause);
    if (known === undefined || SURENESS[effect.certainty] > SURENESS[known.certainty])
      surest.set(cause, effect);
  }
  return [...surest.values()];
}

/** Of several edits of one claim, first the one that is about what matters. */
function fitting(causes: readonly Change[], matters: Found['matters']): readonly Change[] {
  if (matters === undefined) return causes;
  const fits = ({ kind }: Change): boolean => (CHANGES[kind].aspect === 'schema') === (matters === 'values');
  return [...causes.filter(fits), ...causes.filter((cause) => !fits(cause))];
}

function effectOf(
  consumer: Consumer,
  decision: Decision,
  direction: Direction,
  { contract, claim, matters, certainty, reason, witness }: Found,
  changes: readonly Change[],
): DecisionEffect {
  const because = fitting(causesOf(changes, contract, claim), matters);
  return {
    ...affectedDecision(consumer, decision, contract, claim === undefined ? {} : { claim }, because),
    direction,
    certainty,
    reason,
    ...(witness && { witness }),
  };
}
