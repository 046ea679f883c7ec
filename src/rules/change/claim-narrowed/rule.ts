import { defineRule, listedValues, quoted } from '../../../check/define-rule.ts';
import { showPath } from '../../../model/index.ts';

export default defineRule({
  id: 'change/claim-narrowed',
  inspects: 'change',
  of: ['claim-narrowed'],
  severity: 'warning',
  axis: 'authorization',
  summary: 'A value left the list of a claim that decides what somebody may do.',
  source: 'Curity, Managing Scopes and Claims in OAuth Tokens',
  profiles: { relaxed: 'off' },
  *check({ mapper, change, comparison }) {
    // What it does to a declared decision is told as authorization/opens or authorization/closes.
    const decided = comparison.decisionEffects.some(({ because }) =>
      because.some(
        ({ kind, coordinates }) => kind === change.kind && coordinates.claim === change.coordinates.claim,
      ),
    );
    if (decided) return;
    if (
      ![...mapper.claims.values()].some(
        (claim) => claim.use === 'authorization' && showPath(claim.path) === change.coordinates.claim,
      )
    )
      return;
    const { gone } = listedValues(change);
    yield {
      at: change.at,
      args: { claim: change.coordinates.claim ?? '', tokenTypes: change.tokenTypes, gone },
    };
  },
  message: ({ claim, tokenTypes, gone }) =>
    `checks for ${gone.length > 0 ? quoted(gone) : 'a value'} in "${claim}" let through, or shut out, whoever had it: ${quoted(tokenTypes)} can't have it any more`,
  help: 'Say what becomes of the value, and let readers that decide on it declare their decisions.',
});
