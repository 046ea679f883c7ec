import { defineRule, quoted } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'change/claim-renamed',
  inspects: 'change',
  of: ['claim-renamed'],
  severity: 'error',
  axis: 'compatibility',
  summary: 'A claim has another name.',
  source: 'Curity, Managing Scopes and Claims in OAuth Tokens',
  *check({ change, breakage }) {
    yield {
      at: change.at,
      severity: breakage,
      args: {
        claim: change.coordinates.claim ?? '',
        after: change.after ?? '',
        tokenTypes: change.tokenTypes,
      },
    };
  },
  message: ({ claim, after, tokenTypes }) =>
    `readers of ${quoted(tokenTypes)} look for "${claim}", which is now "${after}"`,
  help: 'Release both names for a while, with `deprecated: { replacedBy: … }` on the one that ends.',
});
