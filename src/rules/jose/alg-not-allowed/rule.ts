import {
  defineRule,
  maskedUndeclared,
  member,
  quoted,
  signatureHeaders,
} from '../../../check/define-rule.ts';

const FAPI = ['PS256', 'ES256', 'EdDSA', 'Ed25519'] as const;

/** What the algorithms of the IANA registry that sign look like. */
const REGISTERED = /^(?:[A-Z]{2}\d{3}K?|Ed\w{3,5}|ML-DSA-\d\d)$/;

export default defineRule({
  id: 'jose/alg-not-allowed',
  inspects: 'token',
  severity: 'error',
  axis: 'security',
  summary: 'A token is signed with an algorithm that is not allowed.',
  source: 'RFC 8725 sections 3.1 and 3.2; FAPI 2.0 Security Profile section 5.4.1',
  oncePerGrant: true,
  check({ token, settings }) {
    const listed = token.contract?.header?.algorithms ?? [];
    const allowed = listed.length > 0 ? listed : settings.profile === 'fapi2' ? FAPI : [];
    if (allowed.length === 0) return undefined;
    return signatureHeaders(token).flatMap((header) => {
      const alg = member(header, 'alg');
      if (typeof alg !== 'string' || alg.toLowerCase() === 'none' || allowed.includes(alg)) return [];
      const shown = REGISTERED.test(alg) ? alg : maskedUndeclared(alg);
      return [{ at: token.at, args: { alg: shown, allowed }, detail: alg }];
    });
  },
  message: ({ alg, allowed }) =>
    `readers must refuse this token: it is signed with "${alg}", allowed is ${quoted(allowed)}`,
  help: 'Sign with an algorithm of the list, or list this one and tell readers.',
});
