import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'change/subject-type-changed',
  inspects: 'change',
  of: ['subject-type-changed'],
  severity: 'error',
  axis: 'compatibility',
  summary: 'A client gets another `sub` for the same person.',
  source: 'OpenID Connect Core 1.0 section 8',
  *check({ change, breakage }) {
    yield {
      at: change.at,
      severity: breakage,
      args: { client: change.coordinates.client ?? '', after: change.after ?? '' },
    };
  },
  message: ({ client, after }) => `"${client}" takes everyone for somebody new: sub is ${after} now`,
  help: 'Give the client a map of identifiers, or a new client to move to.',
});
