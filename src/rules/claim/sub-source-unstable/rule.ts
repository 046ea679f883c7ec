import { defineRule, rootName } from '../../../check/define-rule.ts';
import { placeOf } from '../../../model/index.ts';

const CHANGES: ReadonlySet<string> = new Set([
  'email',
  'mail',
  'upn',
  'userprincipalname',
  'username',
  'login',
  'preferred_username',
  'phone',
  'phone_number',
  'mobile',
  'name',
  'displayname',
  'display_name',
  'cn',
  'dn',
  'samaccountname',
]);

export default defineRule({
  id: 'claim/sub-source-unstable',
  inspects: 'claim',
  severity: 'error',
  axis: 'security',
  summary: 'The subject identifier comes from something that changes.',
  source: 'OpenID Connect Core 1.0 sections 2 and 5.7; OWASP ASVS 5.0 10.3.3',
  *check({ claim }) {
    if (rootName(claim) !== 'sub' || claim.about !== 'user') return;
    // The registry says that sub is immutable; only the definition's own word vouches for its source.
    if (claim.mutable === false && claim.keyPlaces?.has('mutable')) return;
    const attribute = claim.source?.split(/[.:/]/).at(-1)?.toLowerCase() ?? '';
    if (claim.mutable !== true && !CHANGES.has(attribute)) return;
    yield { at: placeOf(claim, 'source'), args: { source: claim.source ?? 'a mutable value' } };
  },
  message: ({ source }) =>
    `accounts change hands: "sub" comes from ${source}, which changes or is given to somebody else`,
  help: 'Take it from an identifier that is made once and never reused, such as a UUID.',
});
