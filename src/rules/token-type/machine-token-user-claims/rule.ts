import { defineRule } from '../../../check/define-rule.ts';
import { placeOf, showPath } from '../../../model/index.ts';

export default defineRule({
  id: 'token-type/machine-token-user-claims',
  inspects: 'claim',
  severity: 'error',
  axis: 'security',
  summary: 'A claim that the standard defines for users is released about a client.',
  source: 'RFC 9068 section 2.2; RFC 9700 section 4.15.1; OpenID Connect Core 1.0 section 5.1',
  ownFormatOnly: true,
  *check({ claim, registered }) {
    if (claim.implied || claim.about !== 'client' || registered?.about !== 'user') return;
    // Only what identifies a person: services have roles, and are their own subject (RFC 9068 section 2.2).
    if (!registered.reference.startsWith('OpenID Connect Core 1.0 section 5.1') || claim.path[0] === 'sub')
      return;
    yield {
      at: placeOf(claim, 'about'),
      args: { claim: showPath(claim.path), reference: registered.reference },
    };
  },
  message: ({ claim, reference }) =>
    `APIs take a service for a person: "${claim}" is about a user (${reference}), not about a client`,
  help: 'Use a name of your own for what is known about a client.',
});
