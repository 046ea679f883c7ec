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
  *check({ mapper, change }) {
    const claim = [...mapper.claims.values()].find(({ path }) => showPath(path) === change.coordinates.claim);
    const decides = claim?.use === 'authorization' || claim?.use === 'identifier' || claim?.path[0] === 'sub';
    const args = {
      claim: change.coordinates.claim ?? '',
      before: change.before ?? '',
      after: change.after ?? '',
    };
    yield { at: change.at, args, ...(!decides && { severity: 'warning' as const }) };
  },
  message: ({ claim, before, after }) =>
    `"${claim}" means something else under the same name: it came from ${before}, now from ${after}`,
  help: 'Release it under a new name, and give readers a map from one to the other.',
});
