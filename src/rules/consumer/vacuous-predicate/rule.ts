import { defineRule, isObject, member, requiredNames } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'consumer/vacuous-predicate',
  inspects: 'consumer',
  severity: 'error',
  axis: 'authorization',
  summary: 'A decision allows tokens that lack the claim that it asks about.',
  source: 'JSON Schema 2020-12 section 10.3.2.1 (`properties`)',
  *check({ consumer }) {
    for (const decision of consumer.decisions) {
      if (!isObject(decision.allows)) continue;
      const properties = member(decision.allows, 'properties');
      const required = requiredNames(decision.allows);
      for (const name of isObject(properties) ? Object.keys(properties) : []) {
        if (required.includes(name)) continue;
        const args = { consumer: consumer.name, decision: decision.name, claim: name };
        yield { at: decision.at, args, coordinates: { decision: decision.name, claim: name } };
      }
    }
  },
  message: ({ consumer, decision, claim }) =>
    `"${decision}" at "${consumer}" allows every token without "${claim}"`,
  help: ({ claim }) => `Add \`required: [${claim}]\` beside \`properties\`.`,
});
