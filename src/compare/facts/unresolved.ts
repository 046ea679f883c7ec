import type { ChangeKind, Unresolved } from '../../model/index.ts';
import type { ContractPair } from '../pairing.ts';
import { editName, type Fact, undecidedForReaders } from './fact.ts';

/**
 * What a definition can't say is taken to behave alike when it is written alike. Anything else may change the
 * tokens in any way, so nothing can be promised to their readers.
 */
export function* unresolvedFacts({ before, after }: ContractPair): Iterable<Fact> {
  const fact = (kind: ChangeKind, { reason, content, at }: Unresolved): Fact => ({
    kind,
    edit: editName(kind, reason, content),
    coordinates: {},
    at: kind === 'unresolved-added' ? at : after.at,
    ...(kind === 'unresolved-removed' && { beforeAt: at }),
    ...(kind === 'unresolved-added' ? { after: reason } : { before: reason }),
    seenIn: after.key,
    effect: undecidedForReaders(reason),
  });
  for (const unresolved of withoutContentOf(before.unresolved, after.unresolved)) {
    yield fact('unresolved-added', unresolved);
  }
  for (const unresolved of withoutContentOf(after.unresolved, before.unresolved)) {
    yield fact('unresolved-removed', unresolved);
  }
}

function withoutContentOf(known: readonly Unresolved[], all: readonly Unresolved[]): readonly Unresolved[] {
  const contents = new Set(known.map(({ content }) => content));
  return all.filter(({ content }) => !contents.has(content));
}
