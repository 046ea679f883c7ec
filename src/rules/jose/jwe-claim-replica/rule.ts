import { defineRule, member } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'jose/jwe-claim-replica',
  inspects: 'token',
  severity: 'warning',
  axis: 'security',
  summary: 'The header of an encrypted token says something else than the token.',
  source: 'RFC 7519 section 5.3',
  *check({ token }) {
    for (const header of token.envelopes ?? []) {
      for (const claim of ['iss', 'sub', 'aud']) {
        const replica = member(header, claim);
        const inside = member(token.payload, claim);
        if (replica === undefined || JSON.stringify(replica) === JSON.stringify(inside)) continue;
        yield { at: token.at, args: { claim }, coordinates: { claim } };
      }
    }
  },
  message: ({ claim }) =>
    `who routes this token by its header is misled: "${claim}" there is not the one inside`,
  help: 'Leave the claim out of the header, or copy it exactly.',
});
