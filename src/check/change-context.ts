import { isNeverSeen } from '../compare/impact/observed.ts';
import type {
  AffectedConsumer,
  Change,
  Comparison,
  Consumer,
  Observed,
  Party,
  Severity,
} from '../model/index.ts';
import { CHANGES, isWithdrawn } from '../model/index.ts';
import { daysUntil } from './calendar.ts';
import { fingerprint } from './fingerprint.ts';
import { allDeclared, readersOf, worstParty } from './readers.ts';
import type { Subjects } from './subjects.ts';

/** Whether a change can be judged by its kind, or its state says more than its kind does. */
export type ChangeState = 'decided' | 'undecided' | 'early';

/** Tells changes of one comparison apart, also when they are copies. */
export function changeKey(change: Change): string {
  return fingerprint('change', { ...change.coordinates, change: change.kind });
}

/** `early`: it was announced, for a day that has not come. An announcement itself ends nothing. */
export function stateOf(change: Change, now: number): ChangeState {
  const { direction } = CHANGES[change.kind];
  if (direction === 'undecided' || change.tolerant.verdict === 'undecided') return 'undecided';
  return isAnnounced(change) && daysUntil(change.sunset ?? '', now) > 0 ? 'early' : 'decided';
}

function isAnnounced({ kind, sunset }: Change): boolean {
  const { aspect, direction } = CHANGES[kind];
  return sunset !== undefined && aspect !== 'deprecation' && direction !== 'added';
}

/** Consumers whose expectation this change breaks, once each, by name, with what fails. */
function consumersHit(change: Change, comparison: Comparison): readonly AffectedConsumer[] {
  const key = changeKey(change);
  const hit = new Map<string, AffectedConsumer>();
  for (const { consumer, verdict, because, fails } of comparison.consumerEffects) {
    if (verdict.verdict === 'breaks' && because.some((cause) => changeKey(cause) === key)) {
      const others = hit.get(consumer.name)?.fails ?? [];
      hit.set(consumer.name, { ...consumer, fails: [...new Set([...others, fails])] });
    }
  }
  return [...hit.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** Everything that a rule about changes may know of one change. */
export function changeContext(
  change: Change,
  comparison: Comparison,
  consumers: readonly Consumer[],
  now: number,
  observed?: Observed,
): Subjects['change'] {
  const { before, after } = comparison;
  const readers = readersOf(change, before, after);
  const party = worstParty(change, readers, before, after);
  const hit = consumersHit(change, comparison);
  const accounted = allDeclared(readers, consumers, after);
  // Of another list of values only those that leave it were announced, not those that come.
  const ended = isAnnounced(change) && change.kind !== 'claim-changed' && stateOf(change, now) !== 'early';
  return {
    mapper: after,
    comparison,
    change,
    party,
    hit,
    breakage: breakage(change, party, hit.length, { accounted, unseen: isNeverSeen(observed) }, ended),
  };
}

/** Why nobody may need what a change takes away. */
interface Comfort {
  /** Each reader said what it needs. */
  readonly accounted: boolean;
  /** Tokens never had it. */
  readonly unseen: boolean;
}

function breakage(
  change: Change,
  party: Party,
  hit: number,
  { accounted, unseen }: Comfort,
  ended: boolean,
): Severity {
  if (hit > 0) return 'error';
  if (ended) return 'info';
  if (change.tolerant.verdict === 'breaks') {
    const nobodyNeedsIt = party === 'first' && (unseen || (accounted && isOfMembers(change)));
    return nobodyNeedsIt ? 'warning' : 'error';
  }
  if (party === 'first' && (accounted || unseen)) return 'info';
  // Most claims are there sometimes only: a reader that needs one is broken by its end, whatever a schema says.
  return isWithdrawn(change) ? 'error' : 'warning';
}

/**
 * Whether expectations, which are schemas of a token's members, say all about it. Readers check the header, the
 * issuer and the audience elsewhere, and nobody declares there what it asks for.
 */
function isOfMembers({ kind }: Change): boolean {
  const { subject, aspect } = CHANGES[kind];
  return subject === 'claim' || (subject === 'token-type' && aspect === 'schema');
}
