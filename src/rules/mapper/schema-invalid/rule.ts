import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'mapper/schema-invalid',
  inspects: 'problem',
  severity: 'error',
  axis: 'design',
  summary: 'A file is not in the format that it claims to be in.',
  source: 'contracts/mapper.schema.json, contracts/consumer.schema.json',
  *check({ problem }) {
    const { kind, at, message, help, fix } = problem;
    if (kind !== 'invalid' && kind !== 'syntax' && kind !== 'unreadable') return;
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
