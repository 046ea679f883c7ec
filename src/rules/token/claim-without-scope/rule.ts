import { defineRule, onClaim, refusedScopes } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'token/claim-without-scope',
  inspects: 'token',
  severity: 'error',
  axis: 'privacy',
  summary: 'A token has a claim that none of its scopes releases.',
  source: 'OpenID Connect Core 1.0 section 5.4',
  about: 'violations',
  check({ token }) {
    return (
      token.violations
        .filter(({ kind }) => kind === 'not-released')
        // Scopes that nobody granted release nothing, not even themselves: told as token/scope-not-granted.
        .filter(({ path: [name] }) => name !== 'scope' || refusedScopes(token).length === 0)
        .map(({ path }) => onClaim(token, path))
    );
  },
  message: ({ claim }) => `"${claim}" was given away without being asked for: no granted scope releases it`,
  help: 'Find out what puts it in, and release it by a scope only.',
});
