import { defineRule, member } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'token/sub-malformed',
  inspects: 'token',
  severity: 'error',
  axis: 'standard',
  summary: 'A subject identifier is too long, or not ASCII.',
  source: 'OpenID Connect Core 1.0 section 2',
  check({ token }) {
    const sub = member(token.payload, 'sub');
    if (typeof sub !== 'string' || (token.kind !== 'id_token' && token.kind !== 'userinfo')) return undefined;
    const isAscii = /^[\x20-\x7e]*$/.test(sub);
    if (sub.length <= 255 && isAscii) return undefined;
    const problem = isAscii
      ? `it has ${sub.length} characters, 255 are allowed`
      : 'it has characters beyond ASCII';
    return { at: token.at, args: { problem }, coordinates: { claim: 'sub' } };
  },
  message: ({ problem }) => `databases of clients cut or refuse "sub": ${problem}`,
  help: 'Use an identifier that fits, such as a UUID.',
});
