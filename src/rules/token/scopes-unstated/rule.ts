import { defineRule, releasedByUnstated } from '../../../check/define-rule.ts';
import { pathKey, showPath } from '../../../model/index.ts';

export default defineRule({
  id: 'token/scopes-unstated',
  inspects: 'token',
  severity: 'error',
  axis: 'privacy',
  summary: 'A token does not say its scopes, and has a claim that only some of them release.',
  source: 'RFC 9068 section 2.2.3',
  check({ token }) {
    const { at } = token;
    return releasedByUnstated(token).map((path) => ({
      at,
      args: { claim: showPath(path) },
      coordinates: { claim: pathKey(path) },
      undecided: true,
    }));
  },
  message: ({ claim }) =>
    `nobody can say whether "${claim}" was asked for: only a scope releases it, and the token has no "scope"`,
  help: 'Issue the token with its `scope`, or say what was granted: `--scope "…"`.',
});
