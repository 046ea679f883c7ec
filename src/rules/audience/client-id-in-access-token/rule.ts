import { asksUsers, defineRule } from '../../../check/define-rule.ts';
import { placeOf } from '../../../model/index.ts';

export default defineRule({
  id: 'audience/client-id-in-access-token',
  inspects: 'resource',
  severity: 'warning',
  axis: 'security',
  summary: 'A resource has the identifier of a client as its audience.',
  source: 'RFC 9068 section 4; OpenID Connect Core 1.0 section 2; RFC 8725 section 3.12',
  ownFormatOnly: true,
  *check({ mapper, resource }) {
    const client = mapper.clients.get(resource.audience);
    if (client === undefined || !asksUsers(client)) return;
    yield { at: placeOf(resource, 'audience'), args: { resource: resource.name, client: client.name } };
  },
  message: ({ resource, client }) =>
    `an ID token for "${client}" can pass for an access token at "${resource}": both have the same audience`,
  help: 'Give the resource an audience that no client has, such as its URL.',
});
