import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'token/malformed',
  inspects: 'malformed-token',
  severity: 'error',
  axis: 'standard',
  summary: 'A token can not be taken apart.',
  source: 'RFC 7515 section 7.1; RFC 7519 section 7.2',
  check: ({ malformed: { at, reason } }) => ({ at, args: { reason }, detail: reason }),
  message: ({ reason }) => `nothing in this token can be checked: ${reason}`,
  help: 'Copy all of it: three parts (five where it is encrypted), separated by dots.',
});
