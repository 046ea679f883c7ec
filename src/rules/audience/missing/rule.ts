import { defineRule, isReadable } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'audience/missing',
  inspects: 'token-type',
  severity: 'error',
  axis: 'security',
  summary: 'An access token has no audience.',
  source: 'RFC 9068 section 2.2; RFC 8725 section 3.9',
  ownFormatOnly: true,
  *check({ tokenType }) {
    if (!isReadable(tokenType, 'access_token') || tokenType.audience !== undefined) return;
    yield { at: tokenType.at, args: { tokenType: tokenType.name } };
  },
  message: ({ tokenType }) =>
    `each API takes "${tokenType}" for its own: nothing says where its audience comes from`,
  help: 'Declare it, such as `audience: { from: scope, many: reject, shape: string }`.',
});
