import { defineRule } from '../../../check/define-rule.ts';
import { placeOf } from '../../../model/index.ts';

export default defineRule({
  id: 'token-type/id-token-for-api',
  inspects: 'consumer',
  severity: 'error',
  axis: 'security',
  summary: 'An API reads ID tokens, or a client reads access tokens.',
  source: 'RFC 9068 section 6; OWASP ASVS 5.0 9.2.2',
  *check({ consumer, mapper }) {
    const { reads, role, name } = consumer;
    const kind = mapper?.tokenTypes.get(reads)?.kind ?? reads;
    const wrong =
      role.as === 'resource' ? kind === 'id_token' : role.as === 'client' && kind === 'access_token';
    if (wrong) yield { at: placeOf(consumer, 'reads'), args: { consumer: name, as: role.as, kind } };
  },
  message: ({ consumer, as, kind }) =>
    as === 'client'
      ? `"${consumer}" breaks when access tokens become opaque: a client has no business in a token "${kind}"`
      : `"${consumer}" lets in whoever has logged in anywhere: a token "${kind}" is for clients, not for an API`,
  help: 'Let APIs read access tokens, and clients ID tokens and userinfo.',
});
