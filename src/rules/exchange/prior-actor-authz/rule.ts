import { defineRule, isObject, member, namedClaims } from '../../../check/define-rule.ts';
import type { JsonSchema } from '../../../model/index.ts';

/** Whether a schema speaks of an `act` inside of the `act` at its top. */
function readsPriorActor(schema: JsonSchema): boolean {
  if (!isObject(schema)) return false;
  const properties = member(schema, 'properties');
  const actor = isObject(properties) ? member(properties, 'act') : undefined;
  if (actor !== undefined && namedClaims(actor).includes('act')) return true;
  return ['allOf', 'anyOf', 'oneOf'].some((word) => {
    const parts = member(schema, word);
    return Array.isArray(parts) && parts.some((part) => isObject(part) && readsPriorActor(part));
  });
}

export default defineRule({
  id: 'exchange/prior-actor-authz',
  inspects: 'consumer',
  severity: 'error',
  axis: 'security',
  summary: 'A decision relies on an actor of the past.',
  source: 'RFC 8693 section 4.1',
  *check({ consumer }) {
    for (const { name, allows, at } of consumer.decisions) {
      if (!readsPriorActor(allows)) continue;
      const args = { consumer: consumer.name, decision: name };
      yield { at, args, coordinates: { decision: name } };
    }
  },
  message: ({ consumer, decision }) =>
    `"${decision}" at "${consumer}" lets in who acted before: only the outermost "act" is who acts now`,
  help: 'Decide on `act.sub`; what is nested in `act` is history.',
});
