import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'token/null-or-empty',
  inspects: 'token',
  severity: 'warning',
  axis: 'standard',
  summary: 'A claim is null or an empty string instead of absent.',
  source: 'OpenID Connect Core 1.0 section 5.3.2',
  check({ token }) {
    const { at, payload = {} } = token;
    const found = [];
    for (const claim of Object.keys(payload)) {
      const value = payload[claim];
      if (value !== null && value !== '') continue;
      const shown = value === null ? 'null' : 'an empty string';
      found.push({ at, args: { claim, value: shown }, coordinates: { claim } });
    }
    return found;
  },
  message: ({ claim, value }) => `readers take "${claim}" for present: it is ${value}`,
  help: 'Leave the claim out when there is no value.',
});
