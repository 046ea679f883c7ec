import { defineRule, listedValues, quoted } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'change/claim-widened',
  inspects: 'change',
  of: ['claim-widened'],
  severity: 'error',
  axis: 'compatibility',
  summary: 'A claim has values that it could not have before.',
  source: 'Curity, Managing Scopes and Claims in OAuth Tokens',
  *check({ change, breakage, hit }) {
    if (change.tolerant.verdict === 'safe' && hit.length === 0) return;
    yield {
      at: change.at,
      severity: breakage,
      args: {
        claim: change.coordinates.claim ?? '',
        tokenTypes: change.tokenTypes,
        added: listedValues(change).added,
      },
    };
  },
  message: ({ claim, tokenTypes, added }) =>
    `readers of ${quoted(tokenTypes)} get ${added.length > 0 ? `${quoted(added)} in "${claim}", which` : `values of "${claim}" that`} they were not told of`,
  help: 'Announce that values will come (`values: open`) before the first one does, or use a new claim.',
});
