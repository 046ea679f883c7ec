import {
  CHANGES,
  type Change,
  type Comparison,
  type Consumer,
  type PlanActor,
  READ_BY,
} from '../../model/index.ts';
import { affected } from '../consumers/consumers.ts';
import { isReader, mentions } from '../consumers/mentions.ts';

/** Everybody who has something to do about a change: consumers that it concerns, and readers that no consumer speaks for. */
export function readersOf(
  change: Change,
  comparison: Comparison,
  consumers: readonly Consumer[],
): readonly PlanActor[] {
  const asking = clientActors(change.clients);
  if (isAskedFor(change)) return [...hitBy(change, comparison, consumers), ...asking];
  const proving = CHANGES[change.kind].aspect === 'sender constraint' ? asking : [];
  return [...tokenReaders(change, comparison, consumers), ...proving];
}

export function clientActors(names: readonly string[]): readonly PlanActor[] {
  return names.length === 0 ? [] : [{ kind: 'client', names }];
}

/** Consumers whose own words fail. */
export function hitBy(
  change: Change,
  comparison: Comparison,
  consumers: readonly Consumer[],
): readonly PlanActor[] {
  return consumers.filter((consumer) => isHit(consumer, change, comparison)).map(consumerActor);
}

/** Those who read the tokens that a change shows in, and look at what it is about. */
export function tokenReaders(
  change: Change,
  comparison: Comparison,
  consumers: readonly Consumer[],
): readonly PlanActor[] {
  const reading = consumers.filter((consumer) => isReader(consumer, change, comparison));
  const concerned = reading.filter((consumer) => isConcerned(consumer, change, comparison));
  return [...concerned.map(consumerActor), ...silent(change, comparison, reading)];
}

/** What is asked for concerns those who ask; a consumer only where its own words fail. */
export function isAskedFor({ kind }: Change): boolean {
  const { subject, aspect } = CHANGES[kind];
  if (kind === 'claim-rescoped') return true;
  return subject === 'scope' || (subject === 'client' && aspect !== 'variant' && aspect !== 'subject type');
}

function consumerActor(consumer: Consumer): PlanActor {
  return { kind: 'consumer', ...affected(consumer) };
}

function isHit(
  { name }: Consumer,
  change: Change,
  { consumerEffects, decisionEffects }: Comparison,
): boolean {
  return [...consumerEffects, ...decisionEffects].some(
    ({ consumer, because }) => consumer.name === name && because.includes(change),
  );
}

/**
 * A consumer that declared what it needs and does not name the claim has nothing to do about it. What is new
 * nobody could name, and what tokens are like as a whole concerns all of their readers.
 */
function isConcerned(consumer: Consumer, change: Change, comparison: Comparison): boolean {
  if (consumer.expects === true || isHit(consumer, change, comparison)) return true;
  const { subject, aspect, direction } = CHANGES[change.kind];
  const isOfWhole = subject !== 'claim' && aspect !== 'variant';
  if (isOfWhole || (aspect === 'existence' && direction === 'added')) return true;
  return mentions(consumer, change);
}

function silent(
  { tokenTypes, clients, resources }: Change,
  { before, after }: Comparison,
  reading: readonly Consumer[],
): readonly PlanActor[] {
  const spoken = (as: 'client' | 'resource'): ReadonlySet<string> =>
    new Set(reading.filter(({ role }) => role.as === as).map(({ role }) => role.name));
  const readBy = new Set(
    tokenTypes.map((name) => {
      const tokenType = before.tokenTypes.get(name) ?? after.tokenTypes.get(name);
      return tokenType === undefined ? 'gateway' : READ_BY[tokenType.kind];
    }),
  );
  const isNamed = !readBy.has('resource') || resources.length > 0;
  const clientNames = readBy.has('client') || !isNamed ? clients : [];
  const resourceNames = readBy.has('resource') ? resources : [];
  const actor = (as: 'client' | 'resource', names: readonly string[]): readonly PlanActor[] => {
    const left = names.filter((name) => !spoken(as).has(name));
    return left.length === 0 ? [] : [{ kind: as, names: left }];
  };
  return [...actor('resource', resourceNames), ...actor('client', clientNames)];
}
