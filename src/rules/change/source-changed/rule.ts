import { defineRule } from '../../../check/define-rule.ts';
import { showPath } from '../../../model/index.ts';

export default defineRule({
  id: 'change/source-changed',
  inspects: 'change',
  of: ['source-changed'],
  severity: 'error',
  axis: 'authorization',
  summary: 'A claim means something else under the same name.',
  source:
    'OpenID Connect Core 1.0 sections 5.7 and 8; Konubinix, What Should I Put Into Those Scopes and Access Tokens Claims',
  *check({ mapper, change, comparison }) {
    const { claim: name } = change.coordinates;
    const renamed = comparison.changes.find(
      ({ kind, coordinates }) => kind === 'claim-renamed' && coordinates.claim === name,
    );
    const now = renamed?.after ?? name;
    const claim = [...mapper.claims.values()].find(({ path }) => showPath(path) === now);
    const decides = claim?.use === 'authorization' || claim?.use === 'identifier' || claim?.path[0] === 'sub';
    const args = {
      claim: name ?? '',
      now: now ?? '',
      before: change.before ?? '',
      after: change.after ?? '',
    };
    yield { at: change.at, args, ...(!decides && { severity: 'warning' as const }) };
  },
  message: ({ claim, now, before, after }) =>
    now === claim
      ? `"${claim}" means something else under the same name: it came from ${before}, now from ${after}`
      : `"${now}" is not "${claim}" under another name: that came from ${before}, this comes from ${after}`,
  help: 'Release it under a new name, and give readers a map from one to the other.',
});
