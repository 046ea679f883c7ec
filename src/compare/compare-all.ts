import type { Change, Comparison, Consumer, MapperDefinition } from '../model/index.ts';
import { compare } from './compare.ts';
import type { InclusionListener } from './judge.ts';

/** The same issuer with nothing in it: what comes, or is left, when a whole definition comes or goes. */
function emptied(definition: MapperDefinition): MapperDefinition {
  return {
    ...definition,
    tokenTypes: new Map(),
    claims: new Map(),
    scopes: new Map(),
    resources: new Map(),
    clients: new Map(),
    exchanges: [],
    unresolved: [],
  };
}

/** Everything that goes with a definition is that one edit; who is hit by it stays told. */
function asOneChange(comparison: Comparison, kind: 'definition-added' | 'definition-removed'): Comparison {
  const { before, after, changes } = comparison;
  const isGone = kind === 'definition-removed';
  const reason = `no token of "${before.name}" is issued any more`;
  const verdict = isGone ? ({ verdict: 'breaks', reason } as const) : ({ verdict: 'safe' } as const);
  const names = (of: (change: Change) => readonly string[]): readonly string[] =>
    [...new Set(changes.flatMap(of))].sort();
  const shown = changes.find(({ kind: part }) => part === (isGone ? 'client-removed' : 'client-added'));
  const change: Change = {
    kind,
    coordinates: { mapper: after.name },
    at: after.at,
    ...(isGone ? { beforeAt: before.at } : {}),
    clients: names(({ clients }) => clients),
    tokenTypes: names(({ tokenTypes }) => tokenTypes),
    resources: names(({ resources }) => resources),
    echoes: changes.length,
    tolerant: verdict,
    strict: verdict,
    inFlight: { verdict: 'safe' },
    ...(shown?.witness && { witness: shown.witness }),
  };
  return {
    ...comparison,
    changes: [change],
    consumerEffects: comparison.consumerEffects.map((effect) => ({ ...effect, because: [change] })),
    decisionEffects: comparison.decisionEffects.map((effect) => ({ ...effect, because: [change] })),
    // What is gone has no version left to raise, what is new has none to raise from.
    requiredBump: 'none',
  };
}

/**
 * Compares all definitions of two sides, paired by name; the only ones of both sides are a pair whatever they
 * are called. A definition that is new, or that is gone, is one change.
 */
export function compareAll(
  before: readonly MapperDefinition[],
  after: readonly MapperDefinition[],
  consumers: readonly Consumer[],
  onInclusion?: InclusionListener,
): readonly Comparison[] {
  const [onlyBefore, onlyAfter] = [before, after].map((side) => (side.length === 1 ? side[0] : undefined));
  if (onlyBefore && onlyAfter) return [compare(onlyBefore, onlyAfter, consumers, onInclusion)];
  const byName = new Map(before.map((definition) => [definition.name, definition]));
  const paired = after.map((definition) => {
    const earlier = byName.get(definition.name);
    byName.delete(definition.name);
    if (earlier) return compare(earlier, definition, consumers, onInclusion);
    return asOneChange(compare(emptied(definition), definition, consumers), 'definition-added');
  });
  const gone = [...byName.values()].map((definition) =>
    asOneChange(compare(definition, emptied(definition), consumers), 'definition-removed'),
  );
  return [...paired, ...gone];
}
