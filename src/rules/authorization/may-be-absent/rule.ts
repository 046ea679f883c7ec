import { authorizes, defineRule, isDecidedOn, quoted } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'authorization/may-be-absent',
  inspects: 'change',
  of: ['presence-loosened', 'claim-removed'],
  severity: 'error',
  axis: 'authorization',
  summary: 'Tokens may lack a claim that decides what somebody may do.',
  source: 'OWASP API Security Top 10 2023, API1 and API5; Curity, Managing Scopes and Claims in OAuth Tokens',
  profiles: { relaxed: 'off' },
  *check({ change, comparison, breakage }) {
    const { claim = '' } = change.coordinates;
    // What it does to a declared decision is told as authorization/opens or authorization/closes.
    if (isDecidedOn(change, comparison) || !authorizes(comparison.before, claim)) return;
    // It was announced, or every reader said what it needs and needs none of it.
    if (breakage === 'info') return;
    yield {
      at: change.at,
      severity: breakage,
      args: { claim, tokenTypes: change.tokenTypes, isGone: change.kind === 'claim-removed' },
    };
  },
  message: ({ claim, tokenTypes, isGone }) =>
    `checks that refuse a value of "${claim}" let through whoever had it: ${quoted(tokenTypes)} ${isGone ? 'do without it' : 'may lack it'} now`,
  help: 'Keep it in every token, or let readers that decide by it declare their decisions.',
});
