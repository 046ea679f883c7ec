import { defineRule, listed, quoted } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'change/algorithms-opened',
  inspects: 'change',
  of: ['algorithms-opened'],
  severity: 'error',
  axis: 'compatibility',
  summary: 'How tokens are signed is not promised any more.',
  source: 'RFC 8725 section 3.1',
  *check({ change, breakage }) {
    yield {
      at: change.at,
      severity: breakage,
      args: { tokenTypes: change.tokenTypes, algorithms: listed(change.before ?? '') },
    };
  },
  message: ({ tokenTypes, algorithms }) =>
    `readers of ${quoted(tokenTypes)} allow ${algorithms} only, and may get tokens that are signed in another way`,
  help: 'List the algorithms that tokens are signed with: it is the list that readers allow.',
});
