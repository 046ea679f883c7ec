import { defineRule, member } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'jose/zip',
  inspects: 'token',
  severity: 'warning',
  axis: 'security',
  summary: 'An encrypted token is compressed.',
  source: 'RFC 8725 section 3.6',
  oncePerGrant: true,
  check({ token }) {
    const { at, header, envelopes = [] } = token;
    const isCompressed = [...envelopes, header].some((one) => member(one, 'zip') !== undefined);
    return isCompressed ? { at, args: {} } : undefined;
  },
  message: () =>
    'the length of this token tells about what is in it: it is compressed before it is encrypted',
  help: 'Encrypt without `zip`.',
});
