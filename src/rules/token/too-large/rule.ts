import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'token/too-large',
  inspects: 'token',
  severity: 'warning',
  axis: 'compatibility',
  summary: 'A token is larger than servers accept in a header.',
  source: 'RFC 9110 section 5.4; Authress, Down scoping tokens and permission attenuation',
  options: { warnBytes: 4096, maxBytes: 8192 },
  check({ token, options }) {
    const { at, size, form, contract } = token;
    const limit = contract?.maxBytes ?? options.warnBytes;
    // A JSON response is no header.
    if (form === 'json' || size <= limit) return undefined;
    const broken = size > options.maxBytes || contract?.maxBytes !== undefined;
    return { at, args: { size, limit }, ...(broken && { severity: 'error' as const }) };
  },
  message: ({ size, limit }) =>
    `servers that limit headers refuse this token: it has ${size} bytes, more than ${limit}`,
  help: 'Leave out what readers can ask for, or issue a reference token.',
});
