import { defineRule, listed, quoted } from '../../../check/define-rule.ts';
import { type JsonValue, READ_BY } from '../../../model/index.ts';

export default defineRule({
  id: 'change/audience-changed',
  inspects: 'change',
  of: ['audience-removed', 'audience-changed', 'audience-shape-changed', 'resource-audience-changed'],
  severity: 'error',
  axis: 'compatibility',
  summary: 'Tokens are for another audience, or name it in another shape.',
  source: 'RFC 7519 section 4.1.3; RFC 8725 section 3.9',
  *check({ mapper, change, breakage }) {
    // How an audience is written, or that it follows from who asks, comes in words; an audience as it is.
    const inWords = change.kind === 'audience-shape-changed' || change.kind === 'audience-changed';
    const shown = (value: JsonValue = 'none') =>
      inWords && typeof value === 'string' ? value : listed(value);
    const kinds = change.tokenTypes.map((name) => mapper.tokenTypes.get(name)?.kind);
    const readByClients = kinds.some((kind) => kind !== undefined && READ_BY[kind] === 'client');
    const args = {
      before: shown(change.before),
      after: shown(change.after),
      readers: readByClients ? change.clients : change.resources,
    };
    yield { at: change.at, severity: breakage, args };
  },
  message: ({ before, after, readers }) =>
    `${readers.length === 0 ? 'APIs' : quoted(readers)} may refuse tokens: the audience was ${before}, now it is ${after}`,
  help: 'Let readers accept both first; then issue the new one; then stop accepting the first.',
});
