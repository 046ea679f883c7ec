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
  check({ token }) {
    const { at, payload, kind } = token;
    const sub = member(payload, 'sub');
    // Service accounts have addresses that are nobody's: Google's end in gserviceaccount.com.
    if (typeof sub !== 'string' || kind === 'assertion' || sub === member(payload, 'client_id'))
      return undefined;
    const data = KINDS.find(([pattern]) => pattern.test(sub))?.[1];
    return data === undefined ? undefined : { at, args: { kind: data }, coordinates: { claim: 'sub' } };
  },
  message: ({ kind }) => `${kind} goes into every log and database as a key: it is "sub"`,
  help: 'Use an identifier that means nothing elsewhere, such as a UUID; pairwise for third parties.',
});
