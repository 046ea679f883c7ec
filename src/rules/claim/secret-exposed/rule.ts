import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'claim/secret-exposed',
  inspects: 'exposure',
  severity: 'error',
  axis: 'security',
  summary: 'A token holds a secret.',
  source: 'RFC 7519 section 12; OWASP ASVS 5.0 14.1.1',
  *check({ exposure }) {
    const { tokenType, claim, level, at } = exposure;
    if (level === 'secret') yield { at, args: { claim, tokenType } };
  },
  message: ({ claim, tokenType }) => `everyone who sees the "${tokenType}" gets the secret in "${claim}"`,
  help: 'Keep secrets out of tokens; if it is none, say so with `privacy: { level: technical, reason: … }`.',
});
