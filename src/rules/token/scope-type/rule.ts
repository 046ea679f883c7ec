import { defineRule, jsonType, member } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'token/scope-type',
  inspects: 'token',
  severity: 'error',
  axis: 'standard',
  summary: 'The scopes of a token are not one string.',
  source: 'RFC 8693 section 4.2; RFC 9068 section 2.2.3',
  oncePerGrant: true,
  profiles: { relaxed: 'warning' },
  check({ token }) {
    const scope = member(token.payload, 'scope');
    if (scope === undefined || typeof scope === 'string') return undefined;
    return { at: token.at, args: { type: jsonType(scope) }, coordinates: { claim: 'scope' } };
  },
  message: ({ type }) => `readers find no scope in this token: "scope" is ${type}, not one string`,
  help: 'Join the scopes with spaces.',
});
