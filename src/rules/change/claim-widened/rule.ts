import { changedValues, defineRule, membersNotPromised, quoted } from '../../../check/define-rule.ts';

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
        added: changedValues(change).added,
        missing: membersNotPromised(change),
      },
    };
  },
  message: ({ claim, tokenTypes, added, missing }) => {
    if (missing.length > 0)
      return `readers of ${quoted(tokenTypes)} may not find ${quoted(missing)} in "${claim}", which they were promised`;
    const what = added.length > 0 ? `${quoted(added)} in "${claim}", which` : `values of "${claim}" that`;
    return `readers of ${quoted(tokenTypes)} get ${what} they were not told of`;
  },
  help: ({ added }) =>
    added.length > 0
      ? 'Announce that values will come (`values: open`) before the first one does, or use a new claim.'
      : 'Keep what was promised, or release a new claim beside this one.',
});
