import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'change/scope-parameters-changed',
  inspects: 'change',
  of: ['scope-parameters-changed'],
  severity: 'error',
  axis: 'compatibility',
  summary: 'A scope is asked for in another form.',
  source: 'RFC 9396 section 2; RFC 6749 section 3.3',
  *check({ change, breakage }) {
    if (change.tolerant.verdict === 'safe') return;
    yield { at: change.at, severity: breakage, args: { scope: change.coordinates.scope ?? '' } };
  },
  message: ({ scope }) =>
    `requests for "${scope}" that were right before are refused: its parameters or its schema changed`,
  help: 'Accept both forms for a while, as two scopes.',
});
