import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'waiver/unapproved',
  inspects: 'waiver',
  severity: 'error',
  axis: 'design',
  summary: 'A waiver lacks the approval that its axis needs.',
  source: 'tokenpact: who answers for a risk decides on it',
  *check({ waiver, state, approvers }) {
    const { rule, approvedBy = '', at } = waiver;
    if (state === 'unapproved') yield { at, args: { rule, approvedBy, approvers }, detail: rule };
  },
  message: ({ rule, approvedBy }) =>
    approvedBy === ''
      ? `nothing is waived: nobody approved the waiver for "${rule}"`
      : `nothing is waived: "${approvedBy}" may not approve a waiver for "${rule}"`,
  help: ({ approvers }) => `Ask one of them, and write it as approvedBy: ${approvers.join(', ')}.`,
});
