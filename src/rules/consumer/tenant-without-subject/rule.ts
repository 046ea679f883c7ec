import { defineRule, namedClaims } from '../../../check/define-rule.ts';

const TENANT: ReadonlySet<string> = new Set(['tid', 'tenant', 'tenant_id', 'tenantId', 'org_id']);

export default defineRule({
  id: 'consumer/tenant-without-subject',
  inspects: 'consumer',
  severity: 'warning',
  axis: 'authorization',
  summary: 'A decision looks at the tenant and at nothing else.',
  source: 'Konubinix, What Should I Put Into Those Scopes and Access Tokens Claims (advice)',
  profiles: { relaxed: 'off' },
  *check({ consumer }) {
    for (const decision of consumer.decisions) {
      const names = namedClaims(decision.allows);
      const tenant = names.find((name) => TENANT.has(name));
      if (tenant === undefined || names.some((name) => !TENANT.has(name)) || decision.scopes.length > 0)
        continue;
      const args = { consumer: consumer.name, decision: decision.name, claim: tenant };
      yield { at: decision.at, args, coordinates: { decision: decision.name } };
    }
  },
  message: ({ consumer, decision, claim }) =>
    `"${decision}" at "${consumer}" is allowed to everyone in a tenant: it looks at "${claim}" only`,
  help: 'Ask for a scope, a role or the subject as well.',
});
