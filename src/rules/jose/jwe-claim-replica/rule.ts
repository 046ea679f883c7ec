import { defineRule, member } from '../../../check/define-rule.ts';

const REPLICATED = ['iss', 'sub', 'aud'] as const;

export default defineRule({
  id: 'jose/jwe-claim-replica',
  inspects: 'token',
  severity: 'warning',
  axis: 'security',
  summary: 'The header of an encrypted token says something else than the token.',
  source: 'RFC 7519 section 5.3',
  about: 'envelopes',
  check({ token }) {
    const { at, payload, envelopes = [] } = token;
    return envelopes.flatMap((header) =>
      REPLICATED.filter((claim) => {
        const replica = member(header, claim);
        return replica !== undefined && JSON.stringify(replica) !== JSON.stringify(member(payload, claim));
      }).map((claim) => ({ at, args: { claim }, coordinates: { claim } })),
    );
  },
  message: ({ claim }) =>
    `who routes this token by its header is misled: "${claim}" there is not the one inside`,
  help: 'Leave the claim out of the header, or copy it exactly.',
});
