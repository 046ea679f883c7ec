import { defineRule, quoted } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'change/token-format-changed',
  inspects: 'change',
  of: ['token-format-changed', 'token-typ-changed', 'token-profile-changed'],
  severity: 'error',
  axis: 'compatibility',
  summary: 'A token has another format, `typ` or profile.',
  source: 'RFC 9068 sections 2.1 and 6; RFC 8725 section 3.11',
  *check({ change, breakage, mapper, comparison }) {
    const { kind, coordinates, tokenTypes, clients, before = 'none', after = 'none' } = change;
    const { tokenType = '' } = coordinates;
    const type = mapper.tokenTypes.get(tokenType) ?? comparison.before.tokenTypes.get(tokenType);
    yield {
      at: change.at,
      // What a reader said that it needs of a token is of no use where it can't read it at all.
      severity: kind === 'token-format-changed' && breakage === 'warning' ? 'error' : breakage,
      args: { tokenTypes, clients: type?.for?.clients === undefined ? [] : clients, before, after },
    };
  },
  message: ({ tokenTypes, clients, before, after }) =>
    `readers of ${clients.length === 0 ? quoted(tokenTypes) : `the tokens of ${quoted(clients)}`} expect "${before}" and get "${after}"`,
  help: 'Let readers accept both first, then change what is issued.',
});
