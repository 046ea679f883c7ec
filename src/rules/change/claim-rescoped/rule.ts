import { defineRule, listed } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'change/claim-rescoped',
  inspects: 'change',
  of: ['claim-rescoped'],
  severity: 'error',
  axis: 'compatibility',
  summary: 'Another scope releases a claim.',
  source: 'OpenID Connect Core 1.0 section 5.4',
  *check({ change, breakage }) {
    yield {
      at: change.at,
      severity: breakage,
      args: { claim: change.coordinates.claim ?? '', before: change.before ?? '', after: change.after ?? '' },
    };
  },
  message: ({ claim, before, after }) =>
    `clients that ask for ${listed(before)} lose "${claim}": ${listed(after)} releases it now`,
  help: 'Let both release it while clients move.',
});
