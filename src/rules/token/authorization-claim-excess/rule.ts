import { defineRule, excess } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'token/authorization-claim-excess',
  inspects: 'token',
  severity: 'error',
  axis: 'authorization',
  summary: 'A token has a claim for authorization that its contract does not know.',
  source: 'RFC 9700 section 2.3; RFC 9068 section 2.2.3.1',
  about: 'violations',
  check: ({ token }) => excess(token, 'authorization'),
  message: ({ claim }) =>
    `readers may open access by "${claim}", which is in no contract of such tokens: nobody granted it here`,
  help: 'Stop issuing it here, or define what releases it.',
});
