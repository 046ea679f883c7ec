import { defineRule, member, showSeconds } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'token/lifetime-exceeded',
  inspects: 'token',
  severity: 'warning',
  axis: 'security',
  summary: 'A token lives longer than its contract says.',
  source: 'RFC 6750 section 5.3; OpenID Connect Core 1.0 section 16.18',
  check({ token }) {
    const { at, contract, payload, tolerance } = token;
    const issued = member(payload, 'iat');
    const expires = member(payload, 'exp');
    if (contract?.lifetime === undefined || typeof issued !== 'number' || typeof expires !== 'number')
      return undefined;
    // Told as token/numericdate-milliseconds.
    if (issued >= 1e11 || expires >= 1e11) return undefined;
    const lives = Math.round(expires - issued);
    if (lives <= contract.lifetime + tolerance) return undefined;
    return { at, args: { lives: showSeconds(lives), promised: showSeconds(contract.lifetime) } };
  },
  message: ({ lives, promised }) =>
    `who steals this token can use it for ${lives}; its contract says ${promised}`,
  help: 'Mend the setting of the client or of the issuer, or write the longer lifetime down.',
});
