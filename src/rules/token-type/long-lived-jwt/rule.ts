import { defineRule, isReadable, showSeconds } from '../../../check/define-rule.ts';
import { placeOf } from '../../../model/index.ts';

export default defineRule({
  id: 'token-type/long-lived-jwt',
  inspects: 'token-type',
  severity: 'warning',
  axis: 'security',
  summary: 'A self-contained access token lives long.',
  source:
    'RFC 6750 section 5.3; OpenID Connect Core 1.0 section 16.18; Broeckelmann, OAuth2 Access Token Usage Strategies',
  profiles: { relaxed: 'info' },
  options: { maxSeconds: 3600 },
  *check({ tokenType, options }) {
    const { lifetime, name } = tokenType;
    if (!isReadable(tokenType, 'access_token') || lifetime === undefined || lifetime <= options.maxSeconds)
      return;
    yield {
      at: placeOf(tokenType, 'lifetime'),
      args: { tokenType: name, lifetime, max: options.maxSeconds },
    };
  },
  message: ({ tokenType, lifetime, max }) =>
    `nobody can take the "${tokenType}" back for ${showSeconds(lifetime)}, more than ${showSeconds(max)}`,
  help: 'Shorten it and let clients refresh, or issue reference tokens, which can be taken back.',
});
