import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'privacy/sub-made-public',
  inspects: 'change',
  of: ['subject-type-changed'],
  severity: 'error',
  axis: 'privacy',
  summary: 'A third party gets the `sub` that others have too.',
  source: 'OpenID Connect Core 1.0 sections 8.1 and 17.3',
  *check({ change, party }) {
    if (party !== 'third' || change.after !== 'public') return;
    yield { at: change.at, args: { client: change.coordinates.client ?? '' } };
  },
  message: ({ client }) =>
    `the third party "${client}" can tell which persons it shares with others: "sub" is the same for all of them now`,
  help: 'Keep `subject: pairwise`, or have it approved by who answers for personal data and waive it with the reason.',
});
