import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'waiver/unknown-rule',
  inspects: 'waiver',
  severity: 'error',
  axis: 'design',
  summary: 'A waiver names a rule that does not exist.',
  source: 'tokenpact: an exception is from something',
  *check({ waiver, state, help = '', fix }) {
    const { rule, at } = waiver;
    if (state === 'unknown-rule') yield { at, args: { rule, help }, detail: rule, ...(fix && { fix }) };
  },
  message: ({ rule }) => `nothing is waived: there is no rule "${rule}"`,
  help: ({ help }) => help,
});
