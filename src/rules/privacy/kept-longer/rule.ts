import { defineRule, isPersonal, quoted, showSeconds } from '../../../check/define-rule.ts';
import { placeOf } from '../../../model/index.ts';

export default defineRule({
  id: 'privacy/kept-longer',
  inspects: 'exposure-change',
  severity: 'warning',
  axis: 'privacy',
  summary: 'A token with personal data lives longer.',
  source: 'GDPR article 5 (1) (e)',
  profiles: { relaxed: 'off' },
  *check({ comparison, exposureChange }) {
    const { kind, exposure, others, beforeLifetime = 0 } = exposureChange;
    const { claim, tokenType, level, lifetime = 0 } = exposure;
    if (kind !== 'longer' || !isPersonal(level)) return;
    const changed = comparison.after.tokenTypes.get(tokenType);
    const at = changed === undefined ? exposure.at : placeOf(changed, 'lifetime');
    const claims = [...new Set([exposure, ...others].map((one) => one.claim))];
    const args = { claims, tokenType, before: beforeLifetime, after: lifetime };
    yield { at, args, coordinates: { tokenType, claim } };
  },
  message: ({ claims, tokenType, before, after }) =>
    `whoever finds the "${tokenType}" can use it, and read ${quoted(claims)}, for ${showSeconds(after)} instead of ${showSeconds(before)}`,
  help: 'Keep tokens with personal data short-lived, or release it into userinfo instead.',
});
