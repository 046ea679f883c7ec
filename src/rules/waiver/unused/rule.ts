import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'waiver/unused',
  inspects: 'waiver',
  severity: 'warning',
  axis: 'design',
  summary: 'A waiver covers nothing.',
  source: 'tokenpact: a stale exception covers the next mistake',
  *check({ waiver, state }) {
    const { rule, owner, at, covers } = waiver;
    if (state !== 'unused') return;
    // One in the configuration is an item of several lines, and the list must not get empty.
    const fix = covers && ({ kind: 'remove', at } as const);
    yield { at, args: { rule, owner }, detail: rule, ...(fix && { fix }) };
  },
  message: ({ rule, owner }) =>
    `the waiver of ${owner} for "${rule}" covers nothing, and would cover the next mistake`,
  help: 'Remove it.',
});
