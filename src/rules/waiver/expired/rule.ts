import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'waiver/expired',
  inspects: 'waiver',
  severity: 'warning',
  axis: 'design',
  summary: 'A waiver is over.',
  source: 'tokenpact: an exception has an end',
  *check({ waiver, state }) {
    const { rule, until, owner, at } = waiver;
    if (state === 'expired') yield { at, args: { rule, until, owner }, detail: rule };
  },
  message: ({ rule, until, owner }) =>
    `what was waived for "${rule}" counts again: the waiver of ${owner} ended on ${until}`,
  help: 'Mend what it covered, or grant it anew with a reason that is still true.',
});
