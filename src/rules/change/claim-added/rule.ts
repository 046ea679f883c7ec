import { defineRule, quoted } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'change/claim-added',
  inspects: 'change',
  of: ['claim-added'],
  severity: 'warning',
  axis: 'compatibility',
  summary: 'A third party gets a claim that it did not get before.',
  source: 'RFC 7519 section 4; Curity, Managing Scopes and Claims in OAuth Tokens',
  profiles: { relaxed: 'off' },
  *check({ change, party, hit }) {
    if (party !== 'third' && hit.length === 0) return;
    yield { at: change.at, args: { claim: change.coordinates.claim ?? '', tokenTypes: change.tokenTypes } };
  },
  message: ({ claim, tokenTypes }) =>
    `third parties get "${claim}" in ${quoted(tokenTypes)} without having been told`,
  help: 'Announce it, and waive this once they know.',
});
