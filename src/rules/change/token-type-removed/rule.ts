import { defineRule, quoted } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'change/token-type-removed',
  inspects: 'change',
  of: ['token-type-removed', 'token-withdrawn'],
  severity: 'error',
  axis: 'compatibility',
  summary: 'A token type is gone, or somebody does not get it any more.',
  source: 'Curity, Managing Scopes and Claims in OAuth Tokens',
  *check({ change, breakage }) {
    yield {
      at: change.at,
      severity: breakage,
      args: { tokenType: change.coordinates.tokenType ?? '', clients: change.clients },
    };
  },
  message: ({ tokenType, clients }) =>
    clients.length > 0
      ? `no "${tokenType}" is issued to ${quoted(clients)} any more`
      : `nobody gets "${tokenType}" any more`,
  help: 'Announce the end with `deprecated` and a `sunset`.',
});
