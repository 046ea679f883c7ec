import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'token-type/sender-constraint-missing',
  inspects: 'resource',
  severity: 'info',
  axis: 'security',
  summary: 'A resource takes tokens from whoever holds them.',
  source: 'FAPI 2.0 Security Profile section 5.3.2.1; RFC 9700 section 2.2.1',
  ownFormatOnly: true,
  profiles: { relaxed: 'off', standard: 'off', 'high-security': 'warning', fapi2: 'error' },
  *check({ resource }) {
    if (resource.senderConstrained === undefined)
      yield { at: resource.at, args: { resource: resource.name } };
  },
  message: ({ resource }) => `a token stolen on its way to "${resource}" can be used by the thief`,
  help: 'Constrain the sender: `senderConstrained: dpop` or `mtls`.',
});
