import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'claim/infra-exposed',
  inspects: 'exposure',
  severity: 'warning',
  axis: 'security',
  summary: 'A token holds details of the infrastructure.',
  source: 'RFC 7662 section 2.2; Curity, Managing Scopes and Claims in OAuth Tokens',
  profiles: { relaxed: 'info' },
  *check({ mapper, exposure }) {
    const { tokenType, claim, level, at } = exposure;
    const kind = mapper.tokenTypes.get(tokenType)?.kind;
    // Introspection is asked by our own services; a workload's identity is its place.
    if (level !== 'confidential-infrastructure' || kind === 'introspection' || kind === 'assertion') return;
    yield { at, args: { claim, tokenType } };
  },
  message: ({ claim, tokenType }) =>
    `whoever finds the "${tokenType}" learns about the network from "${claim}"`,
  help: 'Leave it out, or release it into introspection only.',
});
