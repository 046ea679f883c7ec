import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'mapper/lifetime-undeclared',
  inspects: 'token-type',
  severity: 'warning',
  axis: 'design',
  summary: 'A signed token type has no lifetime.',
  source: 'OpenID Connect Core 1.0 section 16.18; Broeckelmann, OAuth2 Access Token Usage Strategies',
  ownFormatOnly: true,
  profiles: { relaxed: 'info' },
  *check({ tokenType }) {
    const { format, kind, lifetime, name, at } = tokenType;
    if (format !== 'jwt' || lifetime !== undefined || kind === 'logout_token') return;
    yield { at, args: { tokenType: name } };
  },
  message: ({ tokenType }) =>
    `nobody can say how long a wrong claim in "${tokenType}" lives: it has no lifetime`,
  help: 'Declare it, such as `lifetime: 5m`.',
});
