import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'mapper/single-issuer',
  inspects: 'token-type',
  severity: 'warning',
  axis: 'security',
  summary: 'Two issuers issue the same kind of token.',
  source: 'RFC 8725 section 3.8; Curity, Managing Scopes and Claims in OAuth Tokens',
  ownFormatOnly: true,
  profiles: { relaxed: 'off' },
  *check({ mapper, tokenType }) {
    const { issuer, kind, name, at } = tokenType;
    if (issuer === undefined || issuer === mapper.issuer) return;
    const other = [...mapper.tokenTypes.values()].find(
      (candidate) => candidate.kind === kind && (candidate.issuer ?? mapper.issuer) !== issuer,
    );
    if (other !== undefined) yield { at, args: { tokenType: name, issuer, other: other.name } };
  },
  message: ({ tokenType, issuer, other }) =>
    `readers have to trust two issuers: "${tokenType}" is issued by "${issuer}", "${other}" is not`,
  help: 'Issue all tokens of a kind under one issuer; announce the end of the other with `deprecated`.',
});
