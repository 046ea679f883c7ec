import { changedValues, defineRule, quoted } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'change/claim-changed',
  inspects: 'change',
  of: ['claim-changed'],
  severity: 'error',
  axis: 'compatibility',
  summary: 'A claim has another type, shape or format, or other values.',
  source: 'RFC 7519 section 4.1.3; Curity, Managing Scopes and Claims in OAuth Tokens',
  *check({ change, breakage, hit }) {
    if (change.tolerant.verdict === 'safe' && hit.length === 0) return;
    yield {
      at: change.at,
      severity: breakage,
      args: {
        claim: change.coordinates.claim ?? '',
        tokenTypes: change.tokenTypes,
        ...changedValues(change),
      },
    };
  },
  message: ({ claim, tokenTypes, gone, added }) =>
    added.length > 0
      ? `readers of ${quoted(tokenTypes)} get ${quoted(added)} in "${claim}", which they were not told of, and ${quoted(gone)} no more`
      : `readers of ${quoted(tokenTypes)} can't parse "${claim}" any more: its type, shape or format is another one`,
  help: 'Release a claim of a new name beside it, and announce the end of the first.',
});
