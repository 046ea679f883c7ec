import { defineRule, isReadable } from '../../../check/define-rule.ts';

const TENANT = /^(tid|tenant|tenant[-_]?id|org|org[-_]?id|organi[sz]ation([-_]?id)?)$/i;

export default defineRule({
  id: 'claim/tenant-missing',
  inspects: 'contract',
  severity: 'warning',
  axis: 'authorization',
  summary: 'Tokens of an issuer with many tenants do not say which tenant they are for.',
  source: 'RFC 8707 section 3; Konubinix, What Should I Put Into Those Scopes and Access Tokens Claims',
  profiles: { 'high-security': 'error' },
  *check({ mapper, contract }) {
    const { key, claims, unresolved } = contract;
    const tokenType = mapper.tokenTypes.get(key.tokenType);
    if (!/\{tenant/i.test(mapper.issuer) || key.subject !== 'user' || unresolved.length > 0) return;
    if (tokenType === undefined || !isReadable(tokenType, 'access_token')) return;
    if ([...claims.values()].some(({ path }) => TENANT.test(path.at(-1) ?? ''))) return;
    yield { at: tokenType.at, args: { tokenType: tokenType.name, issuer: mapper.issuer } };
  },
  message: ({ tokenType, issuer }) =>
    `an API that only checks the signature serves all tenants: "${tokenType}" names the tenant nowhere but in "${issuer}"`,
  help: 'Release an immutable tenant identifier, such as `tid`, into each token.',
});
