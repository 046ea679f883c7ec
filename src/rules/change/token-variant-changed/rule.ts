import { defineRule, listed, quoted } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'change/token-variant-changed',
  inspects: 'change',
  of: ['token-variant-changed'],
  severity: 'error',
  axis: 'compatibility',
  summary: 'A client gets another variant of a token, and its readers break.',
  source: 'Curity, Managing Scopes and Claims in OAuth Tokens',
  *check({ change, breakage, hit }) {
    const { claims = [] } = change;
    if (change.tolerant.verdict === 'safe' && claims.length === 0 && hit.length === 0) return;
    const args = {
      clients: change.clients,
      claims,
      before: listed(change.before ?? ''),
      after: listed(change.after ?? ''),
    };
    yield { at: change.at, severity: breakage, args };
  },
  message: ({ clients, claims, before, after }) =>
    claims.length === 0
      ? `readers of the tokens of ${quoted(clients)} rely on what ${before} had and ${after} has not`
      : `readers of the tokens of ${quoted(clients)} lose ${quoted(claims)}, which ${before} had and ${after} has not`,
  help: 'Give the variant what its readers need, or let them move first.',
});
