import { defineRule } from '../../../check/define-rule.ts';
import { showPath } from '../../../model/index.ts';

const STANDARD: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'profile',
    [
      'name',
      'family_name',
      'given_name',
      'middle_name',
      'nickname',
      'preferred_username',
      'profile',
      'picture',
      'website',
      'gender',
      'birthdate',
      'zoneinfo',
      'locale',
      'updated_at',
      'sub',
    ],
  ],
  ['email', ['email', 'email_verified', 'sub']],
  ['address', ['address', 'sub']],
  ['phone', ['phone_number', 'phone_number_verified', 'sub']],
]);

export default defineRule({
  id: 'scope/oidc-standard-redefined',
  inspects: 'scope',
  severity: 'warning',
  axis: 'standard',
  summary: 'A standard OpenID scope releases a claim that the standard does not give it.',
  source: 'OpenID Connect Core 1.0 section 5.4',
  *check({ mapper, scope }) {
    const allowed = STANDARD.get(scope.name);
    if (allowed === undefined) return;
    for (const [tokenType, releases] of scope.releases) {
      const kind = mapper.tokenTypes.get(tokenType)?.kind ?? tokenType;
      if (kind !== 'userinfo' && kind !== 'id_token') continue;
      for (const { claim, at } of releases) {
        const path = mapper.claims.get(claim)?.path ?? [claim];
        if (allowed.includes(path[0] ?? '')) continue;
        yield { at, args: { scope: scope.name, claim: showPath(path) }, coordinates: { claim } };
      }
    }
  },
  message: ({ scope, claim }) =>
    `who grants "${scope}" also gives away "${claim}", which the standard does not put there`,
  help: 'Release the claim by a scope of its own.',
});
