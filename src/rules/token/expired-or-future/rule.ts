import { defineRule, member } from '../../../check/define-rule.ts';
import type { DecodedToken } from '../../../model/index.ts';

const TIMES = ['exp', 'nbf', 'iat'] as const;

/** Times that no reader can take for one; what a contract says of their type is told as token/type-mismatch. */
function unreadTimes({ payload, violations }: DecodedToken): readonly string[] {
  return TIMES.filter((name) => {
    const value = member(payload, name);
    if (value === undefined || typeof value === 'number') return false;
    return !violations.some(({ kind, path }) => kind === 'mismatch' && path[0] === name);
  });
}

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
  const { presentedAt, tolerance } = token;
  if (exp !== undefined && iat !== undefined && exp <= iat) return 'it ends before it was issued';
  // RFC 7519 section 4.1.4: on the very second it is over, too.
  if (exp !== undefined && exp + tolerance <= now) return 'it is over';
  if (nbf !== undefined && nbf - tolerance > now) return 'it is not valid yet';
  if (iat !== undefined && iat - tolerance > now) return 'it was issued in the future';
  if (presentedAt === undefined) return undefined;
  if (presentedAt - tolerance > now) return 'its holder presented it in the future';
  return iat !== undefined && presentedAt + tolerance < iat
    ? 'it was presented before it was issued'
    : undefined;
}

export default defineRule({
  id: 'token/expired-or-future',
  inspects: 'token',
  severity: 'error',
  axis: 'standard',
  summary: 'A token is over, not valid yet, or has no time that can be read.',
  source:
    'RFC 7519 sections 4.1.4 to 4.1.6; RFC 9901 section 7.3; OpenID Connect Core 1.0 section 3.1.3.7; FAPI 2.0 Security Profile section 5.3.2.1',
  check({ token }) {
    const { at } = token;
    const unread = unreadTimes(token).map((claim) => ({
      at,
      args: { reason: `its "${claim}" is not a number of seconds` },
      coordinates: { claim },
    }));
    const reason = reasonOf(token);
    return reason === undefined ? unread : [...unread, { at, args: { reason } }];
  },
  message: ({ reason }) => `every reader refuses this token: ${reason}`,
  help: 'Get a new one; for a sample from the past, look at it as of then with `--at`.',
});
