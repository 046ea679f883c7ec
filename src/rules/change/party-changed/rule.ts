import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'change/party-changed',
  inspects: 'change',
  of: ['client-party-changed', 'resource-party-changed'],
  severity: 'error',
  axis: 'privacy',
  summary: 'A reader belongs to somebody else now.',
  source: 'GDPR article 4 (10); Curity, Managing Scopes and Claims in OAuth Tokens',
  *check({ change }) {
    if (change.after !== 'third') return;
    yield { at: change.at, args: { name: change.coordinates.client ?? change.coordinates.resource ?? '' } };
  },
  message: ({ name }) => `"${name}" belongs to a third party now, and reads what it read before`,
  help: 'Look at what it gets (`tokenpact privacy`), and take away what a third party must not have.',
});
