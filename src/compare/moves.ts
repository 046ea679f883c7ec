import type { Change } from '../model/index.ts';
import { worstVerdict } from './verdicts.ts';

/** Tells a claim that left one token type and came to another as one move. */
export function withMoves(changes: readonly Change[]): readonly Change[] {
  const moved = new Set<Change>();
  const moves: Change[] = [];
  for (const removed of changes) {
    if (removed.kind !== 'claim-removed') continue;
    const added = changes.find((change) => !moved.has(change) && isCounterpart(removed, change));
    if (added === undefined) continue;
    moved.add(removed).add(added);
    moves.push(moveOf(removed, added));
  }
  return [...changes.filter((change) => !moved.has(change)), ...moves];
}

function isCounterpart(removed: Change, added: Change): boolean {
  return (
    added.kind === 'claim-added' &&
    added.coordinates.claim === removed.coordinates.claim &&
    !added.tokenTypes.some((name) => removed.tokenTypes.includes(name)) &&
    added.clients.some((name) => removed.clients.includes(name))
  );
}

function moveOf(removed: Change, added: Change): Change {
  return {
    ...removed,
    kind: 'claim-moved',
    at: added.at,
    before: removed.tokenTypes,
    after: added.tokenTypes,
    clients: union(removed.clients, added.clients),
    tokenTypes: union(removed.tokenTypes, added.tokenTypes),
    resources: union(removed.resources, added.resources),
    echoes: removed.echoes + added.echoes + 1,
    tolerant: worstVerdict([removed.tolerant, added.tolerant]),
    strict: worstVerdict([removed.strict, added.strict]),
    inFlight: worstVerdict([removed.inFlight, added.inFlight]),
  };
}

function union(one: readonly string[], other: readonly string[]): readonly string[] {
  return [...new Set([...one, ...other])].sort();
}
