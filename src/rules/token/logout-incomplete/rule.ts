import { defineRule, isObject, member, quoted } from '../../../check/define-rule.ts';

const REQUIRED = ['iss', 'aud', 'iat', 'exp', 'jti', 'events'] as const;
const EVENT = 'http://schemas.openid.net/event/backchannel-logout';

export default defineRule({
  id: 'token/logout-incomplete',
  inspects: 'token',
  severity: 'error',
  axis: 'standard',
  summary: 'A logout token lacks what a client needs to end the right session.',
  source: 'OpenID Connect Back-Channel Logout 1.0 section 2.4',
  check({ token }) {
    const { at, kind, payload } = token;
    if (kind !== 'logout_token' || payload === undefined) return undefined;
    const missing: string[] = REQUIRED.filter((name) => member(payload, name) === undefined);
    if (member(payload, 'sub') === undefined && member(payload, 'sid') === undefined)
      missing.push('sub or sid');
    const events = member(payload, 'events');
    if (isObject(events) && member(events, EVENT) === undefined) missing.push(EVENT);
    return missing.length > 0 ? { at, args: { missing } } : undefined;
  },
  message: ({ missing }) =>
    `clients must refuse this logout token, and the session stays open: it lacks ${quoted(missing, 9)}`,
  help: 'Issue it with all members that the specification requires.',
});
