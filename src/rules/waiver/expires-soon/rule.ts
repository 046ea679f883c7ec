import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'waiver/expires-soon',
  inspects: 'waiver',
  severity: 'info',
  axis: 'design',
  summary: 'A waiver is about to end.',
  source: 'tokenpact: an exception has an end',
  options: { days: 14 },
  *check({ waiver, state, daysLeft, options }) {
    const { rule, until, owner, at } = waiver;
    if (state !== 'active' || daysLeft < 0 || daysLeft > options.days) return;
    yield { at, args: { rule, until, owner, daysLeft }, detail: rule };
  },
  message: ({ rule, until, owner, daysLeft }) =>
    `the waiver of ${owner} for "${rule}" ends on ${until}, ${daysLeft === 0 ? 'today' : daysLeft === 1 ? 'tomorrow' : `in ${daysLeft} days`}`,
  help: 'Mend what it covers before then.',
});
