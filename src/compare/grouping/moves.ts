import { type Change, comparePlaces, type Place } from '../../model/index.ts';
import { worstVerdict } from './verdicts.ts';

/**
 * Tells what belongs together once: a claim that left one token type and came to another is one move; a claim
 * that another scope releases now is lost or gained, by the same edit, where clients have one of the two; and
 * whoever still gets a claim by other means has it less often, or more, by the edit that takes it or brings it.
 */
export function withMoves(changes: readonly Change[]): readonly Change[] {
  return moved(withParts(changes));
}

function withParts(changes: readonly Change[]): readonly Change[] {
  const told = new Set<Change>();
  const wholes: Change[] = [];
  for (const whole of changes) {
    const parts = changes.filter((change) => !told.has(change) && isPartOf(whole, change));
    if (parts.length === 0) continue;
    told.add(whole);
    for (const part of parts) told.add(part);
    wholes.push(parts.reduce(joined, whole));
  }
  return [...changes.filter((change) => !told.has(change)), ...wholes];
}

function moved(changes: readonly Change[]): readonly Change[] {
  const told = new Set<Change>();
  const moves: Change[] = [];
  for (const removed of changes) {
    if (removed.kind !== 'claim-removed') continue;
    const added = changes.find((change) => !told.has(change) && isCounterpart(removed, change));
    if (added === undefined) continue;
    told.add(removed).add(added);
    moves.push(moveOf(removed, added));
  }
  return [...changes.filter((change) => !told.has(change)), ...moves];
}

function isCounterpart(removed: Change, added: Change): boolean {
  return (
    added.kind === 'claim-added' &&
    added.coordinates.claim === removed.coordinates.claim &&
    !added.tokenTypes.some((name) => removed.tokenTypes.includes(name)) &&
    added.clients.some((name) => removed.clients.includes(name))
  );
}

function isPartOf(whole: Change, change: Change): boolean {
  if (whole.coordinates.claim !== change.coordinates.claim) return false;
  switch (whole.kind) {
    case 'claim-rescoped':
      if (change.kind === 'claim-removed') return names(whole.before, change.coordinates.scope);
      return change.kind === 'claim-added' && names(whole.after, change.coordinates.scope);
    case 'claim-removed':
      return change.kind === 'presence-loosened' && isSamePlace(whole.beforeAt, change.beforeAt);
    case 'claim-added':
      return change.kind === 'presence-tightened' && isSamePlace(whole.at, change.at);
    default:
      return false;
  }
}

function isSamePlace(one: Place | undefined, other: Place | undefined): boolean {
  return one !== undefined && other !== undefined && comparePlaces(one, other) === 0;
}

function names(scopes: Change['before'], scope: string | undefined): boolean {
  return Array.isArray(scopes) && scopes.includes(scope ?? null);
}

function moveOf(removed: Change, added: Change): Change {
  const { before, after } = { before: removed.tokenTypes, after: added.tokenTypes };
  return { ...removed, ...together(removed, added), kind: 'claim-moved', at: added.at, before, after };
}

function joined(whole: Change, part: Change): Change {
  return { ...whole, ...together(whole, part) };
}

/** Whom two changes concern, and the worst that they do. */
function together(one: Change, other: Change): Partial<Change> {
  const witness = one.witness ?? other.witness;
  return {
    clients: union(one.clients, other.clients),
    tokenTypes: union(one.tokenTypes, other.tokenTypes),
    resources: union(one.resources, other.resources),
    echoes: one.echoes + other.echoes + 1,
    tolerant: worstVerdict([one.tolerant, other.tolerant]),
    strict: worstVerdict([one.strict, other.strict]),
    inFlight: worstVerdict([one.inFlight, other.inFlight]),
    ...(witness && { witness }),
  };
}

function union(one: readonly string[], other: readonly string[]): readonly string[] {
  return [...new Set([...one, ...other])].sort();
}
