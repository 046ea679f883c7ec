import { defineRule, listed } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'change/claim-moved',
  inspects: 'change',
  of: ['claim-moved'],
  severity: 'error',
  axis: 'compatibility',
  summary: 'A claim went from one token to another.',
  source: 'Curity, Managing Scopes and Claims in OAuth Tokens',
  *check({ change, breakage }) {
    yield {
      at: change.at,
      severity: breakage,
      args: { claim: change.coordinates.claim ?? '', from: change.before ?? '', to: change.after ?? '' },
    };
  },
  message: ({ claim, from, to }) => `readers of ${listed(from)} lose "${claim}": it is in ${listed(to)} now`,
  help: 'Release it in both for a while, and announce the end of the first with `deprecated`.',
});
