import { defineRule, listed, quoted } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'change/algorithm-added',
  inspects: 'change',
  of: ['algorithm-added', 'algorithm-changed'],
  severity: 'error',
  axis: 'compatibility',
  summary: 'Tokens are signed in a way that readers were not told of.',
  source: 'RFC 8725 section 3.1',
  *check({ change, breakage }) {
    yield {
      at: change.at,
      severity: change.tolerant.verdict === 'safe' ? 'warning' : breakage,
      args: { tokenTypes: change.tokenTypes, algorithm: listed(change.after ?? '') },
    };
  },
  message: ({ tokenTypes, algorithm }) =>
    `readers of ${quoted(tokenTypes)} refuse what is signed with ${algorithm} until they allow it`,
  help: 'Tell readers first; sign with it when they accept it.',
});
