import { defineRule } from '../../../check/define-rule.ts';
import { placeOf } from '../../../model/index.ts';

const EVERYONE: ReadonlySet<string> = new Set([
  '*',
  'default',
  'any',
  'all',
  'everyone',
  'public',
  'internal',
]);

export default defineRule({
  id: 'audience/global',
  inspects: 'resource',
  severity: 'warning',
  axis: 'security',
  summary: 'An audience names no service.',
  source: 'RFC 9700 section 2.3; Broeckelmann, OAuth2 Access Token Usage Strategies',
  profiles: { 'high-security': 'error' },
  *check({ mapper, resource }) {
    const { audience, name } = resource;
    const isIssuer = audience.replace(/\/$/, '') === mapper.issuer.replace(/\/$/, '');
    // An issuer is the audience of its own endpoints, such as UserInfo, as long as nobody else shares it.
    if (!EVERYONE.has(audience.toLowerCase()) && !(isIssuer && mapper.resources.size > 1)) return;
    yield { at: placeOf(resource, 'audience'), args: { resource: name, audience } };
  },
  message: ({ resource, audience }) =>
    `a token for "${resource}" opens whatever else accepts "${audience}": the audience names no service`,
  help: 'Give each resource an identifier of its own, such as its URL.',
});
