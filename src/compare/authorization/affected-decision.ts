import type {
  Change,
  Consumer,
  Coordinates,
  Decision,
  DecisionEffect,
  EffectiveContract,
} from '../../model/index.ts';
import { placeOf } from '../../model/index.ts';
import { affected } from '../consumers/consumers.ts';

/** A decision that an edit changes the outcome of, for the tokens of a contract. */
export function affectedDecision(
  consumer: Consumer,
  decision: Decision,
  { key: { tokenType } }: EffectiveContract,
  more: Coordinates,
  because: readonly Change[],
): Pick<DecisionEffect, 'consumer' | 'decision' | 'at' | 'coordinates' | 'because'> {
  return {
    consumer: affected(consumer),
    decision: decision.name,
    at: placeOf(decision, 'allows'),
    coordinates: {
      consumer: consumer.name,
      decision: decision.name,
      tokenType,
      ...more,
      ...(because[0] && { change: because[0].kind }),
    },
    because,
  };
}
