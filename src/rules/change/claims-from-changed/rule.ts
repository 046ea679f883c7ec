import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'change/claims-from-changed',
  inspects: 'change',
  of: ['claims-from-changed'],
  severity: 'error',
  axis: 'authorization',
  summary: 'Refreshed tokens get their claims at another time.',
  source: 'OpenID Connect Core 1.0 section 12.2; Curity, Managing Scopes and Claims in OAuth Tokens',
  *check({ change }) {
    yield { at: change.at, args: { after: change.after ?? '' } };
  },
  message: ({ after }) =>
    after === 'authorization'
      ? 'a right that is taken away comes back with each refresh: claims are frozen when the user authorizes'
      : 'claims change in the middle of a session: they are read anew at each refresh',
  help: 'Tell readers; there is no way to have both.',
});
