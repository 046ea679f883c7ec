import { defineRule, excess } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'token/personal-claim-excess',
  inspects: 'token',
  severity: 'error',
  axis: 'privacy',
  summary: 'A token has personal data that its contract does not know.',
  source: 'GDPR articles 5(1)(c) and 25(2); OpenID Connect Core 1.0 section 5.4',
  about: 'violations',
  check: ({ token }) => excess(token, 'personal'),
  message: ({ claim }) =>
    `whoever holds this token learns "${claim}", which tells about a person and is in no contract of such tokens`,
  help: 'Stop issuing it here, or define what releases it, so that somebody reviews who gets it.',
});
