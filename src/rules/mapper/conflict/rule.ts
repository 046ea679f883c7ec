import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'mapper/conflict',
  inspects: 'problem',
  severity: 'error',
  axis: 'design',
  summary: 'Two parts of a definition can not both hold.',
  source: 'tokenpact: a token follows one definition, never whichever comes first',
  *check({ problem }) {
    const { kind, at, message, help, fix } = problem;
    if (kind !== 'conflict') return;
    yield {
      at,
      args: { problem: message, cure: help },
      detail: `${at.file} ${message}`,
      ...(fix && { fix }),
    };
  },
  message: ({ problem }) => problem,
  help: ({ cure }) => cure,
});
