import { defineRule, member } from '../../../check/define-rule.ts';
import type { JsonObject } from '../../../model/index.ts';

const isAnnounced = (header: JsonObject): boolean => {
  const cty = member(header, 'cty');
  return typeof cty === 'string' && /^(application\/)?jwt$/i.test(cty);
};

export default defineRule({
  id: 'jose/nested-without-cty',
  inspects: 'token',
  severity: 'error',
  axis: 'standard',
  summary: 'A token inside of another one is not announced.',
  source: 'RFC 7519 sections 5.2 and 11.2; OpenID Connect Core 1.0 section 16.14',
  about: 'envelopes',
  check({ token }) {
    const { at, form, payload, envelopes = [] } = token;
    // Of claims that are encrypted and nothing else, the header is that of the last envelope.
    const around = form === 'jwe' && payload !== undefined ? envelopes.slice(0, -1) : envelopes;
    return around.every(isAnnounced) ? undefined : { at, args: {} };
  },
  message: () =>
    'libraries take what is inside for claims, and do not check its signature: the header has no "cty": "JWT"',
  help: 'Encrypt or sign with `cty: JWT` when a token is inside.',
});
