import { defineRule, isReadable, isWritten, quoted } from '../../../check/define-rule.ts';
import { placeOf } from '../../../model/index.ts';

export default defineRule({
  id: 'audience/multi',
  inspects: 'contract',
  severity: 'warning',
  axis: 'security',
  summary: 'One access token is for several resources.',
  source: 'RFC 8707 section 3; RFC 9700 section 2.3',
  formerly: ['audience/too-many'],
  profiles: { relaxed: 'off' },
  options: { max: 5 },
  *check({ mapper, contract, options }) {
    const { key, audience } = contract;
    const tokenType = mapper.tokenTypes.get(key.tokenType);
    if (tokenType === undefined || !isReadable(tokenType, 'access_token')) return;
    if (!isWritten(tokenType, mapper)) return;
    if (audience.many !== 'array' || audience.values.length < 2) return;
    const args = { tokenType: tokenType.name, values: audience.values, client: key.client };
    const severity = audience.values.length > options.max ? 'error' : undefined;
    yield {
      at: placeOf(tokenType, 'audience'),
      args,
      coordinates: { client: key.client },
      ...(severity && { severity }),
    };
  },
  message: ({ tokenType, values, client }) =>
    `each of ${quoted(values)} can use, at the others, the "${tokenType}" that "${client}" sends it`,
  help: 'Issue one token per resource (`many: reject`), or exchange it where one resource calls another.',
});
