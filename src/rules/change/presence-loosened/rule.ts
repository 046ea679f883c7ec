import { defineRule, quoted } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'change/presence-loosened',
  inspects: 'change',
  of: ['presence-loosened'],
  severity: 'error',
  axis: 'compatibility',
  summary: 'A claim that was always there is there sometimes.',
  source: 'Curity, Managing Scopes and Claims in OAuth Tokens',
  *check({ change, breakage }) {
    yield {
      at: change.at,
      severity: breakage,
      args: { claim: change.coordinates.claim ?? '', tokenTypes: change.tokenTypes },
    };
  },
  message: ({ claim, tokenTypes }) =>
    `readers of ${quoted(tokenTypes)} that rely on "${claim}" fail on the tokens that lack it`,
  help: 'Keep it always there, or release a new claim that may be absent.',
});
