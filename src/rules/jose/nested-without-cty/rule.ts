import { defineRule, member } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'jose/nested-without-cty',
  inspects: 'token',
  severity: 'error',
  axis: 'standard',
  summary: 'A signed token inside of an encrypted one is not announced.',
  source: 'RFC 7519 sections 5.2 and 11.2; OpenID Connect Core 1.0 section 16.14',
  about: 'envelopes',
  check({ token }) {
    const outer = token.envelopes?.[0];
    if (outer === undefined || token.form !== 'jws') return undefined;
    const cty = member(outer, 'cty');
    const isAnnounced = typeof cty === 'string' && /^(application\/)?jwt$/i.test(cty);
    return isAnnounced ? undefined : { at: token.at, args: {} };
  },
  message: () =>
    'libraries take what is inside for claims, and do not check its signature: the header has no "cty": "JWT"',
  help: 'Encrypt with `cty: JWT` when a signed token is inside.',
});
