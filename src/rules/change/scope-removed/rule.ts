import { defineRule, quoted } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'change/scope-removed',
  inspects: 'change',
  of: ['scope-removed', 'scope-renamed'],
  severity: 'error',
  axis: 'compatibility',
  summary: 'A scope is gone, or has another name.',
  source: 'RFC 6749 sections 3.3 and 5.2 (invalid_scope)',
  *check({ change, breakage }) {
    yield {
      at: change.at,
      severity: breakage,
      args: {
        scope: change.coordinates.scope ?? '',
        clients: change.clients,
        now: change.kind === 'scope-renamed' ? String(change.after) : '',
      },
    };
  },
  message: ({ scope, clients, now }) => {
    const why = now === '' ? 'there is no such scope any more' : `it is called "${now}" now`;
    return clients.length > 0
      ? `requests of ${quoted(clients)} for "${scope}" are refused: ${why}`
      : `whoever asks for the scope "${scope}" is refused: ${why}`;
  },
  help: 'Announce the end with `deprecated` and a `sunset`; for a new name, keep both for a while.',
});
