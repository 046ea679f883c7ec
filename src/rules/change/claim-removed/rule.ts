import { defineRule, quoted } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'change/claim-removed',
  inspects: 'change',
  of: ['claim-removed'],
  severity: 'error',
  axis: 'compatibility',
  summary: 'A claim is gone from a token.',
  source: 'RFC 7519 section 4; Curity, Managing Scopes and Claims in OAuth Tokens',
  *check({ change, breakage }) {
    yield {
      at: change.at,
      severity: breakage,
      args: { claim: change.coordinates.claim ?? '', tokenTypes: change.tokenTypes },
    };
  },
  message: ({ claim, tokenTypes }) => `readers of ${quoted(tokenTypes)} lose "${claim}"`,
  help: 'Announce the end with `deprecated` and a `sunset`, and take the claim out after it.',
});
