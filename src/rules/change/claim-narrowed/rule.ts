import { authorizes, changedValues, defineRule, isDecidedOn, quoted } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'change/claim-narrowed',
  inspects: 'change',
  of: ['claim-narrowed'],
  severity: 'error',
  axis: 'authorization',
  summary: 'A value left the list of a claim that decides what somebody may do.',
  source: 'Curity, Managing Scopes and Claims in OAuth Tokens',
  profiles: { relaxed: 'off' },
  *check({ mapper, change, comparison, breakage }) {
    // What it does to a declared decision is told as authorization/opens or authorization/closes.
    if (isDecidedOn(change, comparison) || !authorizes(mapper, change.coordinates.claim)) return;
    const { gone } = changedValues(change);
    yield {
      at: change.at,
      // On its announced day it is no surprise. Readers that all said what they need, and decide nothing by it, are
      // not shut out.
      severity: change.sunset !== undefined ? breakage : breakage === 'info' ? 'warning' : 'error',
      args: { claim: change.coordinates.claim ?? '', tokenTypes: change.tokenTypes, gone },
    };
  },
  message: ({ claim, tokenTypes, gone }) =>
    `checks for ${gone.length > 0 ? quoted(gone) : 'a value'} in "${claim}" let through, or shut out, whoever had it: ${quoted(tokenTypes)} can't have it any more`,
  help: 'Say what becomes of the value, and let readers that decide on it declare their decisions.',
});
