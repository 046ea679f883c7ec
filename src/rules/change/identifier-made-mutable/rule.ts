import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'change/identifier-made-mutable',
  inspects: 'change',
  of: ['identifier-made-mutable'],
  severity: 'error',
  axis: 'security',
  summary: 'An identifier that never changed can change now.',
  source: 'OpenID Connect Core 1.0 section 5.7',
  *check({ change }) {
    yield { at: change.at, args: { claim: change.coordinates.claim ?? '' } };
  },
  message: ({ claim }) => `readers stored "${claim}" as a key that never changes, and now it can`,
  help: 'Keep the identifier as it is, and release the one that changes under another name.',
});
