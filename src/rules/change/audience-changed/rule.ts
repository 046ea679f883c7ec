import { defineRule, listed, quoted } from '../../../check/define-rule.ts';
import type { JsonValue } from '../../../model/index.ts';

export default defineRule({
  id: 'change/audience-changed',
  inspects: 'change',
  of: ['audience-removed', 'audience-shape-changed', 'resource-audience-changed'],
  severity: 'error',
  axis: 'compatibility',
  summary: 'Tokens are for another audience, or name it in another shape.',
  source: 'RFC 7519 section 4.1.3; RFC 8725 section 3.9',
  *check({ change, breakage }) {
    // How an audience is written comes in words, an audience as it is.
    const shown = (value: JsonValue = 'none') =>
      change.kind === 'audience-shape-changed' ? String(value) : listed(value);
    const args = { before: shown(change.before), after: shown(change.after), resources: change.resources };
    yield { at: change.at, severity: breakage, args };
  },
  message: ({ before, after, resources }) =>
    `${resources.length === 0 ? 'APIs' : quoted(resources)} may refuse tokens: the audience was ${before}, now it is ${after}`,
  help: 'Let the API accept both first; then issue the new one; then stop accepting the first.',
});
