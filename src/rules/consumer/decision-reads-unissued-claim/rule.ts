import { defineRule, namedClaims } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'consumer/decision-reads-unissued-claim',
  inspects: 'consumer',
  severity: 'error',
  axis: 'authorization',
  echoOf: 'decision-effect',
  summary: 'A decision reads a claim that none of its tokens has.',
  source: 'tokenpact: a decision on an absent claim decides nothing',
  *check({ consumer, contracts }) {
    if (contracts.length === 0 || contracts.some(({ unresolved }) => unresolved.length > 0)) return;
    for (const decision of consumer.decisions) {
      for (const name of namedClaims(decision.allows)) {
        if (contracts.some(({ claims }) => [...claims.values()].some(({ path }) => path[0] === name)))
          continue;
        const args = { consumer: consumer.name, decision: decision.name, claim: name };
        yield { at: decision.at, args, coordinates: { decision: decision.name, claim: name } };
      }
    }
  },
  message: ({ consumer, decision, claim }) =>
    `"${decision}" at "${consumer}" decides nothing: "${claim}" is in none of its tokens`,
  help: 'Release the claim into the tokens that it reads, or decide on one that is there.',
});
