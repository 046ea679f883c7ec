import { defineRule } from '../../../check/define-rule.ts';
import { placeOf } from '../../../model/index.ts';

export default defineRule({
  id: 'audience/not-absolute-uri',
  inspects: 'resource',
  severity: 'warning',
  axis: 'standard',
  summary: 'Clients can not name a resource when they ask for it.',
  source: 'RFC 8707 section 2',
  *check({ mapper, resource }) {
    const asked = [...mapper.tokenTypes.values()].find(({ audience }) => audience?.from === 'parameter');
    if (asked === undefined || /^[a-z][a-z0-9+.-]*:[^#\s]+$/i.test(resource.audience)) return;
    const args = { resource: resource.name, audience: resource.audience, tokenType: asked.name };
    yield { at: placeOf(resource, 'audience'), args };
  },
  message: ({ resource, audience, tokenType }) =>
    `"resource=${audience}" is refused: a client asks for "${tokenType}" at "${resource}" with an absolute URI without a fragment`,
  help: 'Use a URL of the resource as its audience.',
});
