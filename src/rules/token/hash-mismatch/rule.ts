import { defineRule } from '../../../check/define-rule.ts';

const theOther = (claim: string): string => (claim === 'at_hash' ? 'access token' : 'code');

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
    const wrong = hashes?.filter(({ matches }) => matches !== true);
    return wrong?.map(({ claim, matches }) => {
      const found = { at, args: { claim, isMissing: matches === undefined }, coordinates: { claim } };
      // In the code flow an issuer may leave them out: whoever asked is told, and the token passes.
      return matches === undefined ? { ...found, severity: 'info' as const } : found;
    });
  },
  message: ({ claim, isMissing }) =>
    isMissing
      ? `nobody can say whether this ID token belongs to that ${theOther(claim)}: it has no "${claim}"`
      : `somebody may have put another ${theOther(claim)} into the response: "${claim}" is not its hash`,
  help: "Hash with the algorithm of the ID token's own signature, and take the left half.",
});
