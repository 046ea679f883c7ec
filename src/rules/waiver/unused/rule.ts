import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'waiver/unused',
  inspects: 'waiver',
  severity: 'warning',
  axis: 'design',
  summary: 'A waiver covers nothing.',
  source: 'tokenpact: a stale exception covers the next mistake',
  *check({ waiver, state, help }) {
    const { rule, owner, at, covers } = waiver;
    if (state !== 'unused') return;
    // One in the configuration is for its owner to take out, and one that only names the wrong thing, to mend.
    const fix = covers && help === undefined && ({ kind: 'remove', at } as const);
    yield { at, args: { rule, owner, cure: help ?? 'Remove it.' }, detail: rule, ...(fix && { fix }) };
  },
  message: ({ rule, owner }) =>
    `the waiver of ${owner} for "${rule}" covers nothing, and would cover the next mistake`,
  help: ({ cure }) => cure,
});
