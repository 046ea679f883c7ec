import { defineRule, isObject, member } from '../../../check/define-rule.ts';
import type { JsonValue } from '../../../model/index.ts';

function problemOf(entry: JsonValue): string | undefined {
  const verification = isObject(entry) ? member(entry, 'verification') : undefined;
  const claims = isObject(entry) ? member(entry, 'claims') : undefined;
  if (!isObject(verification) || typeof member(verification, 'trust_framework') !== 'string')
    return 'it has no trust framework';
  // Without a claim in it, it says that somebody was verified, and no more.
  return isObject(claims) ? undefined : 'it has no claims';
}

export default defineRule({
  id: 'token/verified-claims-shape',
  inspects: 'token',
  severity: 'error',
  axis: 'standard',
  summary: 'Verified claims do not say by which rules they were verified.',
  source: 'OpenID Identity Assurance Schema Definition 1.0 sections 5.2 and 5.4.2',
  check({ token }) {
    const claim = 'verified_claims';
    const found = member(token.payload, claim);
    const entries: readonly JsonValue[] = found === undefined ? [] : Array.isArray(found) ? found : [found];
    const problem = entries.map(problemOf).find((one) => one !== undefined);
    return problem === undefined ? undefined : { at: token.at, args: { problem }, coordinates: { claim } };
  },
  message: ({ problem }) => `nobody can rely on "verified_claims": ${problem}`,
  help: 'Add `verification.trust_framework`, and `claims`, which may be empty.',
});
