import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'token/unreadable',
  inspects: 'token',
  severity: 'error',
  axis: 'security',
  summary: 'Nothing in a token can be read.',
  source: 'tokenpact: what nobody looked at is not valid',
  check({ token }) {
    const { at, form, payload, sealed = 'it is encrypted' } = token;
    if (payload !== undefined) return undefined;
    const reason = form === 'opaque' ? 'it is opaque: only its issuer knows what it stands for' : sealed;
    return { at, args: { reason }, detail: form, undecided: true };
  },
  message: ({ reason }) => `nobody can say whether this token is valid: ${reason}`,
  help: 'Give the key with `--key`, or the response of the introspection endpoint instead; where such tokens are expected: `--rule token/unreadable=off`.',
});
