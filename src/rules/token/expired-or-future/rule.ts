import { defineRule, member } from '../../../check/define-rule.ts';
import type { DecodedToken } from '../../../model/index.ts';

/** Seconds since 1970 of a time claim; undefined when it is none, or is in milliseconds. */
function seconds({ payload }: DecodedToken, name: string): number | undefined {
  const value = member(payload, name);
  return typeof value === 'number' && value < 1e11 ? value : undefined;
}

function reasonOf(token: DecodedToken): string | undefined {
  const now = token.now / 1000;
  const exp = seconds(token, 'exp');
  const iat = seconds(token, 'iat');
  const nbf = seconds(token, 'nbf');
  if (exp !== undefined && iat !== undefined && exp <= iat) return 'it ends before it was issued';
  // RFC 7519 section 4.1.4: on the very second it is over, too.
  if (exp !== undefined && exp + token.tolerance <= now) return 'it is over';
  if (nbf !== undefined && nbf - token.tolerance > now) return 'it is not valid yet';
  return iat !== undefined && iat - token.tolerance > now ? 'it was issued in the future' : undefined;
}

export default defineRule({
  id: 'token/expired-or-future',
  inspects: 'token',
  severity: 'error',
  axis: 'standard',
  summary: 'A token is over, or not valid yet.',
  source:
    'RFC 7519 sections 4.1.4 to 4.1.6; OpenID Connect Core 1.0 section 3.1.3.7; FAPI 2.0 Security Profile section 5.3.2.1',
  check({ token }) {
    const reason = reasonOf(token);
    return reason === undefined ? undefined : { at: token.at, args: { reason } };
  },
  message: ({ reason }) => `every reader refuses this token: ${reason}`,
  help: 'Get a new one; for a sample from the past, look at it as of then with `--at`.',
});
