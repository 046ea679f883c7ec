import { defineRule, onClaim, releasedByUnstated } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'token/scopes-unstated',
  inspects: 'token',
  severity: 'error',
  axis: 'privacy',
  summary: 'A token does not say its scopes, and has a claim that only some of them release.',
  source: 'RFC 9068 section 2.2.3',
  check: ({ token }) =>
    releasedByUnstated(token).map((path) => ({ ...onClaim(token, path), undecided: true })),
  message: ({ claim }) =>
    `nobody can say whether "${claim}" was asked for: only a scope releases it, and the token has no "scope"`,
  help: 'Issue the token with its `scope`, or say what was granted: `--scope "…"`.',
});
