import type { Change, Consumer, Decision, DecisionEffect } from '../model/index.ts';
import { placeOf } from '../model/index.ts';
import { causesOf } from './causes.ts';
import { affected } from './consumers.ts';
import type { ComparedPair } from './grants.ts';
import type { Judge } from './judge.ts';
import { type Direction, type Found, judgeDecision } from './judge-decision.ts';
import { pairsReadBy } from './readers.ts';

/**
 * What the versions mean for each decision: may somebody be allowed who was refused, or the other way round?
 * A decision is judged for one person at a time: what a claim can still say, it says again.
 */
export function decisionEffects(
  consumers: readonly Consumer[],
  pairs: readonly ComparedPair[],
  judge: Judge,
  changes: readonly Change[],
): readonly DecisionEffect[] {
  return consumers.flatMap((consumer) => {
    const read = pairsReadBy(consumer, pairs);
    return consumer.decisions.flatMap((decision) =>
      (['opens', 'closes'] as const).flatMap((direction) => {
        const seen = new Set<string>();
        const found = read.flatMap((pair) => judgeDecision(decision, direction, pair, judge, seen));
        const best = found.reduce<Found | undefined>(surer, undefined);
        return best === undefined ? [] : [effectOf(consumer, decision, direction, best, changes)];
      }),
    );
  });
}

const SURENESS = { certain: 2, may: 1, undecided: 0 } as const;

function surer(best: Found | undefined, found: Found): Found {
  return best !== undefined && SURENESS[best.certainty] >= SURENESS[found.certainty] ? best : found;
}

function effectOf(
  consumer: Consumer,
  decision: Decision,
  direction: Direction,
  { contract, claim, certainty, reason, witness }: Found,
  changes: readonly Change[],
): DecisionEffect {
  return {
    consumer: affected(consumer),
    decision: decision.name,
    at: placeOf(decision, 'allows'),
    coordinates: {
      consumer: consumer.name,
      decision: decision.name,
      tokenType: contract.key.tokenType,
      ...(claim !== undefined && { claim }),
    },
    direction,
    certainty,
    reason,
    ...(witness && { witness }),
    because: causesOf(changes, contract, claim),
  };
}
