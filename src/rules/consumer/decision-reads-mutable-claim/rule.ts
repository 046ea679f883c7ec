import { defineRule, namedClaims } from '../../../check/define-rule.ts';

const REASSIGNED: ReadonlySet<string> = new Set([
  'email',
  'upn',
  'preferred_username',
  'unique_name',
  'phone_number',
  'name',
  'nickname',
]);

export default defineRule({
  id: 'consumer/decision-reads-mutable-claim',
  inspects: 'consumer',
  severity: 'warning',
  axis: 'authorization',
  summary: 'A decision depends on a claim that can be given to somebody else.',
  source: 'OpenID Connect Core 1.0 section 5.7',
  *check({ consumer, contracts }) {
    for (const decision of consumer.decisions) {
      for (const name of namedClaims(decision.allows)) {
        const claims = contracts.flatMap((contract) => contract.claims.get(name)?.releases ?? []);
        if (
          !REASSIGNED.has(name) ||
          claims.length === 0 ||
          claims.every(({ claim }) => claim?.mutable === false)
        )
          continue;
        const args = { consumer: consumer.name, decision: decision.name, claim: name };
        yield { at: decision.at, args, coordinates: { decision: decision.name, claim: name } };
      }
    }
  },
  message: ({ consumer, decision, claim }) =>
    `"${decision}" at "${consumer}" is taken for whoever has the "${claim}" next`,
  help: 'Decide on `sub` with `iss`, on a role or a group.',
});
