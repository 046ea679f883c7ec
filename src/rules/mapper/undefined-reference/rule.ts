import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'mapper/undefined-reference',
  inspects: 'problem',
  severity: 'error',
  axis: 'design',
  summary: 'Something is named that nobody defines.',
  source: 'tokenpact: every reference in a definition resolves',
  *check({ problem }) {
    const { kind, at, message, help, fix } = problem;
    if (kind !== 'undefined-reference') return;
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
