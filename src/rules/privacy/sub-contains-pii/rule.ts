import { defineRule, member } from '../../../check/define-rule.ts';

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^[^\s@|]+@[^\s@]+\.[a-z]{2,}$/i, 'an e-mail address'],
  [/^\+[1-9]\d{6,14}$/, 'a phone number'],
];

export default defineRule({
  id: 'privacy/sub-contains-pii',
  inspects: 'token',
  severity: 'error',
  axis: 'privacy',
  summary: 'The subject identifier is an e-mail address or a phone number.',
  source: 'OpenID Connect Core 1.0 sections 5.7 and 8.1; RFC 9068 section 6',
  *check({ token }) {
    const sub = member(token.payload, 'sub');
    // Service accounts have addresses that are nobody's: Google's end in gserviceaccount.com.
    if (typeof sub !== 'string' || sub === member(token.payload, 'client_id') || token.kind === 'assertion')
      return;
    const kind = KINDS.find(([pattern]) => pattern.test(sub))?.[1];
    if (kind !== undefined) yield { at: token.at, args: { kind }, coordinates: { claim: 'sub' } };
  },
  message: ({ kind }) => `${kind} goes into every log and database as a key: it is "sub"`,
  help: 'Use an identifier that means nothing elsewhere, such as a UUID; pairwise for third parties.',
});
