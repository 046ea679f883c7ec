import { defineRule, member } from '../../../check/define-rule.ts';

const OF_PEOPLE = [
  'email',
  'phone_number',
  'given_name',
  'family_name',
  'birthdate',
  'preferred_username',
] as const;

export default defineRule({
  id: 'token/machine-user-claims',
  inspects: 'token',
  severity: 'error',
  axis: 'security',
  summary: 'A token that a service got for itself says something about a person.',
  source: 'RFC 9068 section 2.2; RFC 9700 section 4.15',
  *check({ token }) {
    const { payload } = token;
    const sub = member(payload, 'sub');
    // The subject of a client's own token is the client (RFC 9068 section 2.2).
    if (sub === undefined || sub !== member(payload, 'client_id')) return;
    const claims = OF_PEOPLE.filter((claim) => member(payload, claim) !== undefined);
    for (const claim of claims) yield { at: token.at, args: { claim }, coordinates: { claim } };
  },
  message: ({ claim }) => `APIs take this service for a person: it has "${claim}"`,
  help: 'Release claims about users to users only.',
});
