import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'mapper/consumers-undeclared',
  inspects: 'mapper',
  severity: 'warning',
  axis: 'compatibility',
  summary: 'A resource does not say what it needs from a token, while others do.',
  source: 'Curity, Managing Scopes and Claims in OAuth Tokens (advice)',
  profiles: { relaxed: 'off', standard: 'info' },
  *check({ mapper, consumers }) {
    const declared = consumers.filter(({ role }) => role.as === 'resource').map(({ role }) => role.name);
    if (![...mapper.resources.keys()].some((name) => declared.includes(name))) return;
    for (const { name, at } of mapper.resources.values()) {
      if (!declared.includes(name)) yield { at, args: { resource: name }, coordinates: { resource: name } };
    }
  },
  message: ({ resource }) =>
    `nobody knows what a change breaks at "${resource}": no consumer file says what it needs`,
  help: 'Ask the team for a `*.consumer.yaml` with `as: { resource: … }` and what it expects.',
});
