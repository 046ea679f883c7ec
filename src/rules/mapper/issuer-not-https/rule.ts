import { defineRule } from '../../../check/define-rule.ts';
import { placeOf } from '../../../model/index.ts';

/** What developers run is on this machine, where nothing has a certificate. */
const HTTPS = /^https:\/\/[^/?#\s]+[^?#\s]*$/i;
const LOCAL = /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?(?:\/[^?#\s]*)?$/i;

export default defineRule({
  id: 'mapper/issuer-not-https',
  inspects: 'mapper',
  severity: 'warning',
  axis: 'standard',
  summary: 'An issuer is no https address.',
  source: 'RFC 8414 section 2; OpenID Connect Core 1.0 section 2 (`iss`)',
  *check({ mapper }) {
    const { issuer } = mapper;
    if (HTTPS.test(issuer) || LOCAL.test(issuer)) return;
    yield { at: placeOf(mapper, 'issuer'), args: { issuer } };
  },
  message: ({ issuer }) =>
    `libraries find no keys for "${issuer}", or ask for them unprotected: it is no https address without query and fragment`,
  help: 'Write it as tokens have it in `iss`, such as `https://id.shop.example`.',
});
