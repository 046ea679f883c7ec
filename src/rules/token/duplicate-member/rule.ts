import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'token/duplicate-member',
  inspects: 'token',
  severity: 'error',
  axis: 'security',
  summary: 'A member occurs twice in a token.',
  source: 'RFC 7519 section 4; RFC 7515 section 4',
  about: 'duplicates',
  check: ({ token: { at, duplicates } }) => duplicates.map((name) => ({ at, args: { name }, detail: name })),
  message: ({ name }) => `readers disagree on what "${name}" is: it occurs twice`,
  help: 'Make each name unique where the token is built.',
});
