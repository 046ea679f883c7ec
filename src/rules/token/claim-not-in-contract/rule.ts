import { defineRule, excess } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'token/claim-not-in-contract',
  inspects: 'token',
  severity: 'warning',
  axis: 'compatibility',
  summary: 'A token has a claim that its contract does not know.',
  source: 'Curity, Managing Scopes and Claims in OAuth Tokens',
  about: 'violations',
  check: ({ token }) => excess(token, 'other'),
  message: ({ claim }) => `readers will come to rely on "${claim}", which no contract promises`,
  help: 'Define the claim and what releases it, or stop issuing it.',
});
