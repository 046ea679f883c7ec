import { defineRule, listed } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'change/audience-changed',
  inspects: 'change',
  of: ['audience-removed', 'audience-shape-changed', 'resource-audience-changed'],
  severity: 'error',
  axis: 'compatibility',
  summary: 'Tokens are for another audience, or name it in another shape.',
  source: 'RFC 7519 section 4.1.3; RFC 8725 section 3.9',
  *check({ change, breakage }) {
    yield {
      at: change.at,
      severity: breakage,
      args: { before: listed(change.before ?? 'none'), after: listed(change.after ?? 'none') },
    };
  },
  message: ({ before, after }) => `APIs refuse their tokens: the audience was ${before}, now it is ${after}`,
  help: 'Let the API accept both first; then issue the new one; then stop accepting the first.',
});
