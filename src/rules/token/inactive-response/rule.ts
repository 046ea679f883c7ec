import { defineRule, member, quoted } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'token/inactive-response',
  inspects: 'token',
  severity: 'error',
  axis: 'privacy',
  summary: 'The response for an inactive token tells more than that.',
  source: 'RFC 7662 section 2.2; RFC 9701 section 5',
  profiles: { relaxed: 'warning' },
  check({ token }) {
    const { at, payload } = token;
    if (member(payload, 'active') !== false) return undefined;
    const told = Object.keys(payload ?? {}).filter((name) => name !== 'active');
    return told.length === 0 ? undefined : { at, args: { told: told.sort() } };
  },
  message: ({ told }) => `whoever asks about a token that is over learns what was in it: ${quoted(told)}`,
  help: 'Answer `{"active":false}`, and nothing else.',
});
