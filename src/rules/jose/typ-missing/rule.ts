import { defineRule, maskedUndeclared, member } from '../../../check/define-rule.ts';

/** Media types are equal whatever their case, with or without `application/` (RFC 7515 section 4.1.9). */
const plain = (typ: string): string => typ.toLowerCase().replace(/^application\//, '');

export default defineRule({
  id: 'jose/typ-missing',
  inspects: 'token',
  severity: 'warning',
  axis: 'security',
  summary: 'A token does not have the typ that its contract says.',
  source: 'RFC 9068 sections 2.1 and 4; RFC 8725 section 3.11',
  oncePerGrant: true,
  profiles: { 'high-security': 'error' },
  check({ token }) {
    const expected = token.contract?.header?.typ;
    const typ = member(token.header, 'typ');
    if (expected === undefined || token.form !== 'jws') return undefined;
    const found = typeof typ === 'string' ? typ : 'none';
    // JWT is what a typ may always say, or leave out (RFC 7519 section 5.1), where nothing else is promised.
    if (plain(expected) === plain(found) || (plain(expected) === 'jwt' && found === 'none')) return undefined;
    // RFC 9068 section 4: a resource server must reject an access token of another typ.
    const isDemanded = token.contract?.profile === 'rfc9068';
    const severity = isDemanded ? { severity: 'error' as const } : {};
    // A media type tells what a token is for; anything else may be anything.
    const shown = /^[a-z0-9.+-]*\b(jwt|none)$/i.test(plain(found)) ? found : maskedUndeclared(found);
    return { at: token.at, args: { expected, found: shown }, ...severity };
  },
  message: ({ expected, found }) => {
    const how =
      found === 'none'
        ? `it has no typ; expected is "${expected}"`
        : `its typ is "${found}", not "${expected}"`;
    return `readers can't tell this token from others: ${how}`;
  },
  help: ({ expected }) => `Issue it with \`typ: ${expected}\`; readers that do not check it are not hurt.`,
});
