import { defineRule, isDecidedOn } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'change/scope-granted',
  inspects: 'change',
  of: ['scope-granted'],
  severity: 'warning',
  axis: 'authorization',
  summary: 'A third party may ask for a scope that it could not ask for.',
  source: 'RFC 6749 section 3.3; OWASP API Security Top 10 2023, API5',
  profiles: { relaxed: 'off' },
  *check({ mapper, change, comparison }) {
    const scope = change.coordinates.scope ?? '';
    const resources = mapper.scopes.get(scope)?.resources ?? [];
    const third = change.clients.filter((name) => mapper.clients.get(name)?.party === 'third');
    const [client] = third;
    // Scopes that open no resource release claims only: these are told as privacy/newly-exposed.
    if (client === undefined || resources.length === 0 || isDecidedOn(change, comparison)) return;
    yield { at: change.at, args: { scope, client, others: third.length - 1, resources } };
  },
  message: ({ scope, client, others, resources }) =>
    `the third party "${client}"${others > 0 ? ` and ${others} more` : ''} may do at "${resources.join('", "')}" what "${scope}" allows`,
  help: 'Have it approved by who owns the resource; its decisions, declared, say who gets in.',
});
