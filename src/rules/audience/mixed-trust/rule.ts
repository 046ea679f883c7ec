import { defineRule } from '../../../check/define-rule.ts';
import { placeOf } from '../../../model/index.ts';

export default defineRule({
  id: 'audience/mixed-trust',
  inspects: 'contract',
  severity: 'warning',
  axis: 'security',
  summary: 'One access token is for resources of different strength.',
  source: 'RFC 8707 section 3; Authress, Down scoping tokens and permission attenuation',
  profiles: { 'high-security': 'error' },
  *check({ mapper, contract }) {
    const { key, kind, audience } = contract;
    const tokenType = mapper.tokenTypes.get(key.tokenType);
    if (tokenType === undefined || kind !== 'access_token' || audience.many !== 'array') return;
    const reached = [...mapper.resources.values()].filter((resource) =>
      audience.values.includes(resource.audience),
    );
    const strong = reached.find(({ senderConstrained }) => senderConstrained !== undefined);
    const weak = reached.find(({ senderConstrained }) => senderConstrained === undefined);
    if (strong === undefined || weak === undefined) return;
    yield {
      at: placeOf(tokenType, 'audience'),
      args: { strong: strong.name, weak: weak.name, tokenType: tokenType.name },
    };
  },
  message: ({ strong, weak, tokenType }) =>
    `"${weak}" can lose the "${tokenType}" that opens "${strong}": only one of them asks for proof of possession`,
  help: 'Issue one token per resource (`many: reject`), or constrain the sender at both.',
});
