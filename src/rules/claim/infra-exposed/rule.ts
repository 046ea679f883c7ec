import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'claim/infra-exposed',
  inspects: 'exposure',
  severity: 'warning',
  axis: 'security',
  summary: 'A token holds details of the infrastructure.',
  source: 'RFC 7662 section 2.2; Curity, Managing Scopes and Claims in OAuth Tokens',
  profiles: { relaxed: 'info' },
  *check({ mapper, exposure, tokenTypes }) {
    const { claim, level, at } = exposure;
    // Introspection is asked by our own services; a workload's identity is its place.
    const tokenType = tokenTypes.find((name) => {
      const kind = mapper.tokenTypes.get(name)?.kind;
      return kind !== 'introspection' && kind !== 'assertion';
    });
    if (level !== 'confidential-infrastructure' || tokenType === undefined) return;
    // Registered claims with addresses are for readers to use: distributed claims, status lists.
    if (mapper.claims.get(claim)?.registered !== true) yield { at, args: { claim, tokenType } };
  },
  message: ({ claim, tokenType }) =>
    `whoever finds the "${tokenType}" learns about the network from "${claim}"`,
  help: 'Leave it out, or release it into introspection only.',
});
