import { defineRule, quoted } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'change/contract-widened',
  inspects: 'change',
  of: ['contract-widened'],
  severity: 'error',
  axis: 'compatibility',
  summary: 'Tokens have combinations of claims that they could not have before.',
  source: 'JSON Schema 2020-12; Curity, Managing Scopes and Claims in OAuth Tokens',
  *check({ change, breakage, hit }) {
    if (change.tolerant.verdict === 'safe' && hit.length === 0) return;
    yield { at: change.at, severity: breakage, args: { tokenTypes: change.tokenTypes } };
  },
  message: ({ tokenTypes }) =>
    `readers of ${quoted(tokenTypes)} get combinations of claims that were ruled out before`,
  help: 'Keep the schema of the token type, or announce that it ends.',
});
