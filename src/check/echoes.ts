import type { Comparison, Coordinates, Finding } from '../model/index.ts';
import type { RuleRegistry } from './define-rule.ts';

/**
 * Leaves out what rules about a consumer's file say of an edit whose effect on that consumer is told in the same
 * run: that it expects, or decides on, what no token has any more. Without a comparison they say it alone.
 */
export function withoutEchoes(
  findings: readonly Finding[],
  registry: RuleRegistry,
  comparisons: readonly Comparison[] = [],
): readonly Finding[] {
  const echoing = new Map(registry.map(({ id, echoOf }) => [id, echoOf]));
  const told = {
    'consumer-effect': comparisons.flatMap(({ consumerEffects }) => consumerEffects),
    'decision-effect': comparisons.flatMap(({ decisionEffects }) => decisionEffects),
  };
  return findings.filter(({ rule, coordinates }) => {
    const cause = echoing.get(rule);
    return cause === undefined || !told[cause].some((effect) => isAbout(effect.coordinates, coordinates));
  });
}

/** A consumer's file names a member of the token; an effect may be about a part of it. */
function isAbout(effect: Coordinates, { consumer, decision, claim = '' }: Coordinates): boolean {
  if (effect.consumer !== consumer || effect.decision !== decision) return false;
  return effect.claim === claim || effect.claim?.startsWith(`${claim}.`) === true;
}
