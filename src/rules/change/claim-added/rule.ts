import { defineRule, quoted } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'change/claim-added',
  inspects: 'change',
  of: ['claim-added'],
  severity: 'warning',
  axis: 'compatibility',
  summary: 'Somebody who should be told first gets a new claim.',
  source: 'RFC 7519 section 4; Curity, Managing Scopes and Claims in OAuth Tokens',
  profiles: { relaxed: 'off' },
  *check({ change, party, hit }) {
    if (party !== 'third' && hit.length === 0) return;
    yield {
      at: change.at,
      args: { claim: change.coordinates.claim ?? '', tokenTypes: change.tokenTypes, party },
    };
  },
  message: ({ claim, tokenTypes, party }) =>
    party === 'third'
      ? `third parties get "${claim}" in ${quoted(tokenTypes)} without having been told`
      : `readers that know all claims by name get "${claim}" in ${quoted(tokenTypes)}`,
  help: 'Announce it, and waive this once they know.',
});
