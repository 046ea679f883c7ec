import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'token/hash-mismatch',
  inspects: 'token',
  severity: 'error',
  axis: 'security',
  summary: 'An ID token belongs to another access token or code.',
  source: 'OpenID Connect Core 1.0 sections 3.1.3.6 and 3.3.2.11',
  about: 'hashes',
  check({ token }) {
    const { at, hashes } = token;
    const wrong = hashes?.filter(({ matches }) => !matches);
    return wrong?.map(({ claim }) => ({ at, args: { claim }, coordinates: { claim } }));
  },
  message: ({ claim }) =>
    `somebody may have put another ${claim === 'at_hash' ? 'access token' : 'code'} into the response: "${claim}" is not its hash`,
  help: "Hash with the algorithm of the ID token's own signature, and take the left half.",
});
