import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'exchange/audience-unchanged',
  inspects: 'exchange',
  severity: 'warning',
  axis: 'security',
  summary: 'An exchange yields a token for the resource that it came from.',
  source: 'RFC 8693 section 2.1; RFC 8707 section 3',
  *check({ mapper, exchange }) {
    const { client, from, to, at } = exchange;
    const audience = (name: string) => mapper.resources.get(name)?.audience ?? name;
    if (audience(from) === audience(to)) yield { at, args: { client, audience: audience(to) } };
  },
  message: ({ client, audience }) =>
    `what "${client}" gets by exchange is as good at "${audience}" as what it gave`,
  help: 'Exchange for the resource that is called next; to get fewer scopes at the same one, ask for a new token.',
});
