import { defineRule, member } from '../../../check/define-rule.ts';

/** Claims that one kind of token has and another must not have. */
const FOREIGN: ReadonlyMap<string, readonly string[]> = new Map([
  ['at+jwt', ['nonce', 'at_hash', 'c_hash', 'events']],
  ['logout+jwt', ['nonce', 'at_hash', 'scope']],
]);

export default defineRule({
  id: 'jose/typ-wrong-kind',
  inspects: 'token',
  severity: 'error',
  axis: 'security',
  summary: 'The typ of a token names another kind of token than its claims.',
  source: 'RFC 8725 sections 3.11 and 3.12; OpenID Connect Back-Channel Logout 1.0 section 2.4',
  check({ token }) {
    const { at, header, payload } = token;
    const typ = member(header, 'typ');
    if (typeof typ !== 'string') return undefined;
    const foreign = FOREIGN.get(typ.toLowerCase().replace(/^application\//, '')) ?? [];
    const claim = foreign.find((name) => member(payload, name) !== undefined);
    return claim === undefined ? undefined : { at, args: { typ, claim }, coordinates: { claim } };
  },
  message: ({ typ, claim }) =>
    `a token in the wrong place: its typ is "${typ}", and it has "${claim}", which such a token never has`,
  help: 'Find out which endpoint issued it, and give each kind of token its own typ.',
});
