import { defineRule, isWritten } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'scope/too-many',
  inspects: 'client',
  severity: 'info',
  axis: 'design',
  summary: 'One client may ask for very many scopes.',
  source: 'RFC 9700 section 2.3; Authress, Down scoping tokens and permission attenuation (advice)',
  profiles: { relaxed: 'off' },
  options: { max: 40 },
  *check({ mapper, client, options }) {
    const count = new Set([...client.defaultScopes, ...client.scopes]).size;
    if (count <= options.max || !isWritten(client, mapper)) return;
    yield { at: client.at, args: { client: client.name, count, max: options.max } };
  },
  message: ({ client, count, max }) =>
    `who takes over "${client}" can ask for ${count} scopes, more than ${max}`,
  help: 'Give the client the scopes of its own use cases, or group scopes by use case.',
});
