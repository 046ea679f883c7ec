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
    if (change.tolerant.verdict === 'safe' && hit.length === 0) return;
    const args = {
      clients: change.clients,
      before: listed(change.before ?? ''),
      after: listed(change.after ?? ''),
    };
    yield { at: change.at, severity: breakage, args };
  },
  message: ({ clients, before, after }) =>
    `readers of the tokens of ${quoted(clients)} lose what ${before} had and ${after} has not`,
  help: 'Give the variant what its readers need, or let them move first.',
});
