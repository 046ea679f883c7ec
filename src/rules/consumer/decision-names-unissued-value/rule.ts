import { askedOf, constantsIn, defineRule, namedClaims } from '../../../check/define-rule.ts';
import type { EffectiveContract, JsonValue } from '../../../model/index.ts';
import { canonical, isObject, listedValues } from '../../../model/index.ts';

/** All that tokens say in a member, and may be announced to say; undefined where something else may come. */
function valuesOf(contracts: readonly EffectiveContract[], name: string): ReadonlySet<string> | undefined {
  const known = new Set<string>();
  for (const { claims } of contracts) {
    for (const { path, releases } of claims.values()) {
      if (path[0] !== name) continue;
      for (const { claim, schema } of releases) {
        const listed = listedValues(schema);
        if (path.length > 1 || listed === undefined || claim?.growth === 'open') return undefined;
        const planned = (claim?.planned ?? []).flatMap(({ value, replacedBy }) => [
          value,
          replacedBy ?? value,
        ]);
        for (const value of [...listed, ...planned]) known.add(canonical(value));
      }
    }
  }
  return known.size === 0 ? undefined : known;
}

const isText = (value: JsonValue): boolean => !Array.isArray(value) && !isObject(value);

export default defineRule({
  id: 'consumer/decision-names-unissued-value',
  inspects: 'consumer',
  severity: 'warning',
  axis: 'authorization',
  echoOf: 'decision-effect',
  summary: 'A decision asks for a value that no token has.',
  source: 'tokenpact: a decision on an absent value decides nothing',
  *check({ consumer, contracts }) {
    if (contracts.some(({ unresolved }) => unresolved.length > 0)) return;
    for (const decision of consumer.decisions) {
      for (const claim of namedClaims(decision.allows)) {
        const known = valuesOf(contracts, claim);
        if (known === undefined) continue;
        const named = askedOf(decision.allows, [claim]).flatMap(constantsIn).filter(isText);
        const values = [...new Set(named.filter((value) => !known.has(canonical(value))))];
        if (values.length === 0) continue;
        const args = { consumer: consumer.name, decision: decision.name, claim, values };
        yield { at: decision.at, args, coordinates: { decision: decision.name, claim } };
      }
    }
  },
  message: ({ consumer, decision, claim, values }) =>
    `"${decision}" at "${consumer}" looks for ${values.map((value) => JSON.stringify(value)).join(', ')} in vain: "${claim}" never is so`,
  help: 'Decide on a value that the claim lists; one that is to come is announced there with `values`.',
});
