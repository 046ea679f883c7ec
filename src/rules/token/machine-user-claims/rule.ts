import { defineRule, personalClaimsOfMachine } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'token/machine-user-claims',
  inspects: 'token',
  severity: 'error',
  axis: 'security',
  summary: 'A token that a service got for itself says something about a person.',
  source: 'RFC 9068 section 2.2; RFC 9700 section 4.15.1',
  check({ token }) {
    const { at } = token;
    return personalClaimsOfMachine(token).map((claim) => ({ at, args: { claim }, coordinates: { claim } }));
  },
  message: ({ claim }) => `APIs take this service for a person: it has "${claim}"`,
  help: 'Release claims about users to users only.',
});
