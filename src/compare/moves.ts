import type { Change } from '../model/index.ts';
import { worstVerdict } from './verdicts.ts';

/**
 * Tells what belongs together once: a claim that left one token type and came to another is one move, and a
 * claim that another scope releases now is lost or gained, by the same edit, where clients have one of the two.
 */
export function withMoves(changes: readonly Change[]): readonly Change[] {
  const told = new Set<Change>();
  const moves: Change[] = [];
  for (const rescoped of changes) {
    const parts = changes.filter((change) => !told.has(change) && isPartOf(rescoped, change));
    if (parts.length === 0) continue;
    told.add(rescoped);
    for (const part of parts) told.add(part);
    moves.push(parts.reduce(joined, rescoped));
  }
  for (const removed of changes) {
    if (removed.kind !== 'claim-removed' || told.has(removed)) continue;
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

function isPartOf(rescoped: Change, change: Change): boolean {
  if (rescoped.kind !== 'claim-rescoped' || rescoped.coordinates.claim !== change.coordinates.claim)
    return false;
  if (change.kind === 'claim-removed') return names(rescoped.before, change.coordinates.scope);
  return change.kind === 'claim-added' && names(rescoped.after, change.coordinates.scope);
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
