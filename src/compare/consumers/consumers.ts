import type { AffectedConsumer, Change, Consumer, ConsumerEffect } from '../../model/index.ts';
import { placeOf } from '../../model/index.ts';
import type { ComparedPair } from '../grants.ts';
import type { Judge } from '../judge.ts';
import type { Pairing } from '../pairing.ts';
import type { Versions } from '../versions.ts';
import { causesOf } from './causes.ts';
import { type ExpectedPart, knownNames, partsOf } from './expectation.ts';
import { type Inquiry, judgePart } from './judge-part.ts';
import { leftBehind } from './left-behind.ts';
import { outgrown } from './outgrown.ts';
import { pairsReadBy } from './readers.ts';

/**
 * What the versions mean for each consumer: what it refers to and is there no more, and its own expectation. Only
 * what fails now and did not fail before is told: a consumer that could never read its tokens is not this change's doing.
 */
export function consumerEffects(
  consumers: readonly Consumer[],
  versions: Versions,
  pairing: Pairing,
  pairs: readonly ComparedPair[],
  judge: Judge,
  changes: readonly Change[],
): readonly ConsumerEffect[] {
  const effects: ConsumerEffect[] = [];
  for (const consumer of consumers) {
    for (const { tokenType, ...left } of leftBehind(consumer, versions, pairing, changes)) {
      const witness = left.because.find((change) => change.witness)?.witness;
      effects.push({
        ...left,
        consumer: affected(consumer),
        coordinates: { consumer: consumer.name, tokenType },
        verdict: { verdict: 'breaks', reason: left.fails, ...(witness && { witness }) },
      });
    }
    const read = pairsReadBy(consumer, pairs);
    const inquiry = { consumer, versions, pairing, pairs: read, judge };
    const unknown = consumer.strict === 'names' ? unknownNames(inquiry) : [];
    for (const expected of [...partsOf(consumer.expects), ...unknown]) {
      const broken = judgePart(inquiry, expected) ?? outgrown(inquiry, expected);
      if (broken === undefined) continue;
      const { contract, part, verdict } = broken;
      effects.push({
        consumer: affected(consumer),
        at: placeOf(consumer, 'expects'),
        coordinates: {
          consumer: consumer.name,
          tokenType: contract.key.tokenType,
          ...(part.claim !== undefined && { claim: part.claim }),
        },
        verdict,
        fails: part.fails,
        because: causesOf(changes, contract, part.claim),
      });
    }
  }
  return effects;
}

export function affected({ name, owner, party }: Consumer): AffectedConsumer {
  return { name, party, ...(owner !== undefined && { owner }) };
}

/** One part per claim that is new in its tokens and that its expectation does not name. */
function unknownNames({ consumer, pairs }: Inquiry): readonly ExpectedPart[] {
  const known = knownNames(consumer.expects);
  const names = new Set<string>();
  for (const { pair } of pairs) {
    const before = new Set([...pair.before.claims.values()].map(({ path }) => path[0]));
    for (const { path } of pair.after.claims.values()) {
      const [name] = path;
      if (name !== undefined && !before.has(name) && !known.has(name)) names.add(name);
    }
  }
  return [...names].sort().map((claim) => ({
    claim,
    schema: { not: { required: [claim] } },
    fails: `does not know "${claim}"`,
  }));
}
