import type { InclusionListener } from '../compare/index.ts';
import type { Comparison, MapperDefinition } from '../model/index.ts';
import type { Inputs } from './inputs.ts';

/** A definition as text, without where it was written: equal texts are the same definition. */
function content(definition: MapperDefinition): string {
  return JSON.stringify(definition, (name, value) => {
    if (name === 'at' || name === 'keyPlaces' || name === 'origin') return undefined;
    return value instanceof Map ? [...value].sort(([one], [other]) => (one < other ? -1 : 1)) : value;
  });
}

const isSame = (before: readonly MapperDefinition[], after: readonly MapperDefinition[]): boolean =>
  before.length === after.length &&
  before.every((one, index) => content(one) === content(after[index] ?? one));

/** A definition against itself: nothing changed, and every contract was looked at. */
async function unchanged(definitions: readonly MapperDefinition[]): Promise<readonly Comparison[]> {
  const { effectiveContracts } = await import('../contract/index.ts');
  return definitions.map((definition) => ({
    before: definition,
    after: definition,
    changes: [],
    consumerEffects: [],
    decisionEffects: [],
    exposureChanges: [],
    requiredBump: 'none',
    contracts: effectiveContracts(definition).length,
  }));
}

/**
 * Compares two sides. Most pull requests change no definition: then the comparison, and the schema engine
 * behind it, are not even loaded.
 *
 * @param isCrossChecked puts every schema judgement to a second engine; what it contradicts is undecided
 */
export async function compareSides(
  before: Inputs,
  after: Inputs,
  isCrossChecked = false,
): Promise<readonly Comparison[]> {
  if (isSame(before.definitions, after.definitions)) return unchanged(after.definitions);
  const { compareAll } = await import('../compare/index.ts');
  const compared = (listener?: InclusionListener): readonly Comparison[] =>
    compareAll(before.definitions, after.definitions, after.consumers, listener);
  if (!isCrossChecked) return compared();
  const { crossChecking, withDisagreements } = await import('./cross-check.ts');
  const crossCheck = crossChecking();
  const comparisons = compared(crossCheck.listen);
  const reasons = await crossCheck.disagreements();
  return comparisons.map((comparison, index) =>
    index === 0 ? withDisagreements(comparison, reasons) : comparison,
  );
}
