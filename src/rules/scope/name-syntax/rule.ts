import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'scope/name-syntax',
  inspects: 'scope',
  severity: 'error',
  axis: 'standard',
  summary: 'A scope has characters that a scope name can not have.',
  source: 'RFC 6749 section 3.3',
  *check({ scope }) {
    const wrong = /[^\x21\x23-\x5b\x5d-\x7e]/u.exec(scope.name);
    if (wrong === null) return;
    yield {
      at: scope.at,
      args: { scope: scope.name, character: wrong[0] === ' ' ? 'space' : `"${wrong[0]}"` },
    };
  },
  message: ({ scope, character }) => `no client can ask for "${scope}": a scope name has no ${character}`,
  help: 'Use printable ASCII without space, double quote and backslash, such as `orders.read`.',
});
