import { declaredTypes, defineRule, isWritten } from '../../../check/define-rule.ts';
import { placeOf, showPath } from '../../../model/index.ts';

/** What libraries of OAuth and OpenID Connect parse; other registered names matter where their tokens are used. */
const CORE = /^(RFC (7519|7662|7800|8693|9068|9396)|OpenID Connect Core)/;

export default defineRule({
  id: 'claim/registered-misuse',
  inspects: 'claim',
  severity: 'error',
  axis: 'standard',
  summary: 'A registered claim has a type that its specification does not allow.',
  source: 'RFC 7519 section 4.1; RFC 9068 section 2.2.2; IANA JSON Web Token Claims',
  *check({ mapper, claim, registered }) {
    if (registered === undefined || claim.implied || !isWritten(claim, mapper)) return;
    const declared = declaredTypes(claim.schema);
    const expected = declaredTypes(registered.schema);
    if (declared === undefined || expected === undefined) return;
    if ([...declared].some((type) => expected.has(type))) return;
    const args = {
      claim: showPath(claim.path),
      found: [...declared].join(' or '),
      expected: [...expected].join(' or '),
      reference: registered.reference,
    };
    const elsewhere = !CORE.test(registered.reference);
    yield { at: placeOf(claim, 'schema'), args, ...(elsewhere && { severity: 'info' as const }) };
  },
  message: ({ claim, found, expected, reference }) =>
    `libraries expect ${expected} in "${claim}" (${reference}), not ${found}`,
  help: 'Use the type of the specification, or another name for another meaning.',
});
