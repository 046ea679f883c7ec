import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'jose/secret-guessable',
  inspects: 'token',
  severity: 'error',
  axis: 'security',
  summary: 'The secret that a token is signed with is a word.',
  source: 'RFC 8725 section 3.5; RFC 7518 section 3.2',
  check: ({ token }) => (token.guessable === true ? { at: token.at, args: {} } : undefined),
  message: () => 'anybody can make such tokens: the secret is in a list of words',
  help: 'Use a random key of at least 256 bits, or sign with a key pair.',
});
